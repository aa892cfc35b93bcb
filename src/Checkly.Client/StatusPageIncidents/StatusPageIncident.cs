namespace Checkly;

/// <summary>
/// A status page incident (<c>/v1/status-pages/incidents</c>) with its updates. It affects services, and appears on every status page
/// that shows one of them.
/// </summary>
[ApiModel(ApiChange.Whole)]
public sealed partial class StatusPageIncident
{
    /// <summary>The incident's id, a GUID.</summary>
    [ApiField("id", Required = true, ReadOnly = true)]
    public string? Id { get; set; }

    /// <summary>The name, at most 255 characters.</summary>
    [ApiField("name")]
    public string? Name { get; set; }

    /// <summary>CRITICAL, MAJOR, MEDIUM or MINOR; a string, so that new values can be read.</summary>
    [ApiField("severity")]
    public string? Severity { get; set; }

    /// <summary>
    /// The status of the newest update: the one that the API answers, else that of <see cref="IncidentUpdates"/>. It is called
    /// CurrentStatus so that a piped incident does not set -Status of a new update.
    /// </summary>
    [ApiField("lastUpdateStatus", ReadOnly = true)]
    public string? CurrentStatus { get => field ?? Newest?.Status; set; }

    /// <summary>The services that the incident affects.</summary>
    [ApiField("services")]
    public StatusPageService[] Services { get; set; } = [];

    /// <summary>How long the incident lasted; the unit is not documented.</summary>
    [ApiField("duration", ReadOnly = true)]
    public long? Duration { get; set; }

    /// <summary>When it was created.</summary>
    [ApiField("created_at", "createdAt", ReadOnly = true)]
    public DateTimeOffset? CreatedAt { get; set; }

    /// <summary>When it was last changed; <see langword="null"/> when it was never changed.</summary>
    [ApiField("updated_at", ReadOnly = true)]
    public DateTimeOffset? UpdatedAt { get; set; }

    /// <summary>The updates in the order of the answer.</summary>
    [ApiField("incidentUpdates", ReadOnly = true)]
    public StatusPageIncidentUpdate[] IncidentUpdates { get; set; } = [];

    private StatusPageIncidentUpdate? Newest =>
        IncidentUpdates.OrderByDescending(update => update.CreatedAt ?? DateTimeOffset.MinValue).FirstOrDefault();
}
