namespace Checkly;

/// <summary>What it takes to open a dashboard incident: the body of <c>POST /v1/incidents</c>.</summary>
public sealed record NewIncident
{
    /// <summary>What the incident is called on the dashboard.</summary>
    public required string Name { get; init; }

    /// <summary>The number of the dashboard that shows it.</summary>
    public required long DashboardId { get; init; }

    /// <summary>MAJOR, MINOR or MAINTENANCE.</summary>
    public required string Impact { get; init; }

    /// <summary>The status of its first update.</summary>
    public required string Status { get; init; }

    /// <summary>The text of its first update.</summary>
    public required string Description { get; init; }

    /// <summary>When it begins to be active; not sent when not given.</summary>
    public DateTimeOffset? StartedAt { get; init; }

    /// <summary>When it ceases to be active; not sent when not given.</summary>
    public DateTimeOffset? StoppedAt { get; init; }
}
