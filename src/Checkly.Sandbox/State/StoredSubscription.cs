using System.Text.Json.Nodes;

namespace Checkly.Sandbox;

/// <summary>Someone who is told by mail what happens on a status page.</summary>
internal sealed record StoredSubscription(string Id, string Address, string Status, string CreatedAt) : IStored
{
    /// <summary>The subscription in the API's shape.</summary>
    public JsonObject ToJson() => new()
    {
        ["id"] = Id,
        ["type"] = "EMAIL",
        ["address"] = Address,
        ["status"] = Status,
        ["created_at"] = CreatedAt,
        // Documented as never null; nothing here changes a subscription.
        ["updated_at"] = CreatedAt,
    };
}
