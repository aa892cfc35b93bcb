using System.Net.Http;

namespace Checkly;

/// <summary>The operations of <c>/v1/maintenance-windows/{id}/maintenances</c>, the occurrences of maintenance windows.</summary>
public static class MaintenanceRequests
{
    /// <summary>The largest <c>limit</c> of the list, which is smaller than that of other lists.</summary>
    public const int LargestPage = 50;

    private static readonly HttpMethod Patch = new("PATCH");

    /// <summary>One page of the maintenances of a window.</summary>
    /// <param name="maintenanceWindowId">The window's id.</param>
    /// <param name="limit">The number of maintenances on the page, 1 to 50.</param>
    /// <param name="page">The page number, counted from 1.</param>
    /// <returns>The request <c>GET /v1/maintenance-windows/{id}/maintenances</c>.</returns>
    public static ApiRequest<Page<Maintenance>> List(long maintenanceWindowId, int limit, long page) =>
        Of(maintenanceWindowId).List(limit, page);

    /// <summary>One maintenance with its updates.</summary>
    /// <param name="maintenanceWindowId">The window's id.</param>
    /// <param name="id">The maintenance's id.</param>
    /// <returns>The request <c>GET /v1/maintenance-windows/{id}/maintenances/{maintenanceId}</c>.</returns>
    public static ApiRequest<Maintenance> Get(long maintenanceWindowId, string id) =>
        Of(maintenanceWindowId).Get(id);

    /// <summary>Moves a maintenance. The other maintenances of its window do not change.</summary>
    /// <param name="maintenanceWindowId">The window's id.</param>
    /// <param name="id">The maintenance's id.</param>
    /// <param name="startsAt">The new beginning; not sent when it is <see langword="null"/>.</param>
    /// <param name="endsAt">The new end; not sent when it is <see langword="null"/>.</param>
    /// <returns>The request <c>PATCH /v1/maintenance-windows/{id}/maintenances/{maintenanceId}</c>.</returns>
    public static ApiRequest<Maintenance> Change(long maintenanceWindowId, string id, DateTimeOffset? startsAt, DateTimeOffset? endsAt) =>
        new(
            Patch,
            PathOf(maintenanceWindowId, id),
            json => Maintenance.Read(json, maintenanceWindowId),
            JsonBody.Object(new Maintenance { StartsAt = startsAt, EndsAt = endsAt }));

    /// <summary>Removes a maintenance.</summary>
    /// <param name="maintenanceWindowId">The window's id.</param>
    /// <param name="id">The maintenance's id.</param>
    /// <returns>The request <c>DELETE /v1/maintenance-windows/{id}/maintenances/{maintenanceId}</c>.</returns>
    public static ApiRequest<NoContent> Delete(long maintenanceWindowId, string id) =>
        Of(maintenanceWindowId).Delete(id);

    /// <summary>The path of one maintenance.</summary>
    internal static string PathOf(long maintenanceWindowId, string id) => Of(maintenanceWindowId).PathOf(id);

    private static Resource<Maintenance> Of(long maintenanceWindowId) =>
        new(ApiPath.Of($"/v1/maintenance-windows/{maintenanceWindowId}/maintenances"), json => Maintenance.Read(json, maintenanceWindowId));
}
