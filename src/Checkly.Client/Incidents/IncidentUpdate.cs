using System.Text.Json;

namespace Checkly;

/// <summary>One entry in the history of a dashboard incident: what was said about it, and when.</summary>
public sealed class IncidentUpdate
{
    /// <summary>The update's id, a GUID.</summary>
    public string? Id { get; set; }

    /// <summary>The id of the incident it belongs to. The API leaves it out in some answers; it is filled in then.</summary>
    public string? IncidentId { get; set; }

    /// <summary>INVESTIGATING, IDENTIFIED, MONITORING, RESOLVED or MAINTENANCE; text, so that a new one still reads.</summary>
    public string? Status { get; set; }

    /// <summary>What customers read.</summary>
    public string? Description { get; set; }

    /// <summary>When it was posted (<c>created_at</c>).</summary>
    public DateTimeOffset? CreatedAt { get; set; }

    /// <summary>When it was last changed (<c>updated_at</c>); none when it never was.</summary>
    public DateTimeOffset? UpdatedAt { get; set; }

    /// <summary>What else the server said.</summary>
    public IDictionary<string, object?> AdditionalProperties { get; set; } = JsonValues.NewMap();

    /// <summary>The id, so that an update can stand wherever its id can: in a text, and where a command is mocked.</summary>
    /// <returns>The id.</returns>
    public override string ToString() => Id ?? string.Empty;

    internal static IncidentUpdate Read(JsonElement json, string? incidentId)
    {
        var fields = new JsonFields(json);
        return new IncidentUpdate
        {
            Id = fields.RequiredText("id"),
            IncidentId = fields.Text("incidentId") ?? incidentId,
            Status = fields.Text("status"),
            Description = fields.Text("description"),
            CreatedAt = fields.Time("created_at"),
            UpdatedAt = fields.Time("updated_at"),
            AdditionalProperties = fields.Rest(),
        };
    }
}
