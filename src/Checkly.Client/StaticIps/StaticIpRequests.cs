using System.Net.Http;

namespace Checkly;

/// <summary>
/// The operations of <c>/v1/static-ips-by-region</c> and <c>/v1/static-ipv6s-by-region</c>. The operations without regions answer the
/// same addresses with less information.
/// </summary>
public static class StaticIpRequests
{
    /// <summary>All IPv4 addresses.</summary>
    /// <returns>The request <c>GET /v1/static-ips-by-region</c>.</returns>
    public static ApiRequest<StaticIp[]> ListIPv4() =>
        new(HttpMethod.Get, "/v1/static-ips-by-region", json => StaticIp.ReadByRegion(json, "IPv4"));

    /// <summary>All ranges of IPv6 addresses.</summary>
    /// <returns>The request <c>GET /v1/static-ipv6s-by-region</c>.</returns>
    public static ApiRequest<StaticIp[]> ListIPv6() =>
        new(HttpMethod.Get, "/v1/static-ipv6s-by-region", json => StaticIp.ReadByRegion(json, "IPv6"));
}
