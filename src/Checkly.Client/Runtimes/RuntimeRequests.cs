using System.Net.Http;

namespace Checkly;

/// <summary>The operations of <c>/v1/runtimes</c>.</summary>
public static class RuntimeRequests
{
    /// <summary>All runtimes. This list is not paged.</summary>
    /// <returns>The request <c>GET /v1/runtimes</c>.</returns>
    public static ApiRequest<Runtime[]> List() =>
        new(HttpMethod.Get, "/v1/runtimes", (json, answer) => JsonValues.Many(json, answer, Runtime.Read));

    /// <summary>One runtime.</summary>
    /// <param name="name">The runtime's name.</param>
    /// <returns>The request <c>GET /v1/runtimes/{id}</c>.</returns>
    public static ApiRequest<Runtime> Get(string name) =>
        new(HttpMethod.Get, ApiPath.Of($"/v1/runtimes/{name}"), Runtime.Read);
}
