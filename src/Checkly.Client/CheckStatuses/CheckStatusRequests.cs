using System.Net.Http;
using System.Text.Json;

namespace Checkly;

/// <summary>The operations of <c>/v1/check-statuses</c>.</summary>
public static class CheckStatusRequests
{
    /// <summary>The statuses of all checks of the account. This list is not paged.</summary>
    /// <returns>
    /// The request <c>GET /v1/check-statuses</c>. The document allows <see langword="null"/> entries; they are left out.
    /// </returns>
    public static ApiRequest<CheckStatus[]> List() =>
        new(HttpMethod.Get, "/v1/check-statuses", (json, answer) => [.. JsonValues.Many(json, answer, ReadIfAny).OfType<CheckStatus>()]);

    /// <summary>The status of one check.</summary>
    /// <param name="checkId">The check's id.</param>
    /// <returns>The request <c>GET /v1/check-statuses/{checkId}</c>. The answer is <see langword="null"/> while the check has no status.</returns>
    public static ApiRequest<CheckStatus?> Get(string checkId) =>
        new(HttpMethod.Get, ApiPath.Of($"/v1/check-statuses/{checkId}"), ReadIfAny);

    private static CheckStatus? ReadIfAny(JsonElement json) =>
        json.ValueKind == JsonValueKind.Null ? null : CheckStatus.Read(json);
}
