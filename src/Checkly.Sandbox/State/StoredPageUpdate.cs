using System.Text.Json.Nodes;

namespace Checkly.Sandbox;

/// <summary>An update of a status page incident in the sandbox's memory.</summary>
internal sealed class StoredPageUpdate : IStored
{
    public required string Id { get; init; }

    public required PageUpdateContent Content { get; set; }

    public required string CreatedAt { get; init; }

    /// <summary>The update in the API's shape.</summary>
    public JsonObject ToJson() => new()
    {
        ["id"] = Id,
        ["description"] = Content.Description,
        ["status"] = Content.Status,
        ["publicIncidentUpdateDate"] = Content.Date,
        ["notifySubscribers"] = Content.NotifySubscribers,
        ["created_at"] = CreatedAt,
    };
}

/// <summary>What can be written of an update.</summary>
internal sealed record PageUpdateContent(string Description, string Status, string Date, bool NotifySubscribers);
