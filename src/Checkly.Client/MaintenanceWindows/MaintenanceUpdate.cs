namespace Checkly;

/// <summary>An update of a maintenance: one entry of its history.</summary>
[ApiModel(ApiChange.Whole)]
[ApiBody]
public sealed partial class MaintenanceUpdate
{
    /// <summary>The update's id, a GUID.</summary>
    [ApiField("id", Required = true, ReadOnly = true)]
    public string? Id { get; set; }

    /// <summary>The id of the maintenance window, an integer.</summary>
    [ApiField("maintenanceWindowId", FromParent = true)]
    public long? MaintenanceWindowId { get; set; }

    /// <summary>The id of the maintenance, a GUID.</summary>
    [ApiField("maintenanceId", FromParent = true)]
    public string? MaintenanceId { get; set; }

    /// <summary>SCHEDULED, IN_PROGRESS, VERIFYING, COMPLETED or CANCELLED; a string, so that new values can be read.</summary>
    [ApiField("status")]
    public string? Status { get; set; }

    /// <summary>The text that customers read, at most 2,000 characters.</summary>
    [ApiField("description")]
    public string? Description { get; set; }

    /// <summary>Whether subscribers got a mail when the update was posted.</summary>
    [ApiField("notifySubscribers")]
    public bool? NotifySubscribers { get; set; }

    /// <summary>When the update was posted.</summary>
    [ApiField("created_at", "createdAt", ReadOnly = true)]
    public DateTimeOffset? CreatedAt { get; set; }

    /// <summary>The status of the maintenance before the update.</summary>
    [ApiField("previousStatus", ReadOnly = true)]
    public string? PreviousStatus { get; set; }

    /// <summary>The beginning of the maintenance before the update.</summary>
    [ApiField("previousStartsAt", ReadOnly = true)]
    public DateTimeOffset? PreviousStartsAt { get; set; }

    /// <summary>The end of the maintenance before the update.</summary>
    [ApiField("previousEndsAt", ReadOnly = true)]
    public DateTimeOffset? PreviousEndsAt { get; set; }
}
