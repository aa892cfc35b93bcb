namespace Checkly;

/// <summary>One entry in the history of a maintenance: what was said about it, and when.</summary>
[ApiModel]
[ApiBody]
public sealed partial class MaintenanceUpdate
{
    /// <summary>The update's id, a GUID.</summary>
    [ApiField("id", Required = true, ReadOnly = true)]
    public string? Id { get; set; }

    /// <summary>The id of the window, a whole number.</summary>
    [ApiField("maintenanceWindowId", FromParent = true)]
    public long? MaintenanceWindowId { get; set; }

    /// <summary>The id of the maintenance that it belongs to, a GUID.</summary>
    [ApiField("maintenanceId", FromParent = true)]
    public string? MaintenanceId { get; set; }

    /// <summary>SCHEDULED, IN_PROGRESS, VERIFYING, COMPLETED or CANCELLED; text, so that a new one still reads.</summary>
    [ApiField("status")]
    public string? Status { get; set; }

    /// <summary>What customers read, at most 2,000 characters.</summary>
    [ApiField("description")]
    public string? Description { get; set; }

    /// <summary>Whether subscribers were to get a mail when it was posted.</summary>
    [ApiField("notifySubscribers")]
    public bool? NotifySubscribers { get; set; }

    /// <summary>When it was posted.</summary>
    [ApiField("created_at", "createdAt", ReadOnly = true)]
    public DateTimeOffset? CreatedAt { get; set; }

    /// <summary>The maintenance's status before it.</summary>
    [ApiField("previousStatus", ReadOnly = true)]
    public string? PreviousStatus { get; set; }

    /// <summary>When the maintenance was to begin before it.</summary>
    [ApiField("previousStartsAt", ReadOnly = true)]
    public DateTimeOffset? PreviousStartsAt { get; set; }

    /// <summary>When the maintenance was to end before it.</summary>
    [ApiField("previousEndsAt", ReadOnly = true)]
    public DateTimeOffset? PreviousEndsAt { get; set; }
}
