namespace Checkly;

/// <summary>A dashboard incident to be opened: the body of <c>POST /v1/incidents</c>.</summary>
[ApiBody]
public sealed partial record NewIncident
{
    /// <summary>The name of the incident, which the dashboard shows.</summary>
    [ApiField("name")]
    public required string Name { get; init; }

    /// <summary>MAJOR, MINOR or MAINTENANCE, in upper or lower case.</summary>
    [ApiField("impact")]
    public required string Impact { get; init => field = value.ToUpperInvariant(); }

    /// <summary>When the dashboard starts to show the incident as active; not sent when it is <see langword="null"/>.</summary>
    [ApiField("startedAt")]
    public DateTimeOffset? StartedAt { get; init; }

    /// <summary>When the dashboard stops showing the incident as active; not sent when it is <see langword="null"/>.</summary>
    [ApiField("stoppedAt")]
    public DateTimeOffset? StoppedAt { get; init; }

    /// <summary>The number of the dashboard that shows the incident.</summary>
    [ApiField("dashboardId")]
    public required long DashboardId { get; init; }

    /// <summary>The status of the first update, in upper or lower case.</summary>
    public required string Status { get; init; }

    /// <summary>The text of the first update.</summary>
    public required string Description { get; init; }

    /// <summary>The first update as the API takes it: a list with exactly one entry.</summary>
    [ApiField("incidentUpdates")]
    internal IncidentUpdate[] Updates => [IncidentUpdate.Draft(Status, Description)];
}
