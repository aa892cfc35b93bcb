namespace Checkly;

/// <summary>What it takes to open a status page incident: the body of <c>POST /v1/status-pages/incidents</c>.</summary>
[ApiBody]
public sealed partial record NewStatusPageIncident
{
    /// <summary>What the incident is called, at most 255 characters.</summary>
    [ApiField("name")]
    public required string Name { get; init; }

    /// <summary>CRITICAL, MAJOR, MEDIUM or MINOR, in upper or lower case.</summary>
    [ApiField("severity")]
    public required string Severity { get; init => field = value.ToUpperInvariant(); }

    /// <summary>The services that it affects, at least one, each with its id, name and account.</summary>
    [ApiField("services")]
    public required IReadOnlyList<StatusPageService> Services { get; init; }

    /// <summary>Its first update.</summary>
    public required NewStatusPageIncidentUpdate FirstUpdate { get; init; }

    /// <summary>The first update. The API takes exactly one.</summary>
    [ApiField("incidentUpdates")]
    internal NewStatusPageIncidentUpdate[] Updates => [FirstUpdate];
}
