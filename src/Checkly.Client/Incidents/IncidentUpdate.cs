namespace Checkly;

/// <summary>An update of a dashboard incident: one entry of its history.</summary>
[ApiModel]
[ApiBody]
public sealed partial class IncidentUpdate
{
    /// <summary>The update's id, a GUID.</summary>
    [ApiField("id", Required = true, ReadOnly = true)]
    public string? Id { get; set; }

    /// <summary>The id of the incident.</summary>
    [ApiField("incidentId", FromParent = true)]
    public string? IncidentId { get; set; }

    /// <summary>INVESTIGATING, IDENTIFIED, MONITORING, RESOLVED or MAINTENANCE; a string, so that new values can be read.</summary>
    [ApiField("status")]
    public string? Status { get; set; }

    /// <summary>The text that customers read.</summary>
    [ApiField("description")]
    public string? Description { get; set; }

    /// <summary>When the update was posted.</summary>
    [ApiField("created_at", "createdAt", ReadOnly = true)]
    public DateTimeOffset? CreatedAt { get; set; }

    /// <summary>When the update was last changed; <see langword="null"/> when it was never changed.</summary>
    [ApiField("updated_at", ReadOnly = true)]
    public DateTimeOffset? UpdatedAt { get; set; }

    /// <summary>Creates an update that is to be posted.</summary>
    /// <param name="status">The status, in upper or lower case.</param>
    /// <param name="description">What customers will read.</param>
    internal static IncidentUpdate Draft(string status, string description) => new() { Status = status.ToUpperInvariant(), Description = description };
}
