using System.Text.Json.Nodes;

namespace Checkly.Sandbox;

/// <summary>The checks of <see cref="SandboxCheck"/> and how they are doing, which follows from their newest results.</summary>
internal sealed class Checks
{
    private readonly StoredList _all;
    private readonly Dictionary<string, JsonObject> _latest = [];

    /// <param name="operations">Where their operations are added.</param>
    public Checks(SandboxOperations operations)
    {
        _all = new StoredList("check")
        {
            Check(SandboxCheck.PassingId, "Checkout API", "API", ["production", "api"], operations.Now, "request", new JsonObject { ["method"] = "GET", ["url"] = "https://api.sandbox.example/checkout" }),
            Check(SandboxCheck.FailingId, "Log in on the website", "BROWSER", ["production", "web"], operations.Now, "script", "// Nothing runs in the sandbox."),
            Check(SandboxCheck.MonitorId, "Website", "URL", ["web"], operations.Now, "request", new JsonObject { ["method"] = "GET", ["url"] = "https://www.sandbox.example/" }),
        };
        foreach (string version in new[] { "v1", "v3" })
        {
            operations.On($"GET /{version}/checks", call => Paging.List(call, _all, check => check.DeepClone(), wanted: check => IsWanted(check, call)));
            operations.On($"GET /{version}/checks/{{id}}", call => call.Answer(_all[call.Id("id")].DeepClone()));
        }

        operations.On("GET /v1/check-statuses", call => call.Answer(new JsonArray([.. _all.Select(Status)])));
        operations.On("GET /v1/check-statuses/{checkId}", call => call.Answer(Status(_all[call.Id("checkId")])));
    }

    /// <summary>Finishes the runs whose time is over.</summary>
    public Action Settle { get; set; } = () => { };

    /// <summary>All checks.</summary>
    public IReadOnlyCollection<JsonObject> All => _all;

    /// <summary>Finds a check.</summary>
    /// <exception cref="SandboxRefusal">There is none with this id.</exception>
    public JsonObject Find(string id) => _all[id];

    /// <summary>Sets the newest result of a check, by which it passes or fails.</summary>
    public void SetLatest(JsonObject result) => _latest[result.Text("checkId")!] = result;

    private static bool Contains(string? text, string part) => text?.IndexOf(part, StringComparison.OrdinalIgnoreCase) >= 0;

    private static JsonObject Check(string id, string name, string type, string[] tags, string now, string ownField, JsonNode own) => new()
    {
        [ownField] = own,
        ["id"] = id,
        ["name"] = name,
        ["checkType"] = type,
        ["activated"] = true,
        ["muted"] = false,
        ["shouldFail"] = false,
        ["locations"] = new JsonArray([.. Region.All.Select(region => JsonValue.Create(region.Id))]),
        ["tags"] = new JsonArray([.. tags.Select(tag => JsonValue.Create(tag))]),
        ["frequency"] = 10,
        ["groupId"] = null,
        ["runtimeId"] = SandboxAccount.RuntimeId,
        ["description"] = null,
        ["created_at"] = now,
        ["updated_at"] = null,
    };

    /// <summary>Whether a check matches the filters of a list request; of several tags, it needs only one.</summary>
    private bool IsWanted(JsonObject check, SandboxCall call) =>
        (call.Query["tag"] is not JsonArray tags || tags.Any(tag => check["tags"]!.AsArray().Any(own => JsonNode.DeepEquals(own, tag))))
        && (call.Text("checkType") is not { } type || check.Text("checkType") == type)
        && (call.Text("search") is not { } text || Contains(check.Text("name"), text))
        && (call.Text("status") is not { } status || status == (Fails(check) ? "failing" : "passing"))
        && (call.Text("apiCheckUrlFilterPattern") is not { } url || (check.Text("checkType") == "API" && Contains((string?)check["request"]?["url"], url)));

    private JsonObject Status(JsonObject check)
    {
        bool fails = Fails(check);
        JsonObject latest = _latest[check.Text("id")!];
        return new()
        {
            ["name"] = check.Text("name"),
            ["checkId"] = check.Text("id"),
            ["hasFailures"] = fails,
            ["hasErrors"] = false,
            ["isDegraded"] = false,
            ["longestRun"] = 420,
            ["shortestRun"] = 180,
            ["lastRunLocation"] = latest.Text("runLocation"),
            ["lastCheckRunId"] = latest["checkRunId"]!.ToString(),
            ["sslDaysRemaining"] = null,
            ["created_at"] = check.Text("created_at"),
            ["updated_at"] = latest.Text("created_at"),
        };
    }

    /// <summary>Whether the newest result of a check is a failure.</summary>
    private bool Fails(JsonObject check)
    {
        Settle();
        return (bool)_latest[check.Text("id")!]["hasFailures"]!;
    }
}
