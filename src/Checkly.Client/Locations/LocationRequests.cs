namespace Checkly;

/// <summary>The operation of <c>/v1/locations</c>.</summary>
public static class LocationRequests
{
    /// <summary>All public locations. This list is not paged.</summary>
    /// <returns>The request <c>GET /v1/locations</c>.</returns>
    public static ApiRequest<Location[]> List() => new Resource<Location>("/v1/locations", Location.Read).List();
}
