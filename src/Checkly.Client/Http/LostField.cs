using System.Net.Http;
using System.Text.Json;

namespace Checkly;

/// <summary>
/// A field that no longer has the value that a change has sent. The API has no conditional PUT (<c>If-Match</c>), so when two changes
/// overlap, the later one writes back the values that it had read before, and the earlier change is lost.
/// </summary>
/// <param name="Field">The API's name of the field.</param>
/// <param name="Sent">The value that the change has sent, as JSON.</param>
/// <param name="Found">The current value, as JSON.</param>
public sealed record LostField(string Field, string Sent, string Found)
{
    // An incident only refers to its services: a change of one of them is no change of the incident.
    private const string References = "services";

    /// <summary>Creates the request that reads an object after a change and compares it with what the change has sent.</summary>
    /// <param name="change">The PUT. A GET of its path reads the object, unless the request says where else it is.</param>
    /// <returns>The request; its answer lists the fields whose values differ.</returns>
    public static ApiRequest<LostField[]> Find(ApiRequest change)
    {
        if (change is null)
        {
            throw new ArgumentNullException(nameof(change));
        }

        return new(HttpMethod.Get, change.ReadAt?.Path ?? change.Path, (json, answer) => Compare(change.Bytes!, Changed(json, change), answer)) { WantsFreshAnswer = true, IsSentOnce = true };
    }

    private static JsonElement Changed(JsonElement read, ApiRequest change)
    {
        if (change.ReadAt is not { } place)
        {
            return read;
        }

        string id = Uri.UnescapeDataString(change.Path.Substring(change.Path.LastIndexOf('/') + 1));
        return read.ValueKind == JsonValueKind.Object && read.TryGetProperty(place.Field, out JsonElement list) && list.ValueKind == JsonValueKind.Array
            ? list.EnumerateArray().FirstOrDefault(entry => entry.ValueKind == JsonValueKind.Object && entry.TryGetProperty("id", out JsonElement own) && ApiId.Same(own.ToString(), id))
            : default;
    }

    private static LostField[] Compare(byte[] sent, JsonElement read, ApiAnswer answer)
    {
        if (read.ValueKind != JsonValueKind.Object)
        {
            throw new UnexpectedShapeException("it is not an object");
        }

        using JsonDocument body = JsonText.Parse(sent);
        return
        [
            .. body.RootElement.EnumerateObject()
                // A cleared field may read as the API's default, and the answer may leave a field out.
                .Where(field => field.Value.ValueKind != JsonValueKind.Null && read.TryGetProperty(field.Name, out JsonElement found) && !JsonMatch.Covers(field.Value, found, byId: field.Name == References))
                .Select(field => new LostField(field.Name, answer.Shown(field.Value), answer.Shown(read.GetProperty(field.Name)))),
        ];
    }
}
