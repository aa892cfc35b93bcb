using System.Text.Json;

namespace Checkly;

/// <summary>One page of a list.</summary>
/// <typeparam name="T">What is listed.</typeparam>
/// <param name="Items">The entries of this page.</param>
/// <param name="Total">How many entries the whole list has, when the server says so.</param>
/// <param name="NextId">
/// What to ask for the next page with, where a list is paged in this way; none on its last page, and in all other lists.
/// </param>
public sealed record Page<T>(IReadOnlyList<T> Items, long? Total, string? NextId = null)
{
    /// <summary>Reads a bare array; the total, when there is one, is in <c>Content-Range</c>.</summary>
    internal static Func<JsonElement, ApiAnswer, Page<T>> Reader(Func<JsonElement, T> read) =>
        (json, answer) => new Page<T>(JsonValues.Many(json, read), answer.Total);

    /// <summary>
    /// Reads <c>{length, entries, nextId}</c>. The length is that of this page (said of account members, whose list has
    /// the same shape), so that there is no total.
    /// </summary>
    internal static Func<JsonElement, Page<T>> CursorReader(Func<JsonElement, T> read) => json =>
    {
        var fields = new JsonFields(json);
        T[] entries = fields.RequiredList("entries", read);
        return new Page<T>(entries, null, fields.Text("nextId") is { Length: > 0 } next ? next : null);
    };
}
