namespace Checkly;

/// <summary>
/// An update of a status page incident to be posted: the body of
/// <c>POST /v1/status-pages/incidents/{incidentId}/incident-updates</c>.
/// </summary>
[ApiBody]
public sealed partial record NewStatusPageIncidentUpdate
{
    /// <summary>What customers will read; the only field that the API requires.</summary>
    [ApiField("description")]
    public required string Description { get; init; }

    /// <summary>
    /// INVESTIGATING, IDENTIFIED, MONITORING or RESOLVED, in upper or lower case; not sent when it is <see langword="null"/>.
    /// </summary>
    [ApiField("status")]
    public string? Status { get; init => field = value?.ToUpperInvariant(); }

    /// <summary>
    /// The time that customers will see beside the update. Not sent when it is <see langword="null"/>; the API then takes the
    /// time at which the update is posted. The default in the OpenAPI document is only the time at which that document was made.
    /// </summary>
    [ApiField("publicIncidentUpdateDate")]
    public DateTimeOffset? PublicIncidentUpdateDate { get; init; }

    /// <summary>Whether subscribers get a mail. Not sent when it is <see langword="null"/>; the API then sends none.</summary>
    [ApiField("notifySubscribers")]
    public bool? NotifySubscribers { get; init; }
}
