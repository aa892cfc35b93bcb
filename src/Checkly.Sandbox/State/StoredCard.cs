using System.Text.Json.Nodes;

namespace Checkly.Sandbox;

/// <summary>A card of a status page: a name over some services.</summary>
internal sealed record StoredCard(string Id, string Name, List<StoredService> Services, string CreatedAt, string? UpdatedAt = null)
{
    /// <summary>The card in the API's shape.</summary>
    public JsonObject ToJson() => new()
    {
        ["id"] = Id,
        ["name"] = Name,
        ["services"] = StoredService.ToJson(Services),
        ["created_at"] = CreatedAt,
        ["updated_at"] = UpdatedAt,
    };
}
