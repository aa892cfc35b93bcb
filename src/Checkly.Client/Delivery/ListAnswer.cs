using System.Net.Http;
using System.Text.Json;

namespace Checkly;

/// <summary>A page of any list.</summary>
internal sealed class ListAnswer
{
    private ListAnswer(JsonElement[] entries, string? nextId, ApiAnswer answer)
    {
        // An entry that is no object cannot be what a POST has created.
        Entries = [.. entries.Where(entry => entry.ValueKind == JsonValueKind.Object)];
        Count = entries.Length;
        NextId = nextId;
        Answer = answer;
    }

    /// <summary>The HTTP answer.</summary>
    public ApiAnswer Answer { get; }

    /// <summary>The time on the client's clock at which it was asked for, after all waits.</summary>
    public TimeSpan Asked { get; set; }

    /// <summary>The entries that are objects.</summary>
    public JsonElement[] Entries { get; }

    /// <summary>The number of entries, including those that are no objects.</summary>
    public int Count { get; }

    /// <summary>The <c>nextId</c> that requests the next page; <see langword="null"/> on the last page.</summary>
    public string? NextId { get; }

    /// <summary>Creates the request for a page, which tells caches not to answer it.</summary>
    /// <param name="path">Path and query.</param>
    /// <param name="entriesField">The field with the entries; <see langword="null"/> when the answer itself is the list.</param>
    public static ApiRequest<ListAnswer> Request(string path, string? entriesField) =>
        new(HttpMethod.Get, path, (json, answer) =>
        {
            json = json.Clone();
            JsonElement list = entriesField is null ? json
                : json.ValueKind == JsonValueKind.Object && json.TryGetProperty(entriesField, out JsonElement entries) ? entries
                : throw new UnexpectedShapeException($"it has no '{entriesField}'");
            return new ListAnswer(JsonValues.Many(list, entry => entry), CursorOf(json), answer);
        })
        {
            WantsFreshAnswer = true,
        };

    /// <summary>Reads the <c>nextId</c> of a page; <see langword="null"/> on the last page, and in lists without one.</summary>
    /// <exception cref="UnexpectedShapeException">It is neither a text nor a number.</exception>
    public static string? CursorOf(JsonElement page) => page.ValueKind != JsonValueKind.Object || !page.TryGetProperty("nextId", out JsonElement next) ? null : next.ValueKind switch
    {
        JsonValueKind.String => next.GetString() is { Length: > 0 } id ? id : null,
        JsonValueKind.Number => next.GetRawText(),
        JsonValueKind.Null or JsonValueKind.False => null,
        _ => throw new UnexpectedShapeException("its 'nextId' is neither a text nor a number"),
    };

    /// <summary>
    /// The time of an entry's creation by the server's clock: <c>created_at</c>, in some lists <c>createdAt</c>.
    /// </summary>
    public static DateTimeOffset? CreatedAt(JsonElement entry)
    {
        var fields = new JsonFields(entry);
        return fields.Time(NameOfTime(fields));
    }

    /// <summary>
    /// Whether an entry has the date of its creation without a time; the document gives some the <c>format: date</c>.
    /// </summary>
    public static bool SaysDayOnly(JsonElement entry)
    {
        var fields = new JsonFields(entry);
        return fields.Text(NameOfTime(fields))?.Contains(':') == false;
    }

    private static string NameOfTime(JsonFields fields) => fields.Named("created_at", "createdAt");
}
