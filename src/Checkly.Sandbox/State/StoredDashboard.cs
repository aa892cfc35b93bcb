using System.Text.Json.Nodes;

namespace Checkly.Sandbox;

/// <summary>A dashboard in the sandbox's memory: its settings as JSON, and what the server adds to them.</summary>
internal sealed class StoredDashboard
{
    public required long Id { get; init; }

    public required string DashboardId { get; init; }

    public required string CreatedAt { get; init; }

    /// <summary>Every setting under the API's names.</summary>
    public required JsonObject Settings { get; set; }

    /// <summary>The dashboard that every sandbox begins with.</summary>
    public static StoredDashboard First(string now) => new()
    {
        Id = SandboxAccount.DashboardId,
        DashboardId = SandboxAccount.DashboardTextId,
        CreatedAt = now,
        Settings = DashboardRules.Settings.Read(new FieldCheck(
            new JsonObject { ["header"] = "Sandbox status", ["customUrl"] = "sandbox", ["enableIncidents"] = true },
            string.Empty,
            DashboardRules.Settings.Names)),
    };

    /// <summary>A text by which it can be found.</summary>
    public string? Text(string field) => field == "dashboardId" ? DashboardId : Settings[field]?.GetValue<string>();

    /// <summary>The dashboard in the API's shape.</summary>
    public JsonObject ToJson()
    {
        var json = (JsonObject)Settings.DeepClone();
        json["id"] = Id;
        json["dashboardId"] = DashboardId;
        json["created_at"] = CreatedAt;
        return json;
    }
}
