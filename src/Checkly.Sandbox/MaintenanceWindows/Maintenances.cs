using System.Text.Json.Nodes;

namespace Checkly.Sandbox;

/// <summary>The occurrences of maintenance windows, with their updates. They are worked out when a window is made or its times change.</summary>
internal sealed class Maintenances
{
    private const string Path = "/v1/maintenance-windows/{id}/maintenances";
    private readonly SandboxOperations _operations;
    private readonly MaintenanceWindows _windows;
    private readonly Dictionary<string, StoredList> _scheduled = [];

    // The planned times of each occurrence, which may have been moved since.
    private readonly Dictionary<JsonObject, (string Start, string End)> _planned = [];

    /// <param name="operations">Where their operations are added.</param>
    /// <param name="windows">The windows.</param>
    public Maintenances(SandboxOperations operations, MaintenanceWindows windows)
    {
        _operations = operations;
        _windows = windows;
        // Unlike the list of windows, this one has no documented total.
        operations.On($"GET {Path}", call => Paging.List(call, Of(call), Show) with { ContentRange = null });
        operations.On($"GET {Path}/{{maintenanceId}}", call => call.Answer(Show(Find(call))));
        operations.On($"PATCH {Path}/{{maintenanceId}}", Move);
        operations.On($"DELETE {Path}/{{maintenanceId}}", call =>
        {
            Of(call).Remove(Find(call));
            return call.Answer();
        });
        operations.On($"POST {Path}/{{maintenanceId}}/updates", Announce);
        operations.On($"PUT {Path}/{{maintenanceId}}/updates/{{updateId}}", call =>
        {
            JsonObject update = UpdateOf(call);
            update.Put(call.Body);
            Find(call)["updated_at"] = _operations.Now;
            return call.Answer(update.DeepClone());
        });
        operations.On($"DELETE {Path}/{{maintenanceId}}/updates/{{updateId}}", call =>
        {
            Find(call)["updates"]!.AsArray().Remove(UpdateOf(call));
            Find(call)["updated_at"] = _operations.Now;
            return call.Answer();
        });
    }

    /// <summary>Works out the maintenances of a window. One that is planned to begin when an earlier one was keeps its id and updates.</summary>
    public void Schedule(JsonObject window)
    {
        string id = window["id"]!.ToString();
        JsonObject[] before = _scheduled.TryGetValue(id, out StoredList? known) ? [.. known] : [];
        var scheduled = new StoredList("maintenance");
        foreach ((string start, string end) in MaintenanceSchedule.Of(window).ToArray())
        {
            JsonObject maintenance = Array.Find(before, item => _planned[item].Start == start) ?? new JsonObject
            {
                ["id"] = Guid.NewGuid().ToString(),
                ["maintenanceWindowId"] = window["id"]!.DeepClone(),
                ["startsAt"] = start,
                ["endsAt"] = end,
                ["created_at"] = _operations.Now,
                ["updated_at"] = _operations.Now,
                ["updates"] = new JsonArray(),
            };
            if (_planned.TryGetValue(maintenance, out (string Start, string End) plan) && plan.End != end)
            {
                // A new planned end overrides an earlier move.
                (maintenance["startsAt"], maintenance["endsAt"], maintenance["updated_at"]) = (start, end, _operations.Now);
            }

            _planned[maintenance] = (start, end);
            scheduled.Add(maintenance);
        }

        _scheduled[id] = scheduled;
    }

    /// <summary>
    /// What the latest update says. The API starts and ends a maintenance by itself, unless the window is on a status page and
    /// <c>autoStart</c> or <c>autoEnd</c> is off.
    /// </summary>
    private string Status(JsonObject maintenance)
    {
        string status = maintenance.Objects("updates").LastOrDefault()?.Text("status") ?? "SCHEDULED";
        var visibility = _windows.Items[maintenance["maintenanceWindowId"]!.ToString()]["statusPageVisibility"] as JsonObject;
        bool IsAuto(string setting) => (bool?)visibility?["enabled"] != true || (bool?)visibility![setting] != false;
        bool HasCome(string time) => string.CompareOrdinal(maintenance.Text(time), _operations.Now) <= 0;
        return status is "SCHEDULED" or "IN_PROGRESS" or "VERIFYING" && HasCome("endsAt") && IsAuto("autoEnd") ? "COMPLETED"
            : status == "SCHEDULED" && HasCome("startsAt") && IsAuto("autoStart") ? "IN_PROGRESS"
            : status;
    }

    private JsonObject Show(JsonObject maintenance)
    {
        var shown = (JsonObject)maintenance.DeepClone();
        shown["status"] = Status(maintenance);
        shown["updates"] = new JsonArray([.. maintenance.Objects("updates").Reverse().Select(update => update.DeepClone())]);
        return shown;
    }

    private StoredList Of(SandboxCall call) => _scheduled[_windows.Items[call.Id("id")]["id"]!.ToString()];

    private JsonObject Find(SandboxCall call) => Of(call)[call.Id("maintenanceId")];

    private JsonObject UpdateOf(SandboxCall call) => Find(call).Object("updates", call.Id("updateId"), $"There is no update {call.Id("updateId")}");

    private SandboxAnswer Move(SandboxCall call)
    {
        JsonObject maintenance = Find(call);
        var moved = (JsonObject)maintenance.DeepClone();
        moved.Put(call.Body);
        MaintenanceWindows.RefuseBackwards(moved);
        maintenance.Put(call.Body);
        maintenance["updated_at"] = _operations.Now;
        return call.Answer(Show(maintenance));
    }

    // The document describes updates for windows that status pages show, and does not mention other windows. Here, every window takes them.
    private SandboxAnswer Announce(SandboxCall call)
    {
        JsonObject maintenance = Find(call);
        JsonObject update = call.Body;
        update["id"] = Guid.NewGuid().ToString();
        update["maintenanceWindowId"] = maintenance["maintenanceWindowId"]!.DeepClone();
        update["maintenanceId"] = maintenance.Text("id");
        update["created_at"] = _operations.Now;
        update["previousStatus"] = Status(maintenance);
        // In the sandbox, an update does not move a maintenance.
        update["previousStartsAt"] = update["previousEndsAt"] = update["dateAdjustments"] = null;
        maintenance["updates"]!.AsArray().Add(update);
        maintenance["updated_at"] = _operations.Now;
        return call.Answer(update.DeepClone());
    }
}
