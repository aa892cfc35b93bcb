namespace Checkly;

/// <summary>A dashboard incident (<c>/v1/incidents</c>) with its history.</summary>
[ApiModel(ApiChange.Whole)]
public sealed partial class Incident
{
    /// <summary>The incident's id, a GUID.</summary>
    [ApiField("id", Required = true, ReadOnly = true)]
    public string? Id { get; set; }

    /// <summary>What the incident is called on the dashboard.</summary>
    [ApiField("name")]
    public string? Name { get; set; }

    /// <summary>MAJOR, MINOR or MAINTENANCE; text, so that a new one still reads.</summary>
    [ApiField("impact")]
    public string? Impact { get; set; }

    /// <summary>
    /// The status of the newest update. Not called Status on purpose: an incident that is piped on must not bring
    /// its old status into a new update unseen.
    /// </summary>
    public string? CurrentStatus => Newest?.Status;

    /// <summary>The number of the dashboard that shows it.</summary>
    [ApiField("dashboardId", ReadOnly = true)]
    public long? DashboardId { get; set; }

    /// <summary>When it begins to be shown as active.</summary>
    [ApiField("startedAt")]
    public DateTimeOffset? StartedAt { get; set; }

    /// <summary>When it ceases to be shown as active.</summary>
    [ApiField("stoppedAt")]
    public DateTimeOffset? StoppedAt { get; set; }

    /// <summary>When it was created.</summary>
    [ApiField("created_at", "createdAt", ReadOnly = true)]
    public DateTimeOffset? CreatedAt { get; set; }

    /// <summary>When it was last changed; <see langword="null"/> when it never was.</summary>
    [ApiField("updated_at", ReadOnly = true)]
    public DateTimeOffset? UpdatedAt { get; set; }

    /// <summary>Its updates in the order of the answer, which is newest first. Some operations answer none of them.</summary>
    [ApiField("incidentUpdates", ReadOnly = true)]
    public IncidentUpdate[] IncidentUpdates { get; set; } = [];

    private IncidentUpdate? Newest =>
        IncidentUpdates.OrderByDescending(update => update.CreatedAt ?? DateTimeOffset.MinValue).FirstOrDefault();
}
