using System.Text.Json.Nodes;

namespace Checkly.Sandbox;

/// <summary>The results of the runs of checks. Each check begins with one.</summary>
internal sealed class CheckResults
{
    private readonly Checks _checks;
    private readonly Dictionary<string, StoredList> _byCheck = [];
    private int _lastRun = 3000;

    /// <param name="operations">Where their operations are added.</param>
    /// <param name="checks">The checks.</param>
    public CheckResults(SandboxOperations operations, Checks checks)
    {
        _checks = checks;
        foreach (JsonObject check in checks.All)
        {
            _byCheck[check.Text("id")!] = new StoredList("check result");
            DateTimeOffset now = Timestamp.Parse(operations.Now);
            Add(check, now - Duration, now, fails: check.Text("id") == SandboxCheck.FailingId);
        }

        // The document has no 404 here: a check that does not exist has no results.
        operations.On("GET /v2/check-results/{checkId}", call => Paging.List(
            call, _byCheck.ContainsKey(call.Id("checkId")) ? Of(call) : new StoredList("check result"), result => result.DeepClone(), newestFirst: true, result => IsWanted(result, call)));
        operations.On("GET /v1/check-results/{checkId}/{checkResultId}", call => call.Answer(Of(call)[call.Id("checkResultId")].DeepClone()));
    }

    /// <summary>How long a run takes, by the clock of the sandbox.</summary>
    public static TimeSpan Duration { get; } = TimeSpan.FromSeconds(2);

    /// <summary>Stores the result of a run.</summary>
    /// <returns>The result.</returns>
    public JsonObject Add(JsonObject check, DateTimeOffset startedAt, DateTimeOffset stoppedAt, bool fails)
    {
        (string field, JsonObject details) = Details(check, fails);
        var result = new JsonObject
        {
            ["id"] = Guid.NewGuid().ToString(),
            ["name"] = check.Text("name"),
            ["checkId"] = check.Text("id"),
            ["hasFailures"] = fails,
            ["hasErrors"] = false,
            ["isDegraded"] = false,
            ["isCancelled"] = false,
            ["overMaxResponseTime"] = false,
            ["runLocation"] = Region.All[0].Id,
            ["startedAt"] = Timestamp.Format(startedAt),
            ["stoppedAt"] = Timestamp.Format(stoppedAt),
            ["created_at"] = Timestamp.Format(stoppedAt),
            ["responseTime"] = fails ? 420.0 : 180.0,
            ["checkRunId"] = ++_lastRun,
            ["attempts"] = 1,
            ["resultType"] = "FINAL",
            ["sequenceId"] = Guid.NewGuid().ToString(),
            ["traceId"] = null,
            ["errorGroupIds"] = new JsonArray(),
            [field] = details,
        };
        _byCheck[check.Text("id")!].Add(result);
        _checks.SetLatest(result);
        return result;
    }

    /// <summary>The results of a check, oldest first.</summary>
    public StoredList Of(JsonObject check)
    {
        _checks.Settle();
        return _byCheck[check.Text("id")!];
    }

    private static (string Field, JsonObject Details) Details(JsonObject check, bool fails) => check.Text("checkType") == "BROWSER"
        ? ("browserCheckResult", new JsonObject
        {
            ["type"] = "playwright",
            ["errors"] = fails ? new JsonArray("TimeoutError: page.click: Timeout 30000ms exceeded.") : new JsonArray(),
            ["runtimeVersion"] = SandboxAccount.RuntimeId,
        })
        : ("apiCheckResult", new JsonObject
        {
            ["request"] = check["request"]!.DeepClone(),
            ["response"] = new JsonObject { ["status"] = 200, ["statusText"] = "OK" },
            ["requestError"] = null,
        });

    private static bool IsWanted(JsonObject result, SandboxCall call)
    {
        decimal seconds = Timestamp.Parse(result.Text("startedAt")!).ToUnixTimeMilliseconds() / 1000m;
        return (call.Text("location") is not { } location || result.Text("runLocation") == location)
            && (call.Text("checkType") is null || result.ContainsKey(call.Text("checkType") == "BROWSER" ? "browserCheckResult" : "apiCheckResult"))
            && ((bool?)call.Query["hasFailures"] is not { } fails || (bool)result["hasFailures"]! == fails)
            && (call.Text("resultType") is "ALL" || result.Text("resultType") == call.Text("resultType"))
            && ((decimal?)call.Query["from"] is not { } from || seconds >= from)
            && ((decimal?)call.Query["to"] is not { } to || seconds < to);
    }

    private StoredList Of(SandboxCall call) => Of(_checks.Find(call.Id("checkId")));
}
