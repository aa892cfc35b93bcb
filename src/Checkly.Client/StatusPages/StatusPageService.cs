namespace Checkly;

/// <summary>
/// A service (<c>/v1/status-pages/services</c>): a part of the product that customers use. Status pages show services on cards, and
/// status page incidents affect them.
/// </summary>
[ApiModel(ApiChange.Whole)]
[ApiBody]
public sealed partial class StatusPageService
{
    /// <summary>The service's id, a GUID.</summary>
    [ApiField("id", Required = true)]
    public string? Id { get; set; }

    /// <summary>The name, which status pages and the mails to subscribers show.</summary>
    [ApiField("name")]
    public string? Name { get; set; }

    /// <summary>The id of the account, a GUID. The API requires it for the services of an incident that is created or changed.</summary>
    [ApiField("accountId")]
    public string? AccountId { get; set; }

    /// <summary>When it was created.</summary>
    [ApiField("created_at", "createdAt", ReadOnly = true)]
    public DateTimeOffset? CreatedAt { get; set; }

    /// <summary>When it was last changed; <see langword="null"/> when it was never changed.</summary>
    [ApiField("updated_at", ReadOnly = true)]
    public DateTimeOffset? UpdatedAt { get; set; }

    /// <summary>
    /// OPERATIONAL, or the highest severity of the open incidents of the service. The API does not answer it: it is set where the
    /// incidents were read as well, and is never sent.
    /// </summary>
    public string? State { get; set; }
}
