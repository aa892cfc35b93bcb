using System.Text.Json;

namespace Checkly;

/// <summary>What it takes to open a status page incident: the body of <c>POST /v1/status-pages/incidents</c>.</summary>
public sealed record NewStatusPageIncident : IBodyObject
{
    /// <summary>What the incident is called, at most 255 characters.</summary>
    public required string Name { get; init; }

    /// <summary>CRITICAL, MAJOR, MEDIUM or MINOR.</summary>
    public required string Severity { get; init; }

    /// <summary>The services that it affects, at least one, each with its id, name and account.</summary>
    public required IReadOnlyList<StatusPageService> Services { get; init; }

    /// <summary>Its first update; the API takes exactly one.</summary>
    public required NewStatusPageIncidentUpdate FirstUpdate { get; init; }

    void IBodyObject.WriteFields(Utf8JsonWriter json)
    {
        json.WriteText("name", Name);
        json.WriteText("severity", Severity.ToUpperInvariant());
        json.WriteField("services", Services);
        json.WriteField("incidentUpdates", new[] { FirstUpdate });
    }
}
