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
    private IReadOnlyList<int> _unreadable = [];

    /// <summary>How many entries of the list precede the page; <see langword="null"/> when the server does not say.</summary>
    public long? Start { get; private init; }

    /// <summary>The number of entries on the page, including those that could not be read and are not in <see cref="Items"/>.</summary>
    public int Count { get; private init; } = Items.Count;

    /// <summary>Returns how many of the first entries could be read, so that they are in <see cref="Items"/>.</summary>
    /// <param name="count">How many entries of the page to look at, from the first one on.</param>
    /// <returns>The number of entries.</returns>
    public int ReadableOfFirst(int count) => count - _unreadable.Count(index => index < count);

    /// <summary>Reads a page that is an array; the total, if any, is in the header <c>Content-Range</c>.</summary>
    internal static Func<JsonElement, ApiAnswer, Page<T>> Reader(Func<JsonElement, T> read) => (json, answer) => Read(json, answer, read, answer.Total, null) with { Start = answer.Start };

    /// <summary>
    /// Reads a page that is <c>{length, entries, nextId}</c>. There is no total: <c>length</c> counts the entries of the page, as the
    /// document says of account members, whose list has the same shape.
    /// </summary>
    internal static Func<JsonElement, ApiAnswer, Page<T>> CursorReader(Func<JsonElement, T> read) => (json, answer) =>
    {
        var fields = new JsonFields(json);
        return Read(fields.RequiredList("entries"), answer, read, null, ListAnswer.CursorOf(json));
    };

    private static Page<T> Read(JsonElement list, ApiAnswer answer, Func<JsonElement, T> read, long? total, string? nextId) =>
        new(JsonValues.Readable(list, answer, read, out List<UnreadableEntry> unreadable), total, nextId) { _unreadable = [.. unreadable.Select(entry => entry.Index)], Count = list.GetArrayLength() };
}
