using Checkly.Tests;

namespace Checkly.Client.Tests;

/// <summary>GET /v2/check-results/{checkId} and GET /v1/check-results/{checkId}/{checkResultId}.</summary>
public sealed class CheckResultTests(ApiServer server) : RequestTest(server)
{
    internal const string Id = "2b3c4d5e-6f70-4b8c-9d0e-1f2a3b4c5d99";

    internal const string One = $$"""
        {"id":"{{Id}}","name":"Checkout","checkId":"{{CheckTests.Id}}","hasFailures":true,"hasErrors":false,"isDegraded":false,"isCancelled":false,"overMaxResponseTime":false,
         "runLocation":"eu-west-1","startedAt":"2026-01-01T00:00:00.000Z","stoppedAt":"2026-01-01T00:00:02.000Z","created_at":"2026-01-01T00:00:03.000Z","responseTime":245.5,
         "checkRunId":1002,"attempts":2,"resultType":"FINAL","sequenceId":"{{CheckTests.Id}}","traceId":null,"errorGroupIds":["{{CheckTests.Id}}"],
         "apiCheckResult":{"assertions":[],"request":{"method":"GET","url":"https://acme.example","headers":{"a":"b"} },"response":{"status":500},"requestError":null } }
        """;

    [Fact]
    public async Task They_are_listed_page_by_page()
    {
        Page<CheckResult> page = await ExchangeAsync(
            CheckResultRequests.List(CheckTests.Id, new CheckResultFilter(), 100, "a+b"),
            $"GET /v2/check-results/{CheckTests.Id}?limit=100&nextId=a%2Bb",
            $$"""{"length":1,"entries":[{{One}}],"nextId":"n2"}""");

        Assert.Equal((Id, "n2"), (Assert.Single(page.Items).ToString(), page.NextId));
    }

    [Fact]
    public async Task A_filter_goes_along_and_times_are_UNIX_seconds() => await ExchangeAsync(
        CheckResultRequests.List(
            CheckTests.Id,
            new CheckResultFilter { Location = "eu-west-1", HasFailures = false, ResultType = "ALL", From = Utc(2026, 1, 1), To = Utc(2026, 1, 2) },
            1),
        $"GET /v2/check-results/{CheckTests.Id}?limit=1&location=eu-west-1&hasFailures=false&resultType=ALL&from=1767225600&to=1767312000",
        """{"length":0,"entries":[]}""");

    [Fact]
    public async Task One_is_read()
    {
        CheckResult result = await ExchangeAsync(CheckResultRequests.Get(CheckTests.Id, Id), $"GET /v1/check-results/{CheckTests.Id}/{Id}", One);

        Assert.Equal((Id, "Checkout", CheckTests.Id, "eu-west-1"), (result.Id, result.Name, result.CheckId, result.RunLocation));
        Assert.Equal((true, false, false, false, false), (result.HasFailures, result.HasErrors, result.IsDegraded, result.IsCancelled, result.OverMaxResponseTime));
        Assert.Equal((Utc(2026, 1, 1), Utc(2026, 1, 1).AddSeconds(2), Utc(2026, 1, 1).AddSeconds(3)), (result.StartedAt, result.StoppedAt, result.CreatedAt));
        Assert.Equal((245.5, 1002.0, 2, "FINAL", CheckTests.Id, null), (result.ResponseTime, result.CheckRunId, result.Attempts, result.ResultType, result.SequenceId, result.TraceId));
        Assert.Equal([CheckTests.Id], result.ErrorGroupIds);
        Assert.Equal(500L, ((System.Collections.IDictionary)result.ApiCheckResult["response"]!)["status"]);
        Assert.Empty(result.BrowserCheckResult);
    }

    [Theory]
    [InlineData("""{"apiCheckResult":{"requestError":"connect ECONNREFUSED","assertions":[{"source":"STATUS_CODE","error":"x"}]}}""", "connect ECONNREFUSED")]
    [InlineData("""{"apiCheckResult":{"requestError":null,"assertions":[{"source":"STATUS_CODE","comparison":"EQUALS","target":200,"error":"expected 500 to equal 200","actual":500}]}}""", "STATUS_CODE EQUALS 200: expected 500 to equal 200 (actual: 500)")]
    [InlineData("""{"browserCheckResult":{"errors":["TimeoutError: page.click\nat 7:1","second"]}}""", "TimeoutError: page.click at 7:1")]
    [InlineData("""{"browserCheckResult":{"errors":[null,{"name":"Error","message":"no button"}]}}""", "no button")]
    [InlineData("""{"multiStepCheckResult":{"errors":["Payment failed"]}}""", "Payment failed")]
    [InlineData("""{"playwrightCheckResult":{"errors":[{"message":"expect(page).toHaveTitle"}]}}""", "expect(page).toHaveTitle")]
    [InlineData("""{"agenticCheckResult":{"errors":[{"error":{"message":"no such page"}}]}}""", "no such page")]
    [InlineData("""{"agenticCheckResult":{"assertions":[{"passed":true,"condition":"a"},{"passed":false,"condition":"the cart is empty","expected":"0","actual":"2"}]}}""", "the cart is empty (actual: 2)")]
    [InlineData("""{"tracerouteCheckResult":{"requestError":"no route"}}""", "no route")]
    [InlineData("""{"grpcCheckResult":{"requestError":"","response":{"grpcStatusMessage":"UNAVAILABLE"}}}""", "UNAVAILABLE")]
    [InlineData("""{"sslCheckResult":{"requestError":null,"failureCategory":"EXPIRED"}}""", "EXPIRED")]
    [InlineData("""{"apiCheckResult":{"assertions":[{"source":"STATUS_CODE","comparison":"EQUALS","target":200}],"requestError":null}}""", null)]
    [InlineData("""{"browserCheckResult":null,"apiCheckResult":7}""", null)]
    public async Task What_went_wrong_is_said_in_one_line_whatever_the_type_of_the_check(string details, string? message)
    {
        CheckResult result = await ExchangeAsync(CheckResultRequests.Get("c", "x"), "GET /v1/check-results/c/x", $$"""{"id":"x",{{details[1..]}}""");

        Assert.Equal(message, result.ErrorMessage);
    }

    [Fact]
    public async Task The_assertions_that_failed_are_told_apart()
    {
        CheckResult result = await ExchangeAsync(CheckResultRequests.Get("c", "x"), "GET /v1/check-results/c/x", """
            {"id":"x","apiCheckResult":{"assertions":[{"source":"RESPONSE_TIME","comparison":"LESS_THAN","target":900,"error":null},
             {"source":"JSON_BODY","property":"$.ok","comparison":"EQUALS","target":true,"error":"not equal"},{"source":"HEADERS","error":""}]}}
            """);

        Assert.Equal(["JSON_BODY $.ok EQUALS True: not equal"], result.FailedAssertions);
    }

    [Fact]
    public void A_mock_can_set_the_message()
    {
        var result = new CheckResult { ErrorMessage = "x", FailedAssertions = ["y"] };

        Assert.Equal(("x", "y"), (result.ErrorMessage, Assert.Single(result.FailedAssertions)));
        Assert.Null(new CheckResult().ErrorMessage);
    }
}
