namespace Checkly;

/// <summary>The result of a request that creates subscriptions. The API counts the subscriptions, but does not list them.</summary>
[ApiModel]
public sealed partial class StatusPageSubscriptionResult
{
    /// <summary>The id of the status page.</summary>
    [ApiField("statusPageId", FromParent = true)]
    public string? StatusPageId { get; set; }

    /// <summary>The number of subscriptions that were created.</summary>
    [ApiField("created", Required = true)]
    public long? Created { get; set; }

    /// <summary>The number of addresses that were skipped because they had been subscribed before.</summary>
    [ApiField("skipped")]
    public long? Skipped { get; set; }

    /// <summary>The status of the created subscriptions: PENDING or VERIFIED.</summary>
    [ApiField("status")]
    public string? Status { get; set; }
}
