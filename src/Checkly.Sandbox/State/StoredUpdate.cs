using System.Text.Json.Nodes;

namespace Checkly.Sandbox;

/// <summary>An incident update in the sandbox's memory.</summary>
internal sealed class StoredUpdate
{
    public required string Id { get; init; }

    public required string Status { get; init; }

    public required string Description { get; set; }

    public required string CreatedAt { get; init; }

    public string? UpdatedAt { get; set; }

    /// <summary>The update in the API's shape.</summary>
    /// <param name="incidentId">The incident; null where the operation leaves it out.</param>
    public JsonObject ToJson(string? incidentId)
    {
        var json = new JsonObject
        {
            ["id"] = Id,
            ["status"] = Status,
            ["description"] = Description,
            ["created_at"] = CreatedAt,
            ["updated_at"] = UpdatedAt,
        };
        if (incidentId is not null)
        {
            json["incidentId"] = incidentId;
        }

        return json;
    }
}
