using System.Net.Http;

namespace Checkly;

/// <summary>The operation of <c>/v1/locations</c>.</summary>
public static class LocationRequests
{
    /// <summary>All public locations. This list is not paged.</summary>
    /// <returns>The request <c>GET /v1/locations</c>.</returns>
    public static ApiRequest<Location[]> List() =>
        new(HttpMethod.Get, "/v1/locations", (json, answer) => JsonValues.Many(json, answer, Location.Read));
}
