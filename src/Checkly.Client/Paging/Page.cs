using System.Text.Json;

namespace Checkly;

/// <summary>One page of a list.</summary>
/// <typeparam name="T">What is listed.</typeparam>
/// <param name="Items">The entries of this page that could be read.</param>
/// <param name="Total">How many entries the whole list has, when the server says so.</param>
/// <param name="NextId">
/// What to ask for the next page with, where a list is paged in this way; none on its last page, and in all other lists.
/// </param>
public sealed record Page<T>(IReadOnlyList<T> Items, long? Total, string? NextId = null)
{
    /// <summary>How many entries the page has, those among them that could not be read and are not in <see cref="Items"/>.</summary>
    public int Count { get; init; } = Items.Count;

    /// <summary>Reads a bare array; the total, when there is one, is in <c>Content-Range</c>.</summary>
    internal static Func<JsonElement, ApiAnswer, Page<T>> Reader(Func<JsonElement, T> read) =>
        (json, answer) => new Page<T>(JsonValues.Many(json, answer, read), answer.Total) { Count = json.GetArrayLength() };

    /// <summary>
    /// Reads <c>{length, entries, nextId}</c>. The length is that of this page (said of account members, whose list has
    /// the same shape), so that there is no total.
    /// </summary>
    internal static Func<JsonElement, ApiAnswer, Page<T>> CursorReader(Func<JsonElement, T> read) => (json, answer) =>
    {
        var fields = new JsonFields(json);
        int count = 0;
        T[] entries = fields.RequiredList("entries", list =>
        {
            T[] all = JsonValues.Many(list, answer, read);
            count = list.GetArrayLength();
            return all;
        });
        return new Page<T>(entries, null, fields.Text("nextId") is { Length: > 0 } next ? next : null) { Count = count };
    };
}
