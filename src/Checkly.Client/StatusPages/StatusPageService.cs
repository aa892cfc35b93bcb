namespace Checkly;

/// <summary>
/// A service (<c>/v1/status-pages/services</c>): a part of what customers use. Status pages show it on a card, and
/// status page incidents affect it.
/// </summary>
[ApiModel]
[ApiBody]
public sealed partial class StatusPageService
{
    /// <summary>The service's id, a GUID.</summary>
    [ApiField("id", Required = true)]
    public string? Id { get; set; }

    /// <summary>What customers call it; it stands in the mails to subscribers too.</summary>
    [ApiField("name")]
    public string? Name { get; set; }

    /// <summary>The account it belongs to, a GUID. An incident that is created or changed must name it.</summary>
    [ApiField("accountId")]
    public string? AccountId { get; set; }

    /// <summary>When it was created.</summary>
    [ApiField("created_at", "createdAt", ReadOnly = true)]
    public DateTimeOffset? CreatedAt { get; set; }

    /// <summary>When it was last changed; <see langword="null"/> when it never was.</summary>
    [ApiField("updated_at", ReadOnly = true)]
    public DateTimeOffset? UpdatedAt { get; set; }

    /// <summary>
    /// OPERATIONAL, or the highest severity of its open incidents. The API does not say it: it is known where the incidents
    /// were read as well, and never goes out.
    /// </summary>
    public string? State { get; set; }
}
