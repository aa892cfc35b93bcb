using System.Text.Json.Nodes;

namespace Checkly.Sandbox;

/// <summary>An incident in the sandbox's memory, its updates newest first.</summary>
internal sealed class StoredIncident
{
    public required string Id { get; init; }

    public required string Name { get; set; }

    public required string Impact { get; set; }

    public required long DashboardId { get; init; }

    public string? StartedAt { get; set; }

    public string? StoppedAt { get; set; }

    public required string CreatedAt { get; init; }

    public string? UpdatedAt { get; set; }

    public List<StoredUpdate> Updates { get; } = [];

    /// <exception cref="SandboxRefusal">It has no such update.</exception>
    public StoredUpdate Update(string id) =>
        Updates.FirstOrDefault(update => update.Id == id) ?? throw SandboxRefusal.NotFound();

    /// <summary>The incident in the API's shape.</summary>
    /// <param name="updates">What stands in <c>incidentUpdates</c>; null where the operation answers none.</param>
    public JsonObject ToJson(IEnumerable<StoredUpdate>? updates) => new()
    {
        ["name"] = Name,
        ["impact"] = Impact,
        ["startedAt"] = StartedAt,
        ["stoppedAt"] = StoppedAt,
        ["dashboardId"] = DashboardId,
        ["id"] = Id,
        ["created_at"] = CreatedAt,
        ["updated_at"] = UpdatedAt,
        ["incidentUpdates"] = updates is null ? null : new JsonArray([.. updates.Select(update => update.ToJson(Id))]),
    };
}
