using System.Text.Json;

namespace Checkly;

/// <summary>
/// A status page incident (<c>/v1/status-pages/incidents</c>) with its history. It affects services, and appears on every
/// status page that shows one of them.
/// </summary>
public sealed class StatusPageIncident
{
    private string? _currentStatus;

    /// <summary>The incident's id, a GUID.</summary>
    public string? Id { get; set; }

    /// <summary>What the incident is called, at most 255 characters.</summary>
    public string? Name { get; set; }

    /// <summary>CRITICAL, MAJOR, MEDIUM or MINOR; text, so that a new one still reads.</summary>
    public string? Severity { get; set; }

    /// <summary>
    /// The status of the newest update: what the API says (<c>lastUpdateStatus</c>), else what the updates say. Not called
    /// Status on purpose; see <see cref="Incident.CurrentStatus"/>.
    /// </summary>
    public string? CurrentStatus
    {
        get => _currentStatus ?? Newest?.Status;
        set => _currentStatus = value;
    }

    /// <summary>The services that it affects.</summary>
    public StatusPageService[] Services { get; set; } = [];

    /// <summary>How long it lasted, as the API says it. The OpenAPI document names no unit.</summary>
    public long? Duration { get; set; }

    /// <summary>When it was created (<c>created_at</c>).</summary>
    public DateTimeOffset? CreatedAt { get; set; }

    /// <summary>When it was last changed (<c>updated_at</c>); none when it never was.</summary>
    public DateTimeOffset? UpdatedAt { get; set; }

    /// <summary>Its updates in the order of the answer.</summary>
    public StatusPageIncidentUpdate[] IncidentUpdates { get; set; } = [];

    /// <summary>What else the server said.</summary>
    public IDictionary<string, object?> AdditionalProperties { get; set; } = JsonValues.NewMap();

    /// <summary>The incident as it was read, so that a change can send back all that it does not change.</summary>
    internal JsonElement Source { get; private init; }

    private StatusPageIncidentUpdate? Newest =>
        IncidentUpdates.OrderByDescending(update => update.CreatedAt ?? DateTimeOffset.MinValue).FirstOrDefault();

    /// <summary>The id, so that an incident can stand wherever its id can: in a text, and where a command is mocked.</summary>
    /// <returns>The id.</returns>
    public override string ToString() => Id ?? string.Empty;

    internal static StatusPageIncident Read(JsonElement json)
    {
        var fields = new JsonFields(json);
        string id = fields.RequiredText("id");
        return new StatusPageIncident
        {
            Id = id,
            Name = fields.Text("name"),
            Severity = fields.Text("severity"),
            CurrentStatus = fields.Text("lastUpdateStatus"),
            Services = fields.List("services", StatusPageService.Read),
            Duration = fields.Integer("duration"),
            CreatedAt = fields.Time("created_at"),
            UpdatedAt = fields.Time("updated_at"),
            IncidentUpdates = fields.List("incidentUpdates", update => StatusPageIncidentUpdate.Read(update, id)),
            AdditionalProperties = fields.Rest(),
            Source = json.Clone(),
        };
    }
}
