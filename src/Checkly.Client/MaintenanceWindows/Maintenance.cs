namespace Checkly;

/// <summary>
/// One time of a maintenance window (<c>/v1/maintenance-windows/{id}/maintenances</c>), with what was said about it.
/// </summary>
[ApiModel]
[ApiBody]
public sealed partial class Maintenance
{
    /// <summary>The maintenance's id, a GUID.</summary>
    [ApiField("id", Required = true, ReadOnly = true)]
    public string? Id { get; set; }

    /// <summary>The id of the window that it is a time of, a whole number.</summary>
    [ApiField("maintenanceWindowId", FromParent = true)]
    public long? MaintenanceWindowId { get; set; }

    /// <summary>
    /// SCHEDULED, IN_PROGRESS, VERIFYING, COMPLETED or CANCELLED; text, so that a new one still reads. Not called Status on
    /// purpose; see <see cref="Incident.CurrentStatus"/>.
    /// </summary>
    [ApiField("status", ReadOnly = true)]
    public string? CurrentStatus { get; set; }

    /// <summary>When it begins.</summary>
    [ApiField("startsAt")]
    public DateTimeOffset? StartsAt { get; set; }

    /// <summary>When it ends.</summary>
    [ApiField("endsAt")]
    public DateTimeOffset? EndsAt { get; set; }

    /// <summary>When it was created.</summary>
    [ApiField("created_at", "createdAt", ReadOnly = true)]
    public DateTimeOffset? CreatedAt { get; set; }

    /// <summary>When it was last changed.</summary>
    [ApiField("updated_at", ReadOnly = true)]
    public DateTimeOffset? UpdatedAt { get; set; }

    /// <summary>Its updates in the order of the answer.</summary>
    [ApiField("updates", ReadOnly = true)]
    public MaintenanceUpdate[] Updates { get; set; } = [];
}
