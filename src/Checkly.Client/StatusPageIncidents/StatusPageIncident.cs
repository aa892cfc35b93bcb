namespace Checkly;

/// <summary>
/// A status page incident (<c>/v1/status-pages/incidents</c>) with its history. It affects services, and appears on every
/// status page that shows one of them.
/// </summary>
[ApiModel(ApiChange.Whole)]
public sealed partial class StatusPageIncident
{
    private string? _currentStatus;

    /// <summary>The incident's id, a GUID.</summary>
    [ApiField("id", Required = true, ReadOnly = true)]
    public string? Id { get; set; }

    /// <summary>What the incident is called, at most 255 characters.</summary>
    [ApiField("name")]
    public string? Name { get; set; }

    /// <summary>CRITICAL, MAJOR, MEDIUM or MINOR; text, so that a new one still reads.</summary>
    [ApiField("severity")]
    public string? Severity { get; set; }

    /// <summary>
    /// The status of the newest update: what the API says (<c>lastUpdateStatus</c>), else what the updates say. Not called
    /// Status on purpose; see <see cref="Incident.CurrentStatus"/>.
    /// </summary>
    [ApiField("lastUpdateStatus", ReadOnly = true)]
    public string? CurrentStatus
    {
        get => _currentStatus ?? Newest?.Status;
        set => _currentStatus = value;
    }

    /// <summary>The services that it affects.</summary>
    [ApiField("services")]
    public StatusPageService[] Services { get; set; } = [];

    /// <summary>How long it lasted, as the API says it. The OpenAPI document names no unit.</summary>
    [ApiField("duration", ReadOnly = true)]
    public long? Duration { get; set; }

    /// <summary>When it was created.</summary>
    [ApiField("created_at", "createdAt", ReadOnly = true)]
    public DateTimeOffset? CreatedAt { get; set; }

    /// <summary>When it was last changed; <see langword="null"/> when it never was.</summary>
    [ApiField("updated_at", ReadOnly = true)]
    public DateTimeOffset? UpdatedAt { get; set; }

    /// <summary>Its updates in the order of the answer.</summary>
    [ApiField("incidentUpdates", ReadOnly = true)]
    public StatusPageIncidentUpdate[] IncidentUpdates { get; set; } = [];

    private StatusPageIncidentUpdate? Newest =>
        IncidentUpdates.OrderByDescending(update => update.CreatedAt ?? DateTimeOffset.MinValue).FirstOrDefault();
}
