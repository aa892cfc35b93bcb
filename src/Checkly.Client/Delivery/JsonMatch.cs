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

    /// <summary>
    /// The texts of a body, the same for all bodies that could be taken for one another: without the blanks at their ends,
    /// and without what may not be read back.
    /// </summary>
    public static string Canonical(byte[] body)
    {
        using JsonDocument document = JsonDocument.Parse(body);
        return Canonical(document.RootElement);
    }

    private static string Canonical(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Object => $"{{{string.Join(",", json.EnumerateObject().Where(field => field.Value.ValueKind is JsonValueKind.String or JsonValueKind.Object or JsonValueKind.Array).Select(field => $"{field.Name}:{Canonical(field.Value)}"))}}}",
        JsonValueKind.Array => $"[{string.Join(",", json.EnumerateArray().Select(Canonical))}]",
        JsonValueKind.String => Plain(JsonValues.String(json)),
        _ => json.GetRawText(),
    };

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
