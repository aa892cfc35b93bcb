namespace Checkly;

/// <summary>One entry in the history of a dashboard incident: what was said about it, and when.</summary>
[ApiModel]
[ApiBody]
public sealed partial class IncidentUpdate
{
    /// <summary>The update's id, a GUID.</summary>
    [ApiField("id", Required = true, ReadOnly = true)]
    public string? Id { get; set; }

    /// <summary>The id of the incident it belongs to. The API leaves it out in some answers; it is filled in then.</summary>
    [ApiField("incidentId", FromParent = true)]
    public string? IncidentId { get; set; }

    /// <summary>INVESTIGATING, IDENTIFIED, MONITORING, RESOLVED or MAINTENANCE; text, so that a new one still reads.</summary>
    [ApiField("status")]
    public string? Status { get; set; }

    /// <summary>What customers read.</summary>
    [ApiField("description")]
    public string? Description { get; set; }

    /// <summary>When it was posted.</summary>
    [ApiField("created_at", "createdAt", ReadOnly = true)]
    public DateTimeOffset? CreatedAt { get; set; }

    /// <summary>When it was last changed; <see langword="null"/> when it never was.</summary>
    [ApiField("updated_at", ReadOnly = true)]
    public DateTimeOffset? UpdatedAt { get; set; }

    /// <summary>An update to be posted.</summary>
    /// <param name="status">The status, in upper or lower case.</param>
    /// <param name="description">What customers will read.</param>
    internal static IncidentUpdate Draft(string status, string description) => new() { Status = status.ToUpperInvariant(), Description = description };
}
