namespace Checkly;

/// <summary>What became of the subscriptions that were asked for. The API does not say which they are.</summary>
[ApiModel]
public sealed partial class StatusPageSubscriptionResult
{
    /// <summary>The id of the page that they belong to. The API leaves it out; it is filled in.</summary>
    [ApiField("statusPageId", FromParent = true)]
    public string? StatusPageId { get; set; }

    /// <summary>How many were created.</summary>
    [ApiField("created")]
    public long? Created { get; set; }

    /// <summary>How many were passed over, since they existed already.</summary>
    [ApiField("skipped")]
    public long? Skipped { get; set; }

    /// <summary>PENDING or VERIFIED: the status of those that were created.</summary>
    [ApiField("status")]
    public string? Status { get; set; }
}
