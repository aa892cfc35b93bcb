namespace Checkly;

/// <summary>A dashboard incident (<c>/v1/incidents</c>) with its history.</summary>
[ApiModel(ApiChange.Whole)]
public sealed partial class Incident
{
    /// <summary>The incident's id, a GUID.</summary>
    [ApiField("id", Required = true, ReadOnly = true)]
    public string? Id { get; set; }

    /// <summary>The name of the incident, which the dashboard shows.</summary>
    [ApiField("name")]
    public string? Name { get; set; }

    /// <summary>MAJOR, MINOR or MAINTENANCE; a string, so that new values can be read.</summary>
    [ApiField("impact")]
    public string? Impact { get; set; }

    /// <summary>
    /// The status of the newest update. It is called CurrentStatus so that a piped incident does not set -Status of a new update.
    /// </summary>
    public string? CurrentStatus { get => field ?? Newest?.Status; set; }

    /// <summary>The number of the dashboard that shows the incident.</summary>
    [ApiField("dashboardId", ReadOnly = true)]
    public long? DashboardId { get; set; }

    /// <summary>When the dashboard starts to show the incident as active.</summary>
    [ApiField("startedAt")]
    public DateTimeOffset? StartedAt { get; set; }

    /// <summary>When the dashboard stops showing the incident as active.</summary>
    [ApiField("stoppedAt")]
    public DateTimeOffset? StoppedAt { get; set; }

    /// <summary>When the incident was created.</summary>
    [ApiField("created_at", "createdAt", ReadOnly = true)]
    public DateTimeOffset? CreatedAt { get; set; }

    /// <summary>When the incident was last changed; <see langword="null"/> when it was never changed.</summary>
    [ApiField("updated_at", ReadOnly = true)]
    public DateTimeOffset? UpdatedAt { get; set; }

    /// <summary>
    /// The updates, newest first; empty in the answers of operations that leave them out.
    /// </summary>
    [ApiField("incidentUpdates", ReadOnly = true)]
    public IncidentUpdate[] IncidentUpdates { get; set; } = [];

    private IncidentUpdate? Newest =>
        IncidentUpdates.OrderByDescending(update => update.CreatedAt ?? DateTimeOffset.MinValue).FirstOrDefault();
}
