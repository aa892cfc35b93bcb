using System.Globalization;
using System.Text.Json;

namespace Checkly;

/// <summary>A page of a list as it came, whatever is listed.</summary>
internal sealed record ListAnswer(JsonElement Json, ApiAnswer Answer)
{
    /// <summary>What the page says about the next one.</summary>
    public string? NextId =>
        Json.ValueKind == JsonValueKind.Object && Json.TryGetProperty("nextId", out JsonElement next) && next.ValueKind == JsonValueKind.String ? next.GetString() : null;

    public static ListAnswer Read(JsonElement json, ApiAnswer answer) => new(json.Clone(), answer);

    /// <summary>When an entry was made by the server's clock: <c>created_at</c>, in some families <c>createdAt</c>.</summary>
    public static DateTimeOffset? CreatedAt(JsonElement entry) =>
        DateTimeOffset.TryParse(CreatedText(entry), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset created) ? created : null;

    /// <summary>Whether it is said of an entry on which day it was made, but not when: the document has some as <c>format: date</c>.</summary>
    public static bool SaysDayOnly(JsonElement entry) => CreatedText(entry)?.Contains(':') == false;

    /// <summary>The entries of the page.</summary>
    /// <param name="field">The field with the entries; none when the answer itself is the list.</param>
    /// <exception cref="UnexpectedShapeException">There are none.</exception>
    public JsonElement[] Entries(string? field)
    {
        JsonElement list = field is null ? Json
            : Json.ValueKind == JsonValueKind.Object && Json.TryGetProperty(field, out JsonElement entries) ? entries
            : throw new UnexpectedShapeException($"it has no '{field}'");
        return JsonValues.Many(list, entry => entry.ValueKind == JsonValueKind.Object ? entry : throw new UnexpectedShapeException("it lists something that is no object"));
    }

    private static string? CreatedText(JsonElement entry) =>
        (entry.TryGetProperty("created_at", out JsonElement time) || entry.TryGetProperty("createdAt", out time)) && time.ValueKind == JsonValueKind.String ? time.GetString() : null;
}
