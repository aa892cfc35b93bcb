namespace Checkly;

/// <summary>What it takes to open a dashboard incident: the body of <c>POST /v1/incidents</c>.</summary>
[ApiBody]
public sealed partial record NewIncident
{
    /// <summary>What the incident is called on the dashboard.</summary>
    [ApiField("name")]
    public required string Name { get; init; }

    /// <summary>MAJOR, MINOR or MAINTENANCE, in upper or lower case.</summary>
    [ApiField("impact")]
    public required string Impact { get; init => field = value.ToUpperInvariant(); }

    /// <summary>When it begins to be active; not sent when it is <see langword="null"/>.</summary>
    [ApiField("startedAt")]
    public DateTimeOffset? StartedAt { get; init; }

    /// <summary>When it ceases to be active; not sent when it is <see langword="null"/>.</summary>
    [ApiField("stoppedAt")]
    public DateTimeOffset? StoppedAt { get; init; }

    /// <summary>The number of the dashboard that shows it.</summary>
    [ApiField("dashboardId")]
    public required long DashboardId { get; init; }

    /// <summary>The status of its first update, in upper or lower case.</summary>
    public required string Status { get; init; }

    /// <summary>The text of its first update.</summary>
    public required string Description { get; init; }

    /// <summary>The first update. The API takes exactly one.</summary>
    [ApiField("incidentUpdates")]
    internal IncidentUpdate[] Updates => [IncidentUpdate.Draft(Status, Description)];
}
