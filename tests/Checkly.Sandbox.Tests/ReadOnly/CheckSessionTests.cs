using System.Net;
using System.Text.Json.Nodes;

namespace Checkly.Sandbox.Tests;

/// <summary>The runs of the checks of a sandbox.</summary>
public sealed class CheckSessionTests
{
    private const string Trigger = "/v2/check-sessions/trigger";
    private const string Failing = $$"""{"target":{"checkId":["{{SandboxCheck.FailingId}}"]} }""";
    private readonly TestClock _clock = new();

    /// <summary>The id of a session that has begun.</summary>
    internal static async Task<string> StartAsync(SandboxCall sandbox) => IdOf(await sandbox.PostAsync(Trigger, Failing));

    [Fact]
    public async Task A_run_takes_two_seconds_and_the_second_one_of_the_failing_check_clears_it()
    {
        using DocumentedCall sandbox = new(_clock.Read);

        string first = IdOf(await sandbox.PostAsync(Trigger, Failing));
        Assert.Equal("PROGRESS", (await sandbox.GetAsync($"/v2/check-sessions/{first}")).Text("status"));
        Assert.Equal(HttpStatusCode.RequestTimeout, (await sandbox.GetAsync($"/v2/check-sessions/{first}/completion?maxWaitSeconds=1")).Status);
        _clock.Now += TimeSpan.FromSeconds(2);
        JsonObject failed = (await sandbox.GetAsync($"/v2/check-sessions/{first}/completion")).Object;
        Assert.Equal(("FAILED", 2000), ((string?)failed["status"], (int)(double)failed["timeElapsed"]!));
        var result = failed["results"]!.AsArray().Single()!.AsObject();
        Assert.True((bool)result["hasFailures"]!);
        Assert.Equal((string?)result["checkResultId"], (string?)(await sandbox.GetAsync($"/v1/check-results/{SandboxCheck.FailingId}/{(string?)result["checkResultId"]}")).Object["id"]);
        Assert.Equal([SandboxCheck.FailingId], (await sandbox.GetAsync("/v3/checks?status=failing")).Array.Texts("id"));

        string second = IdOf(await sandbox.PostAsync(Trigger, Failing));
        _clock.Now += TimeSpan.FromSeconds(2);

        // Nobody has looked at the session before.
        Assert.Empty((await sandbox.GetAsync("/v3/checks?status=failing")).Array);
        Assert.Equal("PASSED", (await sandbox.GetAsync($"/v2/check-sessions/{second}/completion")).Text("status"));
        Assert.Equal(3, (await sandbox.GetAsync($"/v2/check-results/{SandboxCheck.FailingId}")).Object["entries"]!.AsArray().Count);
    }

    [Theory]
    [InlineData("{}", 3)]
    [InlineData("""{"target":{"matchTags":[["api"]]},"refreshCache":true}""", 1)]
    [InlineData("""{"target":{"matchTags":[["production","web"]]}}""", 1)]
    [InlineData("""{"target":{"matchTags":[["api"],["web"]]}}""", 3)]
    [InlineData("""{"target":{"matchTags":[["!production"]]}}""", 1)]
    [InlineData("""{"target":{"checkId":["5a9db0c5-7e57-4c0d-8000-000000000021","5a9db0c5-7e57-4c0d-8000-000000000023"]}}""", 2)]
    public async Task The_checks_are_chosen_by_id_or_by_tags(string body, int count)
    {
        using DocumentedCall sandbox = new();

        SandboxAnswer answer = await sandbox.PostAsync(Trigger, body);

        Assert.Equal(HttpStatusCode.Created, answer.Status);
        Assert.Equal(count, answer.Object["sessions"]!.AsArray().Count);
    }

    [Fact]
    public async Task Without_a_check_that_matches_nothing_is_found()
    {
        using DocumentedCall sandbox = new();

        Refused.NotFound(await sandbox.PostAsync(Trigger, """{"target":{"matchTags":[["nothing"]]}}"""));
        Refused.NotFound(await sandbox.GetAsync("/v2/check-sessions/5a9db0c5-7e57-4c0d-8000-0000000000ff"));
    }

    [Fact]
    public async Task A_run_that_is_cancelled_has_no_result()
    {
        using DocumentedCall sandbox = new(_clock.Read);
        string id = IdOf(await sandbox.PostAsync(Trigger, Failing));
        _clock.Now += TimeSpan.FromSeconds(1);

        Assert.Equal(HttpStatusCode.NoContent, (await sandbox.PostAsync($"/v1/check-sessions/{id}/cancel", "{}")).Status);
        _clock.Now += TimeSpan.FromSeconds(5);

        JsonObject ended = (await sandbox.GetAsync($"/v2/check-sessions/{id}/completion")).Object;
        Assert.Equal("CANCELLED", (string?)ended["status"]);
        Assert.Empty(ended["results"]!.AsArray());
    }

    private static string IdOf(SandboxAnswer triggered) => (string)triggered.Object["sessions"]![0]!["checkSessionId"]!;
}
