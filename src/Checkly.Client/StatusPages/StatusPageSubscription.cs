namespace Checkly;

/// <summary>A subscription to the incidents and maintenances of a status page.</summary>
[ApiModel]
public sealed partial class StatusPageSubscription
{
    /// <summary>The subscription's id.</summary>
    [ApiField("id", Required = true)]
    public string? Id { get; set; }

    /// <summary>The id of the status page.</summary>
    [ApiField("statusPageId", FromParent = true)]
    public string? StatusPageId { get; set; }

    /// <summary>EMAIL, the only type so far; a string, so that new values can be read.</summary>
    [ApiField("type")]
    public string? Type { get; set; }

    /// <summary>The e-mail address.</summary>
    [ApiField("address")]
    public string? Address { get; set; }

    /// <summary>PENDING until the address is confirmed, then VERIFIED; a string, so that new values can be read.</summary>
    [ApiField("status")]
    public string? Status { get; set; }

    /// <summary>When it was created.</summary>
    [ApiField("created_at", "createdAt")]
    public DateTimeOffset? CreatedAt { get; set; }

    /// <summary>When it was last changed.</summary>
    [ApiField("updated_at")]
    public DateTimeOffset? UpdatedAt { get; set; }
}
