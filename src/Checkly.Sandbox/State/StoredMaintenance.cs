using System.Text.Json.Nodes;

namespace Checkly.Sandbox;

/// <summary>One occurrence of a maintenance window in the sandbox's memory.</summary>
internal sealed class StoredMaintenance(long window, string start, string end, string now) : IStored
{
    /// <summary>The status of a maintenance of which nothing was told yet.</summary>
    public const string Scheduled = "SCHEDULED";

    private string _plannedEnd = end;

    public string Id { get; } = Guid.NewGuid().ToString();

    /// <summary>The number of its window.</summary>
    public long Window { get; } = window;

    /// <summary>When the window has it begin.</summary>
    public string PlannedStart { get; } = start;

    /// <summary>When it begins, which may have been moved.</summary>
    public string StartsAt { get; set; } = start;

    /// <summary>When it ends, which may have been moved.</summary>
    public string EndsAt { get; set; } = end;

    public string CreatedAt { get; } = now;

    public string UpdatedAt { get; set; } = now;

    public Shelf<StoredMaintenanceUpdate> Updates { get; } = new("update");

    /// <summary>What the latest update says. The sandbox starts and ends nothing by itself, whatever the clock says.</summary>
    public string Status => Updates.LastOrDefault()?.Status ?? Scheduled;

    /// <summary>Takes over a planned end. Where that is another one, it is no longer moved.</summary>
    public void Plan(string plannedEnd, string at)
    {
        if (plannedEnd != _plannedEnd)
        {
            _plannedEnd = plannedEnd;
            (StartsAt, EndsAt, UpdatedAt) = (PlannedStart, plannedEnd, at);
        }
    }

    /// <summary>The maintenance in the API's shape, its updates newest first.</summary>
    public JsonObject ToJson() => new()
    {
        ["id"] = Id,
        ["maintenanceWindowId"] = Window,
        ["startsAt"] = StartsAt,
        ["endsAt"] = EndsAt,
        ["status"] = Status,
        ["created_at"] = CreatedAt,
        ["updated_at"] = UpdatedAt,
        ["updates"] = new JsonArray([.. Updates.Reverse().Select(update => update.ToJson(this))]),
    };
}
