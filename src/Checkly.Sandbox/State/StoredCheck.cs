using System.Text.Json.Nodes;

namespace Checkly.Sandbox;

/// <summary>A check in the sandbox's memory, and how it is doing.</summary>
internal sealed class StoredCheck : IStored
{
    public required string Id { get; init; }

    public required string Name { get; init; }

    public required string Type { get; init; }

    public required string[] Tags { get; init; }

    public required bool Fails { get; init; }

    public required string CreatedAt { get; init; }

    /// <summary>What only checks of its type have.</summary>
    public required JsonObject Own { get; init; }

    /// <summary>The check in the API's shape.</summary>
    public JsonObject ToJson()
    {
        var json = (JsonObject)Own.DeepClone();
        json["id"] = Id;
        json["name"] = Name;
        json["checkType"] = Type;
        json["activated"] = true;
        json["muted"] = false;
        json["shouldFail"] = false;
        json["locations"] = new JsonArray([.. Region.All.Select(region => JsonValue.Create(region.Id))]);
        json["tags"] = new JsonArray([.. Tags.Select(tag => JsonValue.Create(tag))]);
        json["frequency"] = 10;
        json["groupId"] = null;
        json["runtimeId"] = SandboxAccount.RuntimeId;
        json["description"] = null;
        json["created_at"] = CreatedAt;
        json["updated_at"] = null;
        return json;
    }

    /// <summary>How it is doing, in the API's shape.</summary>
    public JsonObject ToStatusJson() => new()
    {
        ["name"] = Name,
        ["checkId"] = Id,
        ["hasFailures"] = Fails,
        ["hasErrors"] = false,
        ["isDegraded"] = false,
        ["longestRun"] = 420,
        ["shortestRun"] = 180,
        ["lastRunLocation"] = Region.All[0].Id,
        ["lastCheckRunId"] = null,
        ["sslDaysRemaining"] = null,
        ["created_at"] = CreatedAt,
        ["updated_at"] = null,
    };
}
