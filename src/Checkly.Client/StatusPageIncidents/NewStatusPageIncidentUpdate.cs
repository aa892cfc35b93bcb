using System.Text.Json;

namespace Checkly;

/// <summary>
/// What it takes to say something about a status page incident: the body of
/// <c>POST /v1/status-pages/incidents/{incidentId}/incident-updates</c>.
/// </summary>
public sealed record NewStatusPageIncidentUpdate : IBodyObject
{
    /// <summary>What customers will read; the only field that the API requires.</summary>
    public required string Description { get; init; }

    /// <summary>INVESTIGATING, IDENTIFIED, MONITORING or RESOLVED; not sent when not given.</summary>
    public string? Status { get; init; }

    /// <summary>
    /// The time that customers will see beside it. Not sent when not given, and the API takes the time at which it is
    /// posted: the default in the OpenAPI document is but the moment at which that was made.
    /// </summary>
    public DateTimeOffset? PublicIncidentUpdateDate { get; init; }

    /// <summary>Whether subscribers get a mail. Not sent when not given, and the API sends none.</summary>
    public bool? NotifySubscribers { get; init; }

    void IBodyObject.WriteFields(Utf8JsonWriter json)
    {
        json.WriteText("description", Description);
        json.WriteOptional("status", Status?.ToUpperInvariant());
        json.WriteTime("publicIncidentUpdateDate", PublicIncidentUpdateDate);
        json.WriteOptional("notifySubscribers", NotifySubscribers);
    }
}
