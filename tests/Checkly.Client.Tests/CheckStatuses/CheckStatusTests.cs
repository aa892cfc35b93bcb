using Checkly.Tests;

namespace Checkly.Client.Tests;

/// <summary>GET /v1/check-statuses and GET /v1/check-statuses/{checkId}.</summary>
public sealed class CheckStatusTests(ApiServer server) : RequestTest(server)
{
    internal const string One = $$"""
        {"name":"Checkout","checkId":"{{CheckTests.Id}}","hasFailures":true,"hasErrors":false,"isDegraded":false,"longestRun":6300,"shortestRun":12.5,
         "lastRunLocation":"eu-west-1","lastCheckRunId":"r1","sslDaysRemaining":34,"created_at":"2026-01-01","updated_at":"2026-01-02T10:00:00.000Z"}
        """;

    [Fact]
    public async Task Statuses_are_listed_at_once_and_null_is_none()
    {
        CheckStatus[] statuses = await ExchangeAsync(CheckStatusRequests.List(), "GET /v1/check-statuses", $"[null,{One}]");

        Assert.Equal(CheckTests.Id, Assert.Single(statuses).ToString());
    }

    [Fact]
    public async Task A_status_is_read()
    {
        CheckStatus? status = await ExchangeAsync(CheckStatusRequests.Get(CheckTests.Id), $"GET /v1/check-statuses/{CheckTests.Id}", One);

        Assert.NotNull(status);
        Assert.Equal((CheckTests.Id, "Checkout", true, false, false), (status.CheckId, status.Name, status.HasFailures, status.HasErrors, status.IsDegraded));
        Assert.Equal(("eu-west-1", "r1", 34), (status.LastRunLocation, status.LastCheckRunId, status.SslDaysRemaining));
        Assert.Equal((Utc(2026, 1, 1), Utc(2026, 1, 2, 10)), (status.CreatedAt, status.UpdatedAt));
        Assert.Equal((6300, 12.5), (status.LongestRun, status.ShortestRun));
        Assert.Empty(status.AdditionalProperties);
    }

    [Fact]
    public async Task A_check_that_has_not_run_yet_has_no_status() =>
        Assert.Null(await ExchangeAsync(CheckStatusRequests.Get("x"), "GET /v1/check-statuses/x", "null"));

    [Fact]
    public async Task Only_the_name_is_required_of_a_status()
    {
        CheckStatus? status = await ExchangeAsync(CheckStatusRequests.Get("x"), "GET /v1/check-statuses/x", """{"name":"New","hasFailures":"maybe","sslDaysRemaining":null}""");

        Assert.NotNull(status);
        Assert.Equal(("New", null, null, null), (status.Name, status.CheckId, status.HasFailures, status.SslDaysRemaining));
        Assert.Equal(["hasFailures"], status.AdditionalProperties.Keys.Cast<string>());
    }
}
