namespace Checkly;

/// <summary>An update of a status page incident: one entry of its history.</summary>
[ApiModel(ApiChange.Whole)]
public sealed partial class StatusPageIncidentUpdate
{
    /// <summary>The update's id, a GUID.</summary>
    [ApiField("id", Required = true, ReadOnly = true)]
    public string? Id { get; set; }

    /// <summary>The id of the incident.</summary>
    [ApiField("incidentId", FromParent = true)]
    public string? IncidentId { get; set; }

    /// <summary>The text that customers read.</summary>
    [ApiField("description")]
    public string? Description { get; set; }

    /// <summary>INVESTIGATING, IDENTIFIED, MONITORING or RESOLVED; a string, so that new values can be read.</summary>
    [ApiField("status")]
    public string? Status { get; set; }

    /// <summary>The time that customers see beside the update: the time of the post, or the one that the post has set.</summary>
    [ApiField("publicIncidentUpdateDate")]
    public DateTimeOffset? PublicIncidentUpdateDate { get; set; }

    /// <summary>Whether subscribers got a mail when the update was posted.</summary>
    [ApiField("notifySubscribers")]
    public bool? NotifySubscribers { get; set; }

    /// <summary>When the update was posted.</summary>
    [ApiField("created_at", "createdAt", ReadOnly = true)]
    public DateTimeOffset? CreatedAt { get; set; }
}
