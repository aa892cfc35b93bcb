using System.Text.Json;

namespace Checkly;

/// <summary>One page of a list.</summary>
/// <typeparam name="T">What is listed.</typeparam>
/// <param name="Items">The entries of this page that could be read.</param>
/// <param name="Total">The number of entries in the whole list; <see langword="null"/> when the server does not say.</param>
/// <param name="NextId">
/// The <c>nextId</c> of the next page, where a list is paged in this way; <see langword="null"/> on its last page, and in all other
/// lists.
/// </param>
public sealed record Page<T>(IReadOnlyList<T> Items, long? Total, string? NextId = null)
{
    /// <summary>The number of entries on the page, including those that could not be read and are not in <see cref="Items"/>.</summary>
    public int Count { get; init; } = Items.Count;

    /// <summary>Reads a page that is an array; the total, if any, is in the header <c>Content-Range</c>.</summary>
    internal static Func<JsonElement, ApiAnswer, Page<T>> Reader(Func<JsonElement, T> read) =>
        (json, answer) => new Page<T>(JsonValues.Many(json, answer, read), answer.Total) { Count = json.GetArrayLength() };

    /// <summary>
    /// Reads a page that is <c>{length, entries, nextId}</c>. There is no total: <c>length</c> counts the entries of the page, as the
    /// document says of account members, whose list has the same shape.
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
