using System.Net;

namespace Checkly.Sandbox.Tests;

public sealed class DashboardPagingTests
{
    [Theory]
    [InlineData("", 10)]
    [InlineData("?page=1", 10)]
    [InlineData("?page=2", 10)]
    [InlineData("?page=3", 5)]
    [InlineData("?limit=10", 10)]
    [InlineData("?limit=1", 1)]
    [InlineData("?limit=7&page=4", 4)]
    [InlineData("?page=4&limit=7", 4)]
    [InlineData("?limit=25", 25)]
    [InlineData("?limit=5&page=5", 5)]
    [InlineData("?limit=100", 25)]
    public async Task A_page_holds_what_is_left_up_to_its_limit(string query, int expected)
    {
        using DashboardCall sandbox = new();
        await sandbox.FillAsync(24);

        SandboxAnswer answer = await sandbox.GetAsync($"/v1/dashboards{query}");

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Equal(expected, answer.Array.Count);
        Total(25, answer);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    [InlineData(7)]
    [InlineData(10)]
    [InlineData(23)]
    [InlineData(24)]
    public async Task All_pages_together_hold_every_dashboard_once(int limit)
    {
        using DashboardCall sandbox = new();
        await sandbox.FillAsync(23);
        List<string> headers = [];

        for (int page = 1; page <= (24 + limit - 1) / limit; page++)
        {
            SandboxAnswer answer = await sandbox.GetAsync($"/v1/dashboards?limit={limit}&page={page}");
            Total(24, answer);
            headers.AddRange(answer.Array.Select(item => item!["header"]!.GetValue<string>()));
        }

        Assert.Equal(
            Enumerable.Range(1, 23).Select(number => $"Number {number}").Append("Sandbox status")
                .Order(StringComparer.Ordinal),
            headers.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_page_holds_at_most_a_hundred()
    {
        using DashboardCall sandbox = new();
        await sandbox.FillAsync(100);

        SandboxAnswer first = await sandbox.GetAsync("/v1/dashboards?limit=100");
        SandboxAnswer second = await sandbox.GetAsync("/v1/dashboards?limit=100&page=2");

        Assert.Equal(100, first.Array.Count);
        Assert.Single(second.Array);
        Total(101, first);
        Total(101, second);
    }

    [Theory]
    [InlineData("?page=2")]
    [InlineData("?page=1000")]
    [InlineData("?limit=1&page=4")]
    [InlineData("?limit=100&page=2147483647")]
    [InlineData("?limit=100&page=9007199254740991")]
    public async Task A_page_beyond_the_end_is_empty(string query)
    {
        using DashboardCall sandbox = new();
        await sandbox.FillAsync(2);

        SandboxAnswer answer = await sandbox.GetAsync($"/v1/dashboards{query}");

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Empty(answer.Array);
        Total(3, answer);
    }

    [Fact]
    public async Task Creations_and_deletions_are_counted()
    {
        using DashboardCall sandbox = new();
        Total(1, await sandbox.GetAsync("/v1/dashboards"));

        SandboxAnswer created = await sandbox.CreateAsync();
        Total(2, await sandbox.GetAsync("/v1/dashboards"));

        await sandbox.DeleteAsync(DashboardCall.Path(created));
        Total(1, await sandbox.GetAsync("/v1/dashboards"));
    }

    [Theory]
    [InlineData("limit=0")]
    [InlineData("limit=-1")]
    [InlineData("limit=101")]
    [InlineData("limit=2147483648")]
    [InlineData("limit=99999999999999999999999")]
    [InlineData("limit=1.5")]
    [InlineData("limit=ten")]
    [InlineData("limit=10x")]
    [InlineData("limit=")]
    [InlineData("limit=null")]
    [InlineData("page=0")]
    [InlineData("page=-1")]
    [InlineData("page=two")]
    [InlineData("page=2x")]
    [InlineData("page=")]
    [InlineData("page=NaN")]
    [InlineData("limit=0&page=1")]
    [InlineData("limit=10&page=0")]
    public async Task A_page_or_limit_out_of_bounds_is_a_bad_request(string query)
    {
        using DashboardCall sandbox = new();

        Refused.BadRequest(await sandbox.GetAsync($"/v1/dashboards?{query}"));
    }

    [Theory]
    [InlineData("page=1.5")]
    [InlineData("page=1e400")]
    [InlineData("limit=100&page=92233720368547759")]
    [InlineData("page=99999999999999999999999")]
    [InlineData("limit=10&limit=20")]
    [InlineData("limit=%")]
    [InlineData("limit")]
    [InlineData("&&=&")]
    public async Task An_odd_query_is_answered(string query)
    {
        using DashboardCall sandbox = new();

        SandboxAnswer answer = await sandbox.GetAsync($"/v1/dashboards?{query}");

        if (answer.Status != HttpStatusCode.OK)
        {
            Refused.BadRequest(answer);
        }
    }

    private static void Total(int expected, SandboxAnswer answer) =>
        Assert.EndsWith($"/{expected}", answer.ContentRange, StringComparison.Ordinal);
}
