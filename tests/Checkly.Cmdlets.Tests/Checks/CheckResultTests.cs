using System.Management.Automation;
using Checkly.Tests;

namespace Checkly.Cmdlets.Tests;

/// <summary>From a check that fails to why it does: -Status, Get-ChecklyCheckResult.</summary>
public sealed class CheckResultTests(ApiServer server) : ModuleTest, IClassFixture<ApiServer>
{
    private const string Check = "1a2b3c4d-5e6f-4a7b-8c9d-0e1f2a3b4c88";
    private const string Result = "2b3c4d5e-6f70-4b8c-9d0e-1f2a3b4c5d99";

    [Fact]
    public void What_fails_says_why_in_one_line()
    {
        PSObject row = Do("Connect-Checkly -Sandbox; Get-ChecklyCheck -Status failing | Get-ChecklyCheckResult -Latest").Only();

        Assert.Equal(("Log in on the website", "us-east-1", "TimeoutError: page.click: Timeout 30000ms exceeded."), (Get(row, "Name"), Get(row, "RunLocation"), Get(row, "ErrorMessage")));
    }

    [Theory]
    [InlineData("Get-ChecklyCheckStatus 'Log in on the website' | Get-ChecklyCheckResult")]
    [InlineData("Get-ChecklyCheckResult 'log in on the website' -HasFailures")]
    [InlineData("Get-ChecklyCheckResult 'Log in on the website' | Get-ChecklyCheckResult")]
    [InlineData("Get-ChecklyCheckResult 'Log in on the website' (Get-ChecklyCheckResult 'Log in on the website')")]
    [InlineData("Get-ChecklyCheckResult 'Log in on the website' -From (Get-ChecklyCheckResult 'Log in on the website').StartedAt.AddSeconds(-1) -To 2999-01-01")]
    public void Each_way_leads_to_the_result(string command) =>
        Assert.Equal("Checkly.CheckResult", Do($"Connect-Checkly -Sandbox; {command}").Only().TypeNames[0]);

    [Fact]
    public void What_is_asked_for_goes_along()
    {
        ConnectTo(server).Answer("GET", $"/v2/check-results/{Check}", 200, """{"length":0,"entries":[]}""");

        Do($"Get-ChecklyCheckResult {Check} -Latest -HasFailures:$false -Location eu-west-1 -ResultType all -From '2026-01-01T00:00:00Z' -To '2026-01-01T23:59:59.250Z'");

        Assert.Equal(
            $"/v2/check-results/{Check}?limit=1&location=eu-west-1&hasFailures=false&resultType=ALL&from=1767225600&to=1767312000",
            Assert.Single(server.Requests).Target);
    }

    [Fact]
    public void All_results_come_page_by_page_and_First_counts_for_each_check()
    {
        ConnectTo(server).Answer("GET", $"/v2/check-results/{Check}", 200, $$"""{"length":2,"entries":[{"id":"{{Result}}"},{"id":"x"}],"nextId":null}""");

        Assert.Equal(2, Do($"'{Check}', '{Check}' | Get-ChecklyCheckResult -First 1").Output.Count);

        Assert.Equal(Enumerable.Repeat($"/v2/check-results/{Check}?limit=1", 2), server.Requests.Select(request => request.Target));
    }

    [Theory]
    [InlineData("-HasFailures")]
    [InlineData("-Latest")]
    [InlineData("-From 2026-01-01")]
    public void A_filter_of_single_results_is_refused(string filter)
    {
        ConnectTo(server);

        Assert.StartsWith("Checkly.BadRequest,", Run($"Get-ChecklyCheckResult {Check} {Result} {filter}").Error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Empty(server.Requests);
    }

    [Fact]
    public void A_name_among_filtered_checks_is_not_said_to_be_nowhere() =>
        Assert.Equal("No check that meets the other conditions is called 'Checkout API'.", Run("Connect-Checkly -Sandbox; Get-ChecklyCheck -Name 'Checkout API' -Status failing").Error.Exception.Message);

    [Theory]
    [InlineData($"Get-ChecklyCheckResult {Check} -Latest -First 2", "leave out either them or -Latest")]
    [InlineData($"Get-ChecklyCheckResult {Check} {Result} -Skip 2", "leave out either them or the id")]
    public void A_range_of_single_things_is_refused(string command, string message)
    {
        ConnectTo(server);

        Assert.Contains(message, Run(command).Error.Exception.Message, StringComparison.Ordinal);
        Assert.Empty(server.Requests);
    }

    [Fact]
    public void The_API_filters_checks()
    {
        ConnectTo(server).Answer("GET", "/v3/checks", 200, "[]").Answer("GET", $"/v3/checks/{Check}", 200, """{"id":"x"}""");

        Do($"Get-ChecklyCheck -Tag shop, eu -Type multi_step -Status FAILING -UrlPattern acme/ -Search out -ApplyGroupSettings; Get-ChecklyCheck {Check} -ApplyGroupSettings");

        Assert.Equal(
            [
                "/v3/checks?limit=100&page=1&tag=shop&tag=eu&checkType=MULTI_STEP&status=failing&apiCheckUrlFilterPattern=acme%2F&search=out&applyGroupSettings=true",
                $"/v3/checks/{Check}?applyGroupSettings=true",
            ],
            server.Requests.Select(request => request.Target));
    }
}
