using System.Text.Json;

namespace Checkly;

/// <summary>One entry in the history of a maintenance: what was said about it, and when.</summary>
public sealed class MaintenanceUpdate
{
    /// <summary>The update's id, a GUID.</summary>
    public string? Id { get; set; }

    /// <summary>The id of the window, a whole number.</summary>
    public long? MaintenanceWindowId { get; set; }

    /// <summary>The id of the maintenance that it belongs to, a GUID.</summary>
    public string? MaintenanceId { get; set; }

    /// <summary>SCHEDULED, IN_PROGRESS, VERIFYING, COMPLETED or CANCELLED; text, so that a new one still reads.</summary>
    public string? Status { get; set; }

    /// <summary>What customers read, at most 2,000 characters.</summary>
    public string? Description { get; set; }

    /// <summary>Whether subscribers were to get a mail when it was posted.</summary>
    public bool? NotifySubscribers { get; set; }

    /// <summary>When it was posted (<c>created_at</c>).</summary>
    public DateTimeOffset? CreatedAt { get; set; }

    /// <summary>The maintenance's status before it.</summary>
    public string? PreviousStatus { get; set; }

    /// <summary>When the maintenance was to begin before it.</summary>
    public DateTimeOffset? PreviousStartsAt { get; set; }

    /// <summary>When the maintenance was to end before it.</summary>
    public DateTimeOffset? PreviousEndsAt { get; set; }

    /// <summary>What else the server said.</summary>
    public IDictionary<string, object?> AdditionalProperties { get; set; } = JsonValues.NewMap();

    /// <summary>The id, so that an update can stand wherever its id can: in a text, and where a command is mocked.</summary>
    /// <returns>The id.</returns>
    public override string ToString() => Id ?? string.Empty;

    internal static MaintenanceUpdate Read(JsonElement json, long maintenanceWindowId, string maintenanceId)
    {
        var fields = new JsonFields(json);
        return new MaintenanceUpdate
        {
            Id = fields.RequiredText("id"),
            MaintenanceWindowId = fields.Integer("maintenanceWindowId") ?? maintenanceWindowId,
            MaintenanceId = fields.Text("maintenanceId") ?? maintenanceId,
            Status = fields.Text("status"),
            Description = fields.Text("description"),
            NotifySubscribers = fields.Flag("notifySubscribers"),
            CreatedAt = fields.Time("created_at"),
            PreviousStatus = fields.Text("previousStatus"),
            PreviousStartsAt = fields.Time("previousStartsAt"),
            PreviousEndsAt = fields.Time("previousEndsAt"),
            AdditionalProperties = fields.Rest(),
        };
    }
}
