using System.Text.Json;

namespace Checkly;

/// <summary>
/// Checks that a successful answer to a write is about that write. A gateway may send its own error with a status code of success, or
/// answer a POST like a GET of the same path.
/// </summary>
internal static class WriteAnswer
{
    /// <summary>Checks an answer.</summary>
    /// <param name="request">The write.</param>
    /// <param name="answer">The answer.</param>
    /// <param name="json">Its body.</param>
    /// <exception cref="UnexpectedShapeException">The answer says nothing about the write.</exception>
    public static void Check(ApiRequest request, ApiAnswer answer, JsonElement json)
    {
        if (Has(json, "statusCode", JsonValueKind.Number) is { } code && code.TryGetInt32(out int status) && status >= 400)
        {
            throw new UnexpectedShapeException("it is an error");
        }

        if (request is not { IsPost: true, Confirmation: { Gather: null } })
        {
            return;
        }

        if (answer.Age > TimeSpan.Zero)
        {
            throw new UnexpectedShapeException("a cache has given it");
        }

        if (json.ValueKind != JsonValueKind.Array ? !HasId(json) : !Shows(json, request))
        {
            throw new UnexpectedShapeException("it does not show what was sent");
        }
    }

    /// <summary>
    /// Whether a list shows what was sent. An earlier version of the API answered the POST of an update with a list; a gateway that turned
    /// the POST into a GET answers with a list of older updates.
    /// </summary>
    private static bool Shows(JsonElement list, ApiRequest request)
    {
        using JsonDocument sent = JsonText.Parse(request.Bytes);
        JsonElement wanted = sent.RootElement;
        return list.EnumerateArray().Any(entry => HasId(entry) && JsonMatch.Covers(wanted, entry, request.Confirmation!.Growing));
    }

    private static bool HasId(JsonElement json) =>
        (Has(json, "id", JsonValueKind.String) ?? Has(json, "id", JsonValueKind.Number) ?? Has(json, "dashboardId", JsonValueKind.String)) is not null;

    private static JsonElement? Has(JsonElement json, string field, JsonValueKind kind) =>
        json.ValueKind == JsonValueKind.Object && json.TryGetProperty(field, out JsonElement value) && value.ValueKind == kind ? value : null;
}
