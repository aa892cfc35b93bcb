using Checkly.Tests;

namespace Checkly.Cmdlets.Tests;

/// <summary>Get-ChecklyReport.</summary>
public sealed class ReportTests(ApiServer server) : ModuleTest, IClassFixture<ApiServer>
{
    [Fact]
    public void On_the_sandbox_the_runs_count()
    {
        Outcome outcome = Do("Connect-Checkly -Sandbox; Get-ChecklyReport; Get-ChecklyReport thisMonth -Tag api -Granularity day");

        Assert.Equal(["Checkout API: 100", "Log in on the website: 0", "Website: 100", "Checkout API: 100"], outcome.Output.Select(row => $"{Get(row, "Name")}: {Get(row, "SuccessRatio")}"));
        Assert.Equal([null, null, null, typeof(DateTimeOffset)], outcome.Output.Select(row => Get(row, "From")?.GetType()));
        Assert.Empty(Do("Get-ChecklyReport lastMonth; Get-ChecklyReport -Deactivated; Get-ChecklyReport -Tag nothing").Output);
    }

    [Theory]
    [InlineData("Get-ChecklyReport", "/v1/reporting")]
    [InlineData("Get-ChecklyReport LASTMONTH -Granularity Week -TimeZone 'Europe/Berlin'", "/v1/reporting?quickRange=lastMonth&granularity=week&timezone=Europe%2FBerlin")]
    [InlineData("Get-ChecklyReport -From 2026-01-01T00:00:00Z -To 2026-01-02T00:00:00Z -Tag a, b -Deactivated:$false", "/v1/reporting?from=1767225600&to=1767312000&filterByTags=a&filterByTags=b&deactivated=false")]
    public void What_is_asked_for_goes_along(string command, string target)
    {
        ConnectTo(server).Answer("GET", "/v1/reporting", 200, "[]");

        Do(command);

        Assert.Equal(target, Assert.Single(server.Requests).Target);
    }

    [Theory]
    [InlineData("-TimeZone UTC")]
    [InlineData("-From 2026-01-02 -To 2026-01-01")]
    [InlineData("-From 2999-01-01")]
    public void A_window_that_means_nothing_is_refused(string arguments)
    {
        ConnectTo(server);

        Assert.StartsWith("Checkly.BadRequest,", Run($"Get-ChecklyReport {arguments}").Error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Empty(server.Requests);
    }

    [Fact]
    public void A_row_leads_to_its_check() =>
        Assert.Equal("Website", Get(Do("Connect-Checkly -Sandbox; Get-ChecklyReport | Where-Object Name -eq Website | Get-ChecklyCheck").Only(), "Name"));
}
