using System.Text.Json.Nodes;

namespace Checkly.Sandbox;

/// <summary>An incident of status pages in the sandbox's memory.</summary>
internal sealed class StoredPageIncident : IStored
{
    public required string Id { get; init; }

    public required string Name { get; set; }

    public required string Severity { get; set; }

    public required IReadOnlyList<StoredService> Services { get; set; }

    public required string CreatedAt { get; init; }

    public required string UpdatedAt { get; set; }

    public Shelf<StoredPageUpdate> Updates { get; } = new("incident update");

    /// <summary>
    /// Its updates as readers see them, the latest first: by the date that is shown, which may lie in the past, and of one
    /// date the one that was posted last. The order is not documented.
    /// </summary>
    public IEnumerable<StoredPageUpdate> Latest => Updates.Reverse().OrderByDescending(update => update.Content.Date, StringComparer.Ordinal);

    /// <summary>The status of the latest update.</summary>
    public string Status => Latest.First().Content.Status;

    /// <summary>
    /// How long it lasted, in whole seconds: from the earliest date that is shown to the latest one. Null while it is not
    /// resolved. The API documents neither the unit nor when it is null.
    /// </summary>
    private long? Duration => Status != "RESOLVED" ? null
        : (long)(Timestamp.Parse(Latest.First().Content.Date) - Timestamp.Parse(Latest.Last().Content.Date)).TotalSeconds;

    /// <summary>The incident in the API's shape, always whole.</summary>
    public JsonObject ToJson() => new()
    {
        ["id"] = Id,
        ["name"] = Name,
        ["severity"] = Severity,
        ["services"] = StoredService.ToJson(Services),
        ["incidentUpdates"] = new JsonArray([.. Latest.Select(update => update.ToJson())]),
        ["lastUpdateStatus"] = Status,
        ["duration"] = Duration,
        ["created_at"] = CreatedAt,
        ["updated_at"] = UpdatedAt,
    };
}
