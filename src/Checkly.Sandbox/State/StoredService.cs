using System.Text.Json.Nodes;

namespace Checkly.Sandbox;

/// <summary>A service in the sandbox's memory, as status pages show it and incidents name it.</summary>
internal sealed class StoredService : IStored
{
    public required string Id { get; init; }

    public required string Name { get; set; }

    public required string CreatedAt { get; init; }

    public string? UpdatedAt { get; set; }

    /// <summary>The service in the API's shape.</summary>
    public JsonObject ToJson() => new()
    {
        ["name"] = Name,
        ["id"] = Id,
        ["accountId"] = SandboxAccount.Id,
        ["created_at"] = CreatedAt,
        ["updated_at"] = UpdatedAt,
    };

    /// <summary>Some of them, in the API's shape.</summary>
    public static JsonArray ToJson(IEnumerable<StoredService> services) => new([.. services.Select(service => service.ToJson())]);
}
