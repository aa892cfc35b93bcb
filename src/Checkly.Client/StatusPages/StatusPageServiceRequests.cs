using System.Net.Http;

namespace Checkly;

/// <summary>The operations of <c>/v1/status-pages/services</c>.</summary>
public static class StatusPageServiceRequests
{
    /// <summary>The largest <c>limit</c> of the list.</summary>
    public const int LargestPage = 100;

    private const string Path = "/v1/status-pages/services";

    /// <summary>Where a created service is listed.</summary>
    internal static Confirmation WhereMade => Confirmation.ByCursor("the account's services", Path, LargestPage);

    /// <summary>One page of the account's services.</summary>
    /// <param name="limit">The number of services on the page, 1 to 100.</param>
    /// <param name="nextId">The <see cref="Page{T}.NextId"/> of the previous page; <see langword="null"/> for the first page.</param>
    /// <returns>The request <c>GET /v1/status-pages/services</c>.</returns>
    public static ApiRequest<Page<StatusPageService>> List(int limit, string? nextId = null) =>
        CursorList.Of(Path, limit, nextId, StatusPageService.Read);

    /// <summary>One service.</summary>
    /// <param name="id">The service's id.</param>
    /// <returns>The request <c>GET /v1/status-pages/services/{serviceId}</c>.</returns>
    public static ApiRequest<StatusPageService> Get(string id) =>
        new(HttpMethod.Get, ApiPath.Of($"/v1/status-pages/services/{id}"), StatusPageService.Read);

    /// <summary>Creates a service. Customers see it once a card of a status page has it.</summary>
    /// <param name="name">The name.</param>
    /// <returns>The request <c>POST /v1/status-pages/services</c>.</returns>
    public static ApiRequest<StatusPageService> Create(string name) =>
        new(HttpMethod.Post, Path, StatusPageService.Read, Body(name)) { Confirmation = WhereMade };

    /// <summary>Renames a service. The API changes nothing else of it.</summary>
    /// <param name="id">The service's id.</param>
    /// <param name="name">The new name.</param>
    /// <returns>The request <c>PUT /v1/status-pages/services/{serviceId}</c>.</returns>
    public static ApiRequest<StatusPageService> Change(string id, string name) =>
        new(HttpMethod.Put, ApiPath.Of($"/v1/status-pages/services/{id}"), StatusPageService.Read, Body(name));

    /// <summary>Removes a service.</summary>
    /// <param name="id">The service's id.</param>
    /// <returns>The request <c>DELETE /v1/status-pages/services/{serviceId}</c>.</returns>
    public static ApiRequest<NoContent> Delete(string id) =>
        new(HttpMethod.Delete, ApiPath.Of($"/v1/status-pages/services/{id}"));

    private static byte[] Body(string name) => JsonBody.Object(new StatusPageService { Name = name });
}
