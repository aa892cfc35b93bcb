using System.Net.Http;
using System.Text.Json;

namespace Checkly;

/// <summary>
/// What of a change is not there any more when it is read again. The API takes no condition with a PUT (no <c>If-Match</c>): of two
/// changes at the same time, the one that arrives last writes back what it has read, and the other one is lost.
/// </summary>
/// <param name="Field">The API's name of the field.</param>
/// <param name="Sent">What the change has sent, as JSON.</param>
/// <param name="Found">What is there now, as JSON.</param>
public sealed record LostField(string Field, string Sent, string Found)
{
    /// <summary>The request that reads again what a change has written, and compares it.</summary>
    /// <param name="change">The PUT, which goes to the path that a GET reads.</param>
    /// <returns>The request; its answer lists the fields that are not as they were sent.</returns>
    public static ApiRequest<LostField[]> Find(ApiRequest change)
    {
        if (change is null)
        {
            throw new ArgumentNullException(nameof(change));
        }

        return new(HttpMethod.Get, change.Path, (json, answer) => Compare(change.Bytes!, json, answer)) { WantsFreshAnswer = true, IsSentOnce = true };
    }

    private static LostField[] Compare(byte[] sent, JsonElement read, ApiAnswer answer)
    {
        if (read.ValueKind != JsonValueKind.Object)
        {
            throw new UnexpectedShapeException("it is no object");
        }

        using JsonDocument body = JsonDocument.Parse(sent);
        return
        [
            .. body.RootElement.EnumerateObject()
                // What is cleared may read as the API's default, and what is missing says nothing.
                .Where(field => field.Value.ValueKind != JsonValueKind.Null && read.TryGetProperty(field.Name, out JsonElement found) && !JsonMatch.Covers(field.Value, found))
                .Select(field => new LostField(field.Name, answer.Shown(field.Value), answer.Shown(read.GetProperty(field.Name)))),
        ];
    }
}
