using Checkly.Tests;

namespace Checkly.Client.Tests;

/// <summary>GET /v1/reporting.</summary>
public sealed class ReportTests(ApiServer server) : RequestTest(server)
{
    internal const string Whole = $$"""
        [{"name":"Checkout","checkId":"{{CheckTests.Id}}","checkType":"API","deactivated":false,"tags":["shop"],"aggregate":{"successRatio":99.5,"avg":120.5,"p95":200,"p99":300} }]
        """;

    private const string Buckets = $$"""
        [{"name":"Checkout","checkId":"{{CheckTests.Id}}","checkType":"API","deactivated":true,"tags":[],"aggregates":[
         {"successRatio":100,"avg":1,"p95":2,"p99":3,"from":"2026-01-01T00:00:00.000Z","to":"2026-01-02T00:00:00.000Z"},
         {"successRatio":50,"avg":4,"p95":5,"p99":6,"from":"2026-01-02T00:00:00.000Z","to":"2026-01-03T00:00:00.000Z"}]},
         {"name":"Silent","checkId":"x","checkType":"API","deactivated":false,"tags":[],"aggregates":[]}]
        """;

    [Fact]
    public async Task A_report_has_a_row_for_each_check()
    {
        ReportEntry row = Assert.Single(await ExchangeAsync(ReportRequests.Get(new ReportFilter()), "GET /v1/reporting", Whole));

        Assert.Equal(("Checkout", CheckTests.Id, "API", false, "shop"), (row.Name, row.CheckId, row.CheckType, row.Deactivated, Assert.Single(row.Tags)));
        Assert.Equal((99.5, 120.5, 200.0, 300.0, null, null), (row.SuccessRatio, row.Average, row.P95, row.P99, row.From, row.To));
        Assert.Equal("Checkout", row.ToString());
    }

    [Fact]
    public async Task With_a_granularity_it_has_one_for_each_check_and_day()
    {
        ReportEntry[] rows = await ExchangeAsync(
            ReportRequests.Get(new ReportFilter { From = Utc(2026, 1, 1), To = Utc(2026, 1, 3), Tags = ["a b", "c"], Deactivated = true, Granularity = "day", TimeZone = "Europe/Berlin" }),
            "GET /v1/reporting?from=1767225600&to=1767398400&filterByTags=a%20b&filterByTags=c&deactivated=true&granularity=day&timezone=Europe%2FBerlin",
            Buckets);

        Assert.Equal([(100.0, Utc(2026, 1, 1), Utc(2026, 1, 2)), (50.0, Utc(2026, 1, 2), Utc(2026, 1, 3))], rows.Select(row => (row.SuccessRatio!.Value, row.From!.Value, row.To!.Value)));
    }

    [Fact]
    public async Task A_window_of_the_API_goes_along() =>
        await ExchangeAsync(ReportRequests.Get(new ReportFilter { QuickRange = "lastMonth", Deactivated = false }), "GET /v1/reporting?quickRange=lastMonth&deactivated=false", "[]");
}
