using System.Net.Http;

namespace Checkly;

/// <summary>
/// The operations of <c>/v1/maintenance-windows/{id}/maintenances/{maintenanceId}/updates</c>, the updates of maintenances that status
/// pages show. No operation reads updates alone; they are read with their maintenance.
/// </summary>
public static class MaintenanceUpdateRequests
{
    /// <summary>Posts an update.</summary>
    /// <param name="maintenanceWindowId">The window's id.</param>
    /// <param name="maintenanceId">The maintenance's id.</param>
    /// <param name="status">SCHEDULED, IN_PROGRESS, VERIFYING, COMPLETED or CANCELLED.</param>
    /// <param name="description">What customers will read, at most 2,000 characters.</param>
    /// <param name="notifySubscribers">Whether subscribers get a mail. Not sent when it is <see langword="null"/>; the API then sends no mail.</param>
    /// <returns>The request <c>POST /v1/maintenance-windows/{id}/maintenances/{maintenanceId}/updates</c>.</returns>
    public static ApiRequest<MaintenanceUpdate> Create(long maintenanceWindowId, string maintenanceId, string status, string description, bool? notifySubscribers = null) =>
        Of(maintenanceWindowId, maintenanceId).Create(
            JsonBody.Object(new MaintenanceUpdate { Status = status?.ToUpperInvariant(), Description = description, NotifySubscribers = notifySubscribers }),
            WhereMade(maintenanceWindowId, maintenanceId));

    /// <summary>Changes an update.</summary>
    /// <param name="current">
    /// The update with its three ids. The API requires the description in every change; without a new one, the update must have been
    /// read, and its description is sent back as it was read.
    /// </param>
    /// <param name="description">What customers will read, at most 2,000 characters; <see langword="null"/> keeps what was read.</param>
    /// <param name="status">The new status. Not sent when it is <see langword="null"/>; the API then keeps the status.</param>
    /// <returns>The request <c>PUT /v1/maintenance-windows/{id}/maintenances/{maintenanceId}/updates/{updateId}</c>.</returns>
    public static ApiRequest<MaintenanceUpdate> Change(MaintenanceUpdate current, string? description, string? status = null)
    {
        _ = current ?? throw new ArgumentNullException(nameof(current));
        byte[] body = JsonBody.Object(json =>
        {
            json.WriteText("status", status?.ToUpperInvariant());
            json.WriteText("description", description ?? current.Description, current.Source);
        });
        (long window, string maintenance) = (current.MaintenanceWindowId!.Value, current.MaintenanceId!);
        return new(HttpMethod.Put, Of(window, maintenance).PathOf(current.Id), json => MaintenanceUpdate.Read(json, window, maintenance), body)
        {
            ReadAt = (MaintenanceRequests.PathOf(window, maintenance), "updates"),
        };
    }

    /// <summary>Removes an update.</summary>
    /// <param name="maintenanceWindowId">The window's id.</param>
    /// <param name="maintenanceId">The maintenance's id.</param>
    /// <param name="id">The update's id.</param>
    /// <returns>The request <c>DELETE /v1/maintenance-windows/{id}/maintenances/{maintenanceId}/updates/{updateId}</c>.</returns>
    public static ApiRequest<NoContent> Delete(long maintenanceWindowId, string maintenanceId, string id) =>
        Of(maintenanceWindowId, maintenanceId).Delete(id);

    /// <summary>Where a posted update is listed.</summary>
    internal static Confirmation WhereMade(long maintenanceWindowId, string maintenanceId) =>
        Confirmation.InWhole("the maintenance's updates", MaintenanceRequests.PathOf(maintenanceWindowId, maintenanceId), "updates");

    private static Resource<MaintenanceUpdate> Of(long maintenanceWindowId, string maintenanceId) => new(
        ApiPath.Of($"/v1/maintenance-windows/{maintenanceWindowId}/maintenances/{maintenanceId}/updates"),
        json => MaintenanceUpdate.Read(json, maintenanceWindowId, maintenanceId));
}
