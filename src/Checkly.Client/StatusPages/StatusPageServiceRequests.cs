namespace Checkly;

/// <summary>The operations of <c>/v1/status-pages/services</c>.</summary>
public static class StatusPageServiceRequests
{
    /// <summary>The largest <c>limit</c> of the list.</summary>
    public const int LargestPage = 100;

    private static readonly Resource<StatusPageService> Services = new("/v1/status-pages/services", StatusPageService.Read);

    /// <summary>Where a created service is listed.</summary>
    internal static Confirmation WhereMade => Confirmation.ByCursor("the account's services", Services.Path, LargestPage);

    /// <inheritdoc cref="Resource{T}.List(int, string?)"/>
    public static ApiRequest<Page<StatusPageService>> List(int limit, string? nextId = null) => Services.List(limit, nextId);

    /// <inheritdoc cref="Resource{T}.Get"/>
    public static ApiRequest<StatusPageService> Get(string id) => Services.Get(id);

    /// <summary>Creates a service. Customers see it once a card of a status page has it.</summary>
    /// <param name="name">The name.</param>
    /// <returns>The request <c>POST /v1/status-pages/services</c>.</returns>
    public static ApiRequest<StatusPageService> Create(string name) => Services.Create(Body(name), WhereMade);

    /// <summary>Renames a service. The API changes nothing else of it.</summary>
    /// <param name="id">The service's id.</param>
    /// <param name="name">The new name.</param>
    /// <returns>The request <c>PUT /v1/status-pages/services/{serviceId}</c>.</returns>
    public static ApiRequest<StatusPageService> Change(string id, string name) => Services.Put(id, Body(name));

    /// <inheritdoc cref="Resource{T}.Delete"/>
    public static ApiRequest<NoContent> Delete(string id) => Services.Delete(id);

    private static byte[] Body(string name) => JsonBody.Object(new StatusPageService { Name = name });
}
