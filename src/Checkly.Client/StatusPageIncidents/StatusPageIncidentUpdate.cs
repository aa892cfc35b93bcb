namespace Checkly;

/// <summary>One entry in the history of a status page incident: what was said about it, and when.</summary>
[ApiModel(ApiChange.Whole)]
public sealed partial class StatusPageIncidentUpdate
{
    /// <summary>The update's id, a GUID.</summary>
    [ApiField("id", Required = true, ReadOnly = true)]
    public string? Id { get; set; }

    /// <summary>The id of the incident it belongs to. The API leaves it out; it is filled in.</summary>
    [ApiField("incidentId", FromParent = true)]
    public string? IncidentId { get; set; }

    /// <summary>What customers read.</summary>
    [ApiField("description")]
    public string? Description { get; set; }

    /// <summary>INVESTIGATING, IDENTIFIED, MONITORING or RESOLVED; text, so that a new one still reads.</summary>
    [ApiField("status")]
    public string? Status { get; set; }

    /// <summary>The time that customers see beside it, in UTC: when it was posted, or when it was said to be.</summary>
    [ApiField("publicIncidentUpdateDate")]
    public DateTimeOffset? PublicIncidentUpdateDate { get; set; }

    /// <summary>Whether subscribers were to get a mail when it was posted.</summary>
    [ApiField("notifySubscribers")]
    public bool? NotifySubscribers { get; set; }

    /// <summary>When it was posted.</summary>
    [ApiField("created_at", "createdAt", ReadOnly = true)]
    public DateTimeOffset? CreatedAt { get; set; }
}
