using System.Globalization;
using System.Text.Json;

namespace Checkly;

/// <summary>Compares what was sent with what is read back, which has more fields and may write the same value in another way.</summary>
internal static class JsonMatch
{
    /// <summary>
    /// Whether what was sent is in what was read. Fields that are missing there say nothing: not everything that the API takes
    /// is read back; but one at least must be there.
    /// </summary>
    /// <param name="sent">A value as it was sent.</param>
    /// <param name="read">The value as it was read; undefined when it is missing.</param>
    /// <param name="growing">The field with a list that may have grown since; every other list must be the whole of what was sent.</param>
    public static bool Covers(JsonElement sent, JsonElement read, string? growing = null) => sent.ValueKind switch
    {
        // What has an id is the same when its id is, under whatever name it went by when it was sent.
        JsonValueKind.Object when Id(sent) is { } id && Id(read) is { } other => ApiId.Same(id, other),
        JsonValueKind.Object => read.ValueKind == JsonValueKind.Object
            && sent.EnumerateObject().All(field => !read.TryGetProperty(field.Name, out JsonElement value)
                || (field.Name == growing && field.Value.ValueKind == JsonValueKind.Array ? HasAll(field.Value, value) : Covers(field.Value, value)))
            && sent.EnumerateObject().Any(field => read.TryGetProperty(field.Name, out _)),
        JsonValueKind.Array => HasAll(sent, read) && read.GetArrayLength() == sent.GetArrayLength(),
        JsonValueKind.String => read.ValueKind == JsonValueKind.String && SameText(JsonValues.String(sent), JsonValues.String(read)),
        JsonValueKind.Number => read.ValueKind == JsonValueKind.Number && sent.TryGetDecimal(out decimal a) && read.TryGetDecimal(out decimal b) && a == b,
        _ => read.ValueKind == sent.ValueKind,
    };

    /// <summary>Whether an object was read without a text that was sent in it: another text could have stood there.</summary>
    public static bool LacksText(JsonElement sent, JsonElement read) =>
        sent.EnumerateObject().Any(field => field.Value.ValueKind == JsonValueKind.String && !read.TryGetProperty(field.Name, out _));

    /// <summary>
    /// The texts of a body, the same for all bodies of which <see cref="Covers"/> could take the one for the other: without the
    /// blanks at their ends, without what may not be read back, and in whatever order fields and entries were written.
    /// </summary>
    public static string Canonical(byte[] body)
    {
        using JsonDocument document = JsonDocument.Parse(body);
        return Canonical(document.RootElement);
    }

    private static string Canonical(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Object when Id(json) is { } id => $"{{id:{id.ToUpperInvariant()}}}",
        JsonValueKind.Object => $"{{{Sorted(json.EnumerateObject().Where(field => field.Value.ValueKind is JsonValueKind.String or JsonValueKind.Object or JsonValueKind.Array).Select(field => $"{field.Name}:{Canonical(field.Value)}"))}}}",
        JsonValueKind.Array => $"[{Sorted(json.EnumerateArray().Select(Canonical))}]",
        JsonValueKind.String => JsonValues.String(json) is var text && Time(text) is { } time ? time.UtcDateTime.ToString("O", CultureInfo.InvariantCulture) : Plain(text),
        _ => json.GetRawText(),
    };

    private static string Sorted(IEnumerable<string> parts) => string.Join(",", parts.OrderBy(part => part, StringComparer.Ordinal));

    private static bool HasAll(JsonElement sent, JsonElement read)
    {
        if (read.ValueKind != JsonValueKind.Array)
        {
            return false;
        }

        List<JsonElement> left = [.. read.EnumerateArray()];
        return sent.EnumerateArray().All(item =>
        {
            int found = left.FindIndex(other => Covers(item, other));
            if (found >= 0)
            {
                left.RemoveAt(found);
            }

            return found >= 0;
        });
    }

    private static string? Id(JsonElement json) =>
        json.ValueKind == JsonValueKind.Object && json.TryGetProperty("id", out JsonElement id) && id.ValueKind == JsonValueKind.String ? JsonValues.String(id) : null;

    /// <summary>Servers trim texts and write line ends and times in their own way.</summary>
    private static bool SameText(string sent, string read) =>
        Plain(sent) == Plain(read) || (Time(sent) is { } time && time == Time(read));

    private static string Plain(string text) => text.Replace("\r\n", "\n").Trim();

    private static DateTimeOffset? Time(string text) =>
        DateTimeOffset.TryParseExact(
            text,
            ["yyyy-MM-dd", "yyyy-MM-dd'T'HH:mm:ss'Z'", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz"],
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal,
            out DateTimeOffset time) ? time : null;
}
