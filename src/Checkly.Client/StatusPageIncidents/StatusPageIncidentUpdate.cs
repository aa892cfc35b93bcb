using System.Text.Json;

namespace Checkly;

/// <summary>One entry in the history of a status page incident: what was said about it, and when.</summary>
public sealed class StatusPageIncidentUpdate
{
    /// <summary>The update's id, a GUID.</summary>
    public string? Id { get; set; }

    /// <summary>The id of the incident it belongs to. The API leaves it out; it is filled in.</summary>
    public string? IncidentId { get; set; }

    /// <summary>INVESTIGATING, IDENTIFIED, MONITORING or RESOLVED; text, so that a new one still reads.</summary>
    public string? Status { get; set; }

    /// <summary>What customers read.</summary>
    public string? Description { get; set; }

    /// <summary>The time that customers see beside it, in UTC: when it was posted, or when it was said to be.</summary>
    public DateTimeOffset? PublicIncidentUpdateDate { get; set; }

    /// <summary>Whether subscribers were to get a mail when it was posted.</summary>
    public bool? NotifySubscribers { get; set; }

    /// <summary>When it was posted (<c>created_at</c>).</summary>
    public DateTimeOffset? CreatedAt { get; set; }

    /// <summary>What else the server said.</summary>
    public IDictionary<string, object?> AdditionalProperties { get; set; } = JsonValues.NewMap();

    /// <summary>The update as it was read, so that a change can send back all that it does not change.</summary>
    internal JsonElement Source { get; private init; }

    /// <summary>The id, so that an update can stand wherever its id can: in a text, and where a command is mocked.</summary>
    /// <returns>The id.</returns>
    public override string ToString() => Id ?? string.Empty;

    internal static StatusPageIncidentUpdate Read(JsonElement json, string incidentId)
    {
        var fields = new JsonFields(json);
        return new StatusPageIncidentUpdate
        {
            Id = fields.RequiredText("id"),
            IncidentId = fields.Text("incidentId") ?? incidentId,
            Status = fields.Text("status"),
            Description = fields.Text("description"),
            PublicIncidentUpdateDate = fields.Time("publicIncidentUpdateDate"),
            NotifySubscribers = fields.Flag("notifySubscribers"),
            CreatedAt = fields.Time("created_at"),
            AdditionalProperties = fields.Rest(),
            Source = json.Clone(),
        };
    }
}
