using Checkly.Tests;

namespace Checkly.Client.Tests;

/// <summary>The operations of /v2/check-sessions.</summary>
public sealed class CheckSessionTests(ApiServer server) : RequestTest(server)
{
    internal const string Id = "3c4d5e6f-7081-4c9d-8e0f-1a2b3c4d5e11";

    internal const string One = $$"""
        {"checkSessionId":"{{Id}}","checkSessionLink":"https://app.example/s","checkId":"{{CheckTests.Id}}","checkType":"API","name":"Checkout","status":"FAILED",
         "startedAt":"2026-01-01T00:00:00.000Z","stoppedAt":"2026-01-01T00:00:02.000Z","timeElapsed":2000,"runLocations":["eu-west-1"],"runSource":"TRIGGER_API",
         "results":[{"checkResultId":"{{CheckResultTests.Id}}","checkResultLink":"https://app.example/r","checkId":"{{CheckTests.Id}}","checkType":"API","name":"Checkout","runLocation":"eu-west-1",
          "resultType":"FINAL","hasErrors":false,"hasFailures":true,"isDegraded":false,"aborted":false,"isCancelled":false,"responseTime":245,"startedAt":"2026-01-01T00:00:00.000Z","stoppedAt":null}] }
        """;

    private const string Trigger = "POST /v2/check-sessions/trigger";
    private const string Running = """{"statusCode":408,"error":"Request Timeout","message":"still running"}""";
    private const string NoMatch = """{"statusCode":404,"error":"Not Found","message":"none"}""";

    [Fact]
    public async Task Checks_are_run_by_their_ids()
    {
        CheckSession[]? sessions = await ExchangeAsync(
            CheckSessionRequests.Trigger(new CheckTarget { Ids = ["a", "b"] }, refreshesCache: true),
            Trigger + """ {"target":{"checkId":["a","b"]},"refreshCache":true}""",
            $$"""{"sessions":[{{One}}]}""",
            201);

        Assert.Equal(Id, Assert.Single(sessions!).ToString());
    }

    [Theory]
    [InlineData("a,b", "", "", """{"target":{"matchTags":[["a"],["b"]]}}""")]
    [InlineData("", "a,b", "", """{"target":{"matchTags":[["a","b"]]}}""")]
    [InlineData("a,b", "c", "d", """{"target":{"matchTags":[["a","c","!d"],["b","c","!d"]]}}""")]
    [InlineData("", "", "d,e", """{"target":{"matchTags":[["!d","!e"]]}}""")]
    [InlineData("", "", "", "{}")]
    public async Task Tags_are_combined(string any, string all, string none, string body) => await ExchangeAsync(
        CheckSessionRequests.Trigger(new CheckTarget { AnyTag = Tags(any), AllTags = Tags(all), NoTag = Tags(none) }), $"{Trigger} {body}", """{"sessions":[]}""", 201);

    [Fact]
    public async Task No_match_is_no_failure() =>
        Assert.Null(await ExchangeAsync(CheckSessionRequests.Trigger(new CheckTarget { AnyTag = ["a"] }), Trigger + """ {"target":{"matchTags":[["a"]]}}""", NoMatch, 404));

    [Fact]
    public async Task A_404_of_something_else_is_a_failure()
    {
        var failure = await Assert.ThrowsAsync<ChecklyApiException>(() => ExchangeAsync(CheckSessionRequests.Trigger(new CheckTarget()), Trigger + " {}", "<html></html>", 404));

        Assert.Equal(ChecklyErrorKind.NotFound, failure.Kind);
    }

    [Fact]
    public async Task A_session_is_read()
    {
        CheckSession session = await ExchangeAsync(CheckSessionRequests.Get(Id), $"GET /v2/check-sessions/{Id}", One);

        Assert.Equal((Id, CheckTests.Id, "API", "Checkout", "FAILED"), (session.CheckSessionId, session.CheckId, session.CheckType, session.Name, session.CurrentStatus));
        Assert.Equal((Utc(2026, 1, 1), Utc(2026, 1, 1).AddSeconds(2), 2000.0), (session.StartedAt, session.StoppedAt, session.TimeElapsed));
        Assert.Equal(("https://app.example/s", "TRIGGER_API", "eu-west-1"), (session.CheckSessionLink, session.RunSource, Assert.Single(session.RunLocations)));
        CheckSessionResult result = Assert.Single(session.Results);
        Assert.Equal((CheckResultTests.Id, CheckTests.Id, "API", "Checkout", "eu-west-1", "FINAL"), (result.CheckResultId, result.CheckId, result.CheckType, result.Name, result.RunLocation, result.ResultType));
        Assert.Equal((false, true, false, false, false, 245.0), (result.HasErrors, result.HasFailures, result.IsDegraded, result.Aborted, result.IsCancelled, result.ResponseTime));
        Assert.Equal((Utc(2026, 1, 1), null, "https://app.example/r"), (result.StartedAt, result.StoppedAt, result.CheckResultLink));
    }

    [Fact]
    public async Task Its_end_is_waited_for_and_408_says_that_it_still_runs()
    {
        string sent = $"GET /v2/check-sessions/{Id}/completion?maxWaitSeconds=25";

        Assert.Equal(Id, (await ExchangeAsync(CheckSessionRequests.Completion(Id, TimeSpan.FromSeconds(25.9)), sent, One))?.CheckSessionId);
        Assert.Null(await ExchangeAsync(CheckSessionRequests.Completion(Id, TimeSpan.FromSeconds(25)), sent, Running, 408));
    }

    [Fact]
    public async Task It_is_cancelled_as_a_whole_or_by_its_sequences()
    {
        await ExchangeAsync(CheckSessionRequests.Cancel(Id, []), $"POST /v1/check-sessions/{Id}/cancel {{}}", "", 204);
        await ExchangeAsync(CheckSessionRequests.Cancel(Id, ["a"]), $$"""POST /v1/check-sessions/{{Id}}/cancel {"sequenceId":["a"]}""", "", 204);
    }

    private static string[] Tags(string tags) => tags.Split(',', StringSplitOptions.RemoveEmptyEntries);
}
