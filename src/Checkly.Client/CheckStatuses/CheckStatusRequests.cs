using System.Net.Http;
using System.Text.Json;

namespace Checkly;

/// <summary>The operations of <c>/v1/check-statuses</c>.</summary>
public static class CheckStatusRequests
{
    /// <summary>How all checks of the account are doing; this list is not paged.</summary>
    /// <returns>
    /// The request <c>GET /v1/check-statuses</c>. The document allows for null among its entries; they are passed over.
    /// </returns>
    public static ApiRequest<CheckStatus[]> List() =>
        new(HttpMethod.Get, "/v1/check-statuses", (json, answer) => [.. JsonValues.Many(json, answer, ReadIfAny).OfType<CheckStatus>()]);

    /// <summary>How one check is doing.</summary>
    /// <param name="checkId">The check's id.</param>
    /// <returns>The request <c>GET /v1/check-statuses/{checkId}</c>. The answer is <see langword="null"/> while the check has no status.</returns>
    public static ApiRequest<CheckStatus?> Get(string checkId) =>
        new(HttpMethod.Get, ApiPath.Of($"/v1/check-statuses/{checkId}"), ReadIfAny);

    private static CheckStatus? ReadIfAny(JsonElement json) =>
        json.ValueKind == JsonValueKind.Null ? null : CheckStatus.Read(json);
}
