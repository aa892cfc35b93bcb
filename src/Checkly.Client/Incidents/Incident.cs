using System.Text.Json;

namespace Checkly;

/// <summary>A dashboard incident (<c>/v1/incidents</c>) with its history.</summary>
public sealed class Incident
{
    /// <summary>The incident's id, a GUID.</summary>
    public string? Id { get; set; }

    /// <summary>What the incident is called on the dashboard.</summary>
    public string? Name { get; set; }

    /// <summary>MAJOR, MINOR or MAINTENANCE; text, so that a new one still reads.</summary>
    public string? Impact { get; set; }

    /// <summary>
    /// The status of the newest update. Not called Status on purpose: an incident that is piped on must not bring
    /// its old status into a new update unseen.
    /// </summary>
    public string? CurrentStatus => Newest?.Status;

    /// <summary>The number of the dashboard that shows it.</summary>
    public long? DashboardId { get; set; }

    /// <summary>When it begins to be shown as active.</summary>
    public DateTimeOffset? StartedAt { get; set; }

    /// <summary>When it ceases to be shown as active.</summary>
    public DateTimeOffset? StoppedAt { get; set; }

    /// <summary>When it was created (<c>created_at</c>).</summary>
    public DateTimeOffset? CreatedAt { get; set; }

    /// <summary>When it was last changed (<c>updated_at</c>); none when it never was.</summary>
    public DateTimeOffset? UpdatedAt { get; set; }

    /// <summary>Its updates in the order of the answer, which is newest first. Some operations answer none of them.</summary>
    public IncidentUpdate[] IncidentUpdates { get; set; } = [];

    /// <summary>What else the server said.</summary>
    public IDictionary<string, object?> AdditionalProperties { get; set; } = JsonValues.NewMap();

    /// <summary>The incident as it was read, so that a change can send back all that it does not change.</summary>
    internal JsonElement Source { get; private init; }

    private IncidentUpdate? Newest =>
        IncidentUpdates.OrderByDescending(update => update.CreatedAt ?? DateTimeOffset.MinValue).FirstOrDefault();

    /// <summary>The id, so that an incident can stand wherever its id can: in a text, and where a command is mocked.</summary>
    /// <returns>The id.</returns>
    public override string ToString() => Id ?? string.Empty;

    internal static Incident Read(JsonElement json)
    {
        var fields = new JsonFields(json);
        string id = fields.RequiredText("id");
        return new Incident
        {
            Id = id,
            Name = fields.Text("name"),
            Impact = fields.Text("impact"),
            DashboardId = fields.Integer("dashboardId"),
            StartedAt = fields.Time("startedAt"),
            StoppedAt = fields.Time("stoppedAt"),
            CreatedAt = fields.Time("created_at"),
            UpdatedAt = fields.Time("updated_at"),
            // PUT documents a nullable string here, every other operation an array.
            IncidentUpdates = fields.List("incidentUpdates", update => IncidentUpdate.Read(update, id)),
            AdditionalProperties = fields.Rest(),
            Source = json.Clone(),
        };
    }
}
