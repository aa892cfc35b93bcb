using System.Text.Json;

namespace Checkly;

/// <summary>
/// One time of a maintenance window (<c>/v1/maintenance-windows/{id}/maintenances</c>), with what was said about it.
/// </summary>
public sealed class Maintenance
{
    /// <summary>The maintenance's id, a GUID.</summary>
    public string? Id { get; set; }

    /// <summary>The id of the window that it is a time of, a whole number.</summary>
    public long? MaintenanceWindowId { get; set; }

    /// <summary>
    /// SCHEDULED, IN_PROGRESS, VERIFYING, COMPLETED or CANCELLED; text, so that a new one still reads. Not called Status on
    /// purpose; see <see cref="Incident.CurrentStatus"/>.
    /// </summary>
    public string? CurrentStatus { get; set; }

    /// <summary>When it begins.</summary>
    public DateTimeOffset? StartsAt { get; set; }

    /// <summary>When it ends.</summary>
    public DateTimeOffset? EndsAt { get; set; }

    /// <summary>When it was created (<c>created_at</c>).</summary>
    public DateTimeOffset? CreatedAt { get; set; }

    /// <summary>When it was last changed (<c>updated_at</c>).</summary>
    public DateTimeOffset? UpdatedAt { get; set; }

    /// <summary>Its updates in the order of the answer.</summary>
    public MaintenanceUpdate[] Updates { get; set; } = [];

    /// <summary>What else the server said.</summary>
    public IDictionary<string, object?> AdditionalProperties { get; set; } = JsonValues.NewMap();

    /// <summary>The id, so that a maintenance can stand wherever its id can: in a text, and where a command is mocked.</summary>
    /// <returns>The id.</returns>
    public override string ToString() => Id ?? string.Empty;

    internal static Maintenance Read(JsonElement json, long maintenanceWindowId)
    {
        var fields = new JsonFields(json);
        string id = fields.RequiredText("id");
        return new Maintenance
        {
            Id = id,
            MaintenanceWindowId = fields.Integer("maintenanceWindowId") ?? maintenanceWindowId,
            CurrentStatus = fields.Text("status"),
            StartsAt = fields.Time("startsAt"),
            EndsAt = fields.Time("endsAt"),
            CreatedAt = fields.Time("created_at"),
            UpdatedAt = fields.Time("updated_at"),
            Updates = fields.List("updates", update => MaintenanceUpdate.Read(update, maintenanceWindowId, id)),
            AdditionalProperties = fields.Rest(),
        };
    }
}
