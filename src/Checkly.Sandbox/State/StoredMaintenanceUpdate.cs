using System.Text.Json.Nodes;

namespace Checkly.Sandbox;

/// <summary>An update of a maintenance in the sandbox's memory.</summary>
internal sealed class StoredMaintenanceUpdate : IStored
{
    public required string Id { get; init; }

    public required string Status { get; set; }

    public required string Description { get; set; }

    public required bool NotifySubscribers { get; init; }

    public required string CreatedAt { get; init; }

    /// <summary>The status of the maintenance before.</summary>
    public required string PreviousStatus { get; init; }

    /// <summary>The update in the API's shape.</summary>
    public JsonObject ToJson(StoredMaintenance maintenance) => new()
    {
        ["id"] = Id,
        ["maintenanceWindowId"] = maintenance.Window,
        ["maintenanceId"] = maintenance.Id,
        ["status"] = Status,
        ["description"] = Description,
        ["notifySubscribers"] = NotifySubscribers,
        ["created_at"] = CreatedAt,
        ["previousStatus"] = PreviousStatus,
        // No update here moves a maintenance.
        ["previousStartsAt"] = null,
        ["previousEndsAt"] = null,
        ["dateAdjustments"] = null,
    };
}
