namespace Checkly;

/// <summary>A status page incident to be opened: the body of <c>POST /v1/status-pages/incidents</c>.</summary>
[ApiBody]
public sealed partial record NewStatusPageIncident
{
    /// <summary>The name, at most 255 characters.</summary>
    [ApiField("name")]
    public required string Name { get; init; }

    /// <summary>CRITICAL, MAJOR, MEDIUM or MINOR, in upper or lower case.</summary>
    [ApiField("severity")]
    public required string Severity { get; init => field = value.ToUpperInvariant(); }

    /// <summary>The services that the incident affects: at least one, each with its id, name and account.</summary>
    [ApiField("services")]
    public required IReadOnlyList<StatusPageService> Services { get; init; }

    /// <summary>The first update.</summary>
    public required NewStatusPageIncidentUpdate FirstUpdate { get; init; }

    /// <summary>The first update as the API takes it: a list with exactly one entry.</summary>
    [ApiField("incidentUpdates")]
    internal NewStatusPageIncidentUpdate[] Updates => [FirstUpdate];
}
