using System.Text.Json;

namespace Checkly;

/// <summary>What became of the subscriptions that were asked for. The API does not say which they are.</summary>
public sealed class StatusPageSubscriptionResult
{
    /// <summary>The id of the page that they belong to. The API leaves it out; it is filled in.</summary>
    public string? StatusPageId { get; set; }

    /// <summary>How many were created.</summary>
    public long? Created { get; set; }

    /// <summary>How many were passed over, since they existed already.</summary>
    public long? Skipped { get; set; }

    /// <summary>PENDING or VERIFIED: the status of those that were created.</summary>
    public string? Status { get; set; }

    /// <summary>What else the server said.</summary>
    public IDictionary<string, object?> AdditionalProperties { get; set; } = JsonValues.NewMap();

    internal static StatusPageSubscriptionResult Read(JsonElement json, string statusPageId)
    {
        var fields = new JsonFields(json);
        return new StatusPageSubscriptionResult
        {
            StatusPageId = fields.Text("statusPageId") ?? statusPageId,
            Created = fields.Integer("created"),
            Skipped = fields.Integer("skipped"),
            Status = fields.Text("status"),
            AdditionalProperties = fields.Rest(),
        };
    }
}
