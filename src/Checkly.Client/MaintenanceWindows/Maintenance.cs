namespace Checkly;

/// <summary>
/// One occurrence of a maintenance window (<c>/v1/maintenance-windows/{id}/maintenances</c>), with its updates.
/// </summary>
[ApiModel]
[ApiBody]
public sealed partial class Maintenance
{
    /// <summary>The maintenance's id, a GUID.</summary>
    [ApiField("id", Required = true, ReadOnly = true)]
    public string? Id { get; set; }

    /// <summary>The id of the maintenance window, an integer.</summary>
    [ApiField("maintenanceWindowId", FromParent = true)]
    public long? MaintenanceWindowId { get; set; }

    /// <summary>
    /// SCHEDULED, IN_PROGRESS, VERIFYING, COMPLETED or CANCELLED; a string, so that new values can be read. It is called
    /// CurrentStatus so that a piped maintenance does not set -Status of a new update.
    /// </summary>
    [ApiField("status", ReadOnly = true)]
    public string? CurrentStatus { get; set; }

    /// <summary>When the maintenance begins.</summary>
    [ApiField("startsAt")]
    public DateTimeOffset? StartsAt { get; set; }

    /// <summary>When the maintenance ends.</summary>
    [ApiField("endsAt")]
    public DateTimeOffset? EndsAt { get; set; }

    /// <summary>When it was created.</summary>
    [ApiField("created_at", "createdAt", ReadOnly = true)]
    public DateTimeOffset? CreatedAt { get; set; }

    /// <summary>When it was last changed.</summary>
    [ApiField("updated_at", ReadOnly = true)]
    public DateTimeOffset? UpdatedAt { get; set; }

    /// <summary>The updates in the order of the answer.</summary>
    [ApiField("updates", ReadOnly = true)]
    public MaintenanceUpdate[] Updates { get; set; } = [];
}
