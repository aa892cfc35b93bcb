using System.Net;
using System.Text.Json.Nodes;

namespace Checkly.Sandbox;

/// <summary>The runs of checks. Each takes <see cref="CheckResults.Duration"/>, and is finished when somebody looks after that time.</summary>
internal sealed class CheckSessions
{
    private readonly SandboxOperations _operations;
    private readonly CheckResults _results;
    private readonly List<Run> _running = [];
    private readonly StoredList _all = new("check session", "checkSessionId");
    private bool _isMended;

    /// <param name="operations">Where their operations are added.</param>
    /// <param name="checks">The checks.</param>
    /// <param name="results">Where their results are stored.</param>
    public CheckSessions(SandboxOperations operations, Checks checks, CheckResults results)
    {
        _operations = operations;
        _results = results;
        checks.Settle = Settle;
        operations.On("POST /v2/check-sessions/trigger", call =>
        {
            Settle();
            JsonObject[] started = [.. checks.All.Where(check => IsMeant(check, call.Body["target"] as JsonObject)).Select(Start)];
            return started.Length > 0
                ? call.Answer(new JsonObject { ["sessions"] = new JsonArray([.. started.Select(session => Show(session, withResults: false))]) })
                : throw SandboxRefusal.NotFound("No matching checks found");
        });
        operations.On("GET /v2/check-sessions/{checkSessionId}", call => call.Answer(Show(Find(call))));
        operations.On("GET /v2/check-sessions/{checkSessionId}/completion", call =>
        {
            JsonObject session = Find(call);
            return session["stoppedAt"] is null
                ? new SandboxAnswer(HttpStatusCode.RequestTimeout, new JsonObject { ["statusCode"] = 408, ["error"] = "Request Timeout", ["message"] = "The check session is still running" })
                : call.Answer(Show(session));
        });
        operations.On("POST /v1/check-sessions/{checkSessionId}/cancel", call =>
        {
            JsonObject session = Find(call);
            // A run has a sequence only when it has ended: until then, only the whole session can be meant.
            if (session["stoppedAt"] is null && call.Body["sequenceId"] is null)
            {
                _running.RemoveAll(run => run.Session == session);
                End(session, "CANCELLED", Timestamp.Parse(operations.Now));
            }

            return call.Answer();
        });
    }

    /// <summary>A check is meant by its id, or by all tags of one list; a tag with an exclamation mark is one that it has not.</summary>
    private static bool IsMeant(JsonObject check, JsonObject? target)
    {
        bool Has(JsonNode? tag) => (string)tag! is { } text && text.StartsWith("!", StringComparison.Ordinal) ? !HasTag(text.Substring(1)) : HasTag((string)tag!);
        bool HasTag(string tag) => check["tags"]!.AsArray().Any(own => (string?)own == tag);
        return (target?["checkId"] is not JsonArray ids || ids.Any(id => string.Equals((string?)id, check.Text("id"), StringComparison.OrdinalIgnoreCase)))
            && (target?["matchTags"] is not JsonArray lists || lists.Any(list => list!.AsArray().All(Has)));
    }

    private JsonObject Start(JsonObject check)
    {
        var session = new JsonObject
        {
            ["checkSessionId"] = Guid.NewGuid().ToString(),
            ["checkId"] = check.Text("id"),
            ["checkType"] = check.Text("checkType"),
            ["name"] = check.Text("name"),
            ["status"] = "PROGRESS",
            ["startedAt"] = _operations.Now,
            ["stoppedAt"] = null,
            ["timeElapsed"] = 0,
            ["runLocations"] = new JsonArray(Region.All[0].Id),
            ["runSource"] = "TRIGGER_API",
            ["results"] = new JsonArray(),
        };
        session["checkSessionLink"] = $"https://app.checklyhq.com/accounts/{SandboxAccount.Id}/checks/{check.Text("id")}/check-sessions/{session.Text("checkSessionId")}";
        _all.Add(session);
        _running.Add(new Run(session, check));
        return session;
    }

    private void Settle()
    {
        DateTimeOffset now = Timestamp.Parse(_operations.Now);
        foreach (Run run in _running.Where(run => now - Started(run) >= CheckResults.Duration).ToArray())
        {
            _running.Remove(run);
            DateTimeOffset stopped = Started(run) + CheckResults.Duration;
            bool isFailing = run.Check.Text("id") == SandboxCheck.FailingId;
            bool fails = isFailing && !_isMended;
            _isMended |= isFailing;
            JsonObject result = _results.Add(run.Check, Started(run), stopped, fails);
            run.Session["results"]!.AsArray().Add(new JsonObject
            {
                ["checkResultId"] = result.Text("id"),
                ["checkResultLink"] = $"{run.Session.Text("checkSessionLink")}/results/{result.Text("id")}",
                ["checkId"] = run.Check.Text("id"),
                ["checkType"] = run.Check.Text("checkType"),
                ["name"] = run.Check.Text("name"),
                ["runLocation"] = result.Text("runLocation"),
                ["resultType"] = "FINAL",
                ["hasErrors"] = false,
                ["hasFailures"] = fails,
                ["isDegraded"] = false,
                ["aborted"] = false,
                ["isCancelled"] = false,
                ["responseTime"] = result["responseTime"]!.DeepClone(),
                ["startedAt"] = result.Text("startedAt"),
                ["stoppedAt"] = result.Text("stoppedAt"),
            });
            End(run.Session, fails ? "FAILED" : "PASSED", stopped);
        }
    }

    private static DateTimeOffset Started(Run run) => Timestamp.Parse(run.Session.Text("startedAt")!);

    private static void End(JsonObject session, string status, DateTimeOffset stopped)
    {
        session["status"] = status;
        session["stoppedAt"] = Timestamp.Format(stopped);
        // The document does not say in which unit.
        session["timeElapsed"] = (stopped - Timestamp.Parse(session.Text("startedAt")!)).TotalMilliseconds;
    }

    private static JsonNode Show(JsonObject session, bool withResults = true)
    {
        JsonNode shown = session.DeepClone();
        if (!withResults)
        {
            shown.AsObject().Remove("results");
        }

        return shown;
    }

    private JsonObject Find(SandboxCall call)
    {
        Settle();
        return _all[call.Id("checkSessionId")];
    }

    /// <summary>A run that has not ended.</summary>
    private sealed record Run(JsonObject Session, JsonObject Check);
}
