using System.Globalization;
using System.Text.Json.Nodes;

namespace Checkly.Sandbox;

/// <summary>A maintenance window in the sandbox's memory: its settings as JSON, and its occurrences.</summary>
internal sealed class StoredWindow : IStored
{
    public required long Number { get; init; }

    public string Id => Number.ToString(CultureInfo.InvariantCulture);

    public required string CreatedAt { get; init; }

    public string? UpdatedAt { get; set; }

    /// <summary>Every setting under the API's names.</summary>
    public required JsonObject Settings { get; set; }

    /// <summary>The occurrences as they were worked out when the window was made or its times changed, earliest first.</summary>
    public Shelf<StoredMaintenance> Maintenances { get; private set; } = new("maintenance");

    /// <summary>Works out the occurrences. One that begins when another did before stays that one.</summary>
    public void Schedule(JsonObject settings, string now)
    {
        var scheduled = new Shelf<StoredMaintenance>("maintenance");
        foreach ((string start, string end) in MaintenanceSchedule.Of(settings).ToArray())
        {
            scheduled.Add(Maintenances.FirstOrDefault(known => known.PlannedStart == start) ?? new StoredMaintenance(Number, start, end, now));
            scheduled.Last().Plan(end, now);
        }

        Maintenances = scheduled;
    }

    /// <summary>The window in the API's shape.</summary>
    public JsonObject ToJson()
    {
        JsonObject json = MaintenanceWindowRules.Settings.Write(Settings);
        json["id"] = Number;
        json["statusPageVisibility"] = Settings["statusPageVisibility"]!.DeepClone();
        json["created_at"] = CreatedAt;
        json["updated_at"] = UpdatedAt;
        return json;
    }
}
