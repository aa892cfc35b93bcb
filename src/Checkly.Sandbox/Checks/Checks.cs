using System.Text.Json.Nodes;

namespace Checkly.Sandbox;

/// <summary>The checks of <see cref="SandboxCheck"/> and how they are doing. They can only be read.</summary>
internal static class Checks
{
    /// <summary>Adds their operations.</summary>
    public static void Add(SandboxOperations operations)
    {
        var all = new StoredList("check")
        {
            Check(SandboxCheck.PassingId, "Checkout API", "API", ["production", "api"], operations.Now, "request", new JsonObject { ["method"] = "GET", ["url"] = "https://api.sandbox.example/checkout" }),
            Check(SandboxCheck.FailingId, "Log in on the website", "BROWSER", ["production", "web"], operations.Now, "script", "// Nothing runs in the sandbox."),
        };
        operations.On("GET /v1/checks", call => Paging.Page(call, [.. all.Where(check => IsWanted(check, call))], check => check.DeepClone()));
        operations.On("GET /v1/checks/{id}", call => call.Answer(all[call.Id("id")].DeepClone()));
        operations.On("GET /v1/check-statuses", call => call.Answer(new JsonArray([.. all.Select(Status)])));
        operations.On("GET /v1/check-statuses/{checkId}", call => call.Answer(Status(all[call.Id("checkId")])));
    }

    /// <summary>Whether a check matches the filters of a list request; of several tags, it needs only one.</summary>
    private static bool IsWanted(JsonObject check, SandboxCall call) =>
        (call.Query["tag"] is not JsonArray tags || tags.Any(tag => check["tags"]!.AsArray().Any(own => JsonNode.DeepEquals(own, tag))))
        && (call.Text("checkType") is not { } type || check.Text("checkType") == type)
        && (call.Text("search") is not { } text || Contains(check.Text("name"), text))
        && (call.Text("status") is not { } status || status == (Fails(check) ? "failing" : "passing"))
        && (call.Text("apiCheckUrlFilterPattern") is not { } url || Contains((string?)check["request"]?["url"], url));

    private static bool Contains(string? text, string part) => text?.IndexOf(part, StringComparison.OrdinalIgnoreCase) >= 0;

    private static bool Fails(JsonObject check) => check.Text("id") == SandboxCheck.FailingId;

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

    private static JsonObject Status(JsonObject check) => new()
    {
        ["name"] = check.Text("name"),
        ["checkId"] = check.Text("id"),
        ["hasFailures"] = Fails(check),
        ["hasErrors"] = false,
        ["isDegraded"] = false,
        ["longestRun"] = 420,
        ["shortestRun"] = 180,
        ["lastRunLocation"] = Region.All[0].Id,
        ["lastCheckRunId"] = null,
        ["sslDaysRemaining"] = null,
        ["created_at"] = check.Text("created_at"),
        ["updated_at"] = null,
    };
}
