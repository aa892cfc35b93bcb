using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Checkly;

/// <summary>
/// Compares a body that was sent with an object that was read. The object has more fields and may format the same values
/// differently.
/// </summary>
internal static class JsonMatch
{
    private static readonly Regex Tags = new("<[^>]*>", RegexOptions.CultureInvariant);

    /// <summary>
    /// Whether the object that was read has the values that were sent. Missing fields are ignored, because the API does not
    /// return every field that it takes; but at least one field must be present.
    /// </summary>
    /// <param name="sent">The value that was sent.</param>
    /// <param name="read">The value that was read; undefined when it is missing.</param>
    /// <param name="growing">
    /// The field whose list may have grown since; every other list must have exactly the entries that were sent.
    /// </param>
    /// <param name="byId">
    /// Whether objects with ids are equal when their ids are, whatever their other fields are. Otherwise their other fields count, where
    /// they have some: a server may give a card another id when its page is changed.
    /// </param>
    public static bool Covers(JsonElement sent, JsonElement read, string? growing = null, bool byId = true) => sent.ValueKind switch
    {
        JsonValueKind.Object when byId && Id(sent) is { } id && Id(read) is { } other => ApiId.Same(id, other),
        JsonValueKind.Object when Id(sent) is { } id && sent.EnumerateObject().Count() == 1 => Id(read) is { } other && ApiId.Same(id, other),
        JsonValueKind.Object => read.ValueKind == JsonValueKind.Object
            && sent.EnumerateObject().All(field => !read.TryGetProperty(field.Name, out JsonElement value)
                || (!byId && field.Name == "id") || (field.Name == growing && field.Value.ValueKind == JsonValueKind.Array ? HasAll(field.Value, value, byId) : Covers(field.Value, value, byId: byId)))
            && sent.EnumerateObject().Any(field => read.TryGetProperty(field.Name, out _)),
        JsonValueKind.Array => HasAll(sent, read, byId) && read.GetArrayLength() == sent.GetArrayLength(),
        JsonValueKind.String => read.ValueKind == JsonValueKind.String && SameText(sent.GetString()!, read.GetString()!),
        JsonValueKind.Number => read.ValueKind == JsonValueKind.Number && sent.TryGetDecimal(out decimal a) && read.TryGetDecimal(out decimal b) && a == b,
        _ => read.ValueKind == sent.ValueKind,
    };

    /// <summary>
    /// Whether the object that was read lacks a text that was sent, at any depth, so that the texts cannot be compared.
    /// </summary>
    /// <param name="sent">The value that was sent.</param>
    /// <param name="read">The value that was read, which <see cref="Covers"/> what was sent; undefined when it is missing.</param>
    public static bool LacksText(JsonElement sent, JsonElement read) => sent.ValueKind switch
    {
        JsonValueKind.String => read.ValueKind == JsonValueKind.Undefined,
        JsonValueKind.Object when Id(sent) is not null && Id(read) is not null => false,
        JsonValueKind.Object => sent.EnumerateObject().Any(field =>
            LacksText(field.Value, read.ValueKind == JsonValueKind.Object && read.TryGetProperty(field.Name, out JsonElement value) ? value : default)),
        JsonValueKind.Array => sent.EnumerateArray().Any(item => read.ValueKind != JsonValueKind.Array
            ? LacksText(item, default)
            : read.EnumerateArray().All(other => !Covers(item, other) || LacksText(item, other))),
        _ => false,
    };

    /// <summary>
    /// A canonical text of a body. It is equal for all bodies that <see cref="Covers"/> could confuse, also after the server has
    /// changed the texts: of texts only letters and digits count; fields with numbers or Booleans, and the order of fields and entries, do
    /// not count.
    /// </summary>
    public static string Canonical(byte[] body)
    {
        using JsonDocument document = JsonText.Parse(body);
        return Canonical(document.RootElement);
    }

    private static string Canonical(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Object when Id(json) is { } id => $"{{id:{id.ToUpperInvariant()}}}",
        JsonValueKind.Object => $"{{{Sorted(json.EnumerateObject().Where(field => field.Value.ValueKind is JsonValueKind.String or JsonValueKind.Object or JsonValueKind.Array).Select(field => $"{field.Name}:{Canonical(field.Value)}"))}}}",
        JsonValueKind.Array => $"[{Sorted(json.EnumerateArray().Select(Canonical))}]",
        JsonValueKind.String => json.GetString()! is var text && Time(text) is { } time ? time.UtcDateTime.ToString("O", CultureInfo.InvariantCulture) : Skeleton(text),
        _ => json.GetRawText(),
    };

    private static string Sorted(IEnumerable<string> parts) => string.Join(",", parts.OrderBy(part => part, StringComparer.Ordinal));

    private static bool HasAll(JsonElement sent, JsonElement read, bool byId)
    {
        if (read.ValueKind != JsonValueKind.Array)
        {
            return false;
        }

        List<JsonElement> left = [.. read.EnumerateArray()];
        return sent.EnumerateArray().All(item =>
        {
            int found = left.FindIndex(other => Covers(item, other, byId: byId));
            if (found >= 0)
            {
                left.RemoveAt(found);
            }

            return found >= 0;
        });
    }

    private static string? Id(JsonElement json) =>
        json.ValueKind == JsonValueKind.Object && json.TryGetProperty("id", out JsonElement id) && id.ValueKind == JsonValueKind.String ? id.GetString() : null;

    /// <summary>Servers trim texts, and change line endings and the format of times.</summary>
    private static bool SameText(string sent, string read) =>
        Plain(sent) == Plain(read) || (Time(sent) is { } time && time == Time(read));

    private static string Skeleton(string text)
    {
        string letters = string.Concat(Decomposed(WebUtility.HtmlDecode(Tags.Replace(text, string.Empty))).Where(char.IsLetterOrDigit)).ToUpperInvariant();
        return letters.Length > 0 ? letters : Plain(text);
    }

    private static string Decomposed(string text)
    {
        try
        {
            return text.Normalize(NormalizationForm.FormKD);
        }
        catch (ArgumentException)
        {
            // Some code points, such as U+FFFE, have no normal form.
            return text;
        }
    }

    private static string Plain(string text) => text.Replace("\r\n", "\n").Trim();

    private static DateTimeOffset? Time(string text) =>
        DateTimeOffset.TryParseExact(
            text,
            ["yyyy-MM-dd", "yyyy-MM-dd'T'HH:mm:ss'Z'", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz"],
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal,
            out DateTimeOffset time) ? time : null;
}
