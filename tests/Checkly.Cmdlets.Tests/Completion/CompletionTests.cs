using System.Management.Automation;
using Checkly.Tests;

namespace Checkly.Cmdlets.Tests;

/// <summary>What Tab offers.</summary>
public sealed class CompletionTests : ModuleTest
{
    [Theory]
    [InlineData("New-ChecklyIncidentUpdate $i -Status ", new[] { "IDENTIFIED", "INVESTIGATING", "MAINTENANCE", "MONITORING", "RESOLVED" })]
    [InlineData("New-ChecklyIncidentUpdate $i re", new[] { "RESOLVED" })]
    [InlineData("New-ChecklyIncident x -Impact ", new[] { "MAINTENANCE", "MAJOR", "MINOR" })]
    [InlineData("Set-ChecklyIncident $i -Impact ma", new[] { "MAINTENANCE", "MAJOR" })]
    public void Statuses_and_impacts(string line, string[] offered) => Assert.Equal(offered, Complete(line).Select(match => match.CompletionText));

    [Theory]
    [InlineData("Get-ChecklyIncident ")]
    [InlineData("Set-ChecklyIncident -Id ")]
    [InlineData("Remove-ChecklyIncident ")]
    [InlineData("New-ChecklyIncidentUpdate -IncidentId ")]
    [InlineData("Get-ChecklyIncidentUpdate ")]
    [InlineData("Set-ChecklyIncidentUpdate ")]
    [InlineData("Remove-ChecklyIncidentUpdate -IncidentId ")]
    public void Incidents_that_the_session_has_seen_the_newest_first(string line)
    {
        Sandbox();

        CompletionResult[] offered = Complete(line);

        Assert.Equal(["a (MONITORING)", "b (RESOLVED)"], offered.Select(match => match.ToolTip));
        Assert.Equal(Do("$a.Id; $b.Id").Output.Select(id => id.ToString()), offered.Select(match => match.CompletionText));
    }

    [Theory]
    [InlineData("Get-ChecklyCheck ", "(Get-ChecklyCheck).Id")]
    [InlineData("Get-ChecklyCheckStatus ", "(Get-ChecklyCheck).Id")]
    [InlineData("Get-ChecklyAccount ", "(Get-ChecklyAccount).Id")]
    [InlineData("Get-ChecklyRuntime ", "(Get-ChecklyRuntime).Name")]
    public void Everything_that_the_account_lists(string line, string ids)
    {
        Do("Connect-Checkly -Sandbox");

        Assert.Equal(Complete(line).Select(match => match.CompletionText), Do(ids).Output.Select(id => id.ToString()));
    }

    [Fact]
    public void A_part_of_the_name_finds_an_incident()
    {
        Sandbox();

        Assert.Equal("a (MONITORING)", Assert.Single(Complete("Get-ChecklyIncident MONIT")).ToolTip);
    }

    [Fact]
    public void An_incident_that_is_known_by_an_update_only_is_offered_too()
    {
        using var server = new ApiServer();
        server.Answer("POST", UpdatesPath, 201, """{"id":"u","status":"RESOLVED","description":"All is well."}""");
        ConnectTo(server.Uri);
        Do($"$null = New-ChecklyIncidentUpdate {IncidentId} RESOLVED 'All is well.'");

        CompletionResult offered = Assert.Single(Complete("Get-ChecklyIncident "));

        Assert.Equal((IncidentId, "RESOLVED: All is well."), (offered.CompletionText, offered.ToolTip));
    }

    [Fact]
    public void Updates_of_the_incident_that_was_given()
    {
        Sandbox();

        Assert.Equal(["MONITORING: Two.", "INVESTIGATING: One."], Complete("Set-ChecklyIncidentUpdate $a ").Select(match => match.ToolTip));
    }

    [Fact]
    public void What_was_removed_is_not_offered()
    {
        Sandbox();
        Do("$b | Remove-ChecklyIncident -Confirm:$false");

        Assert.Equal(["a (MONITORING)"], Complete("Get-ChecklyIncident ").Select(match => match.ToolTip));
    }

    [Theory]
    [InlineData("New-ChecklyIncident x -DashboardId ", "1001")]
    [InlineData("Get-ChecklyDashboard ", "5a9db0c5")]
    [InlineData("Set-ChecklyDashboard -DashboardId ", "5a9db0c5")]
    [InlineData("Remove-ChecklyDashboard 5a", "5a9db0c5")]
    public void Dashboards_of_the_account(string line, string id)
    {
        Sandbox();

        CompletionResult offered = Assert.Single(Complete(line));

        Assert.Equal((id, "Sandbox status (sandbox)"), (offered.CompletionText, offered.ToolTip));
    }

    [Fact]
    public void A_dashboard_that_was_just_made_is_offered()
    {
        Sandbox();
        Complete("Get-ChecklyDashboard ");
        Do("$null = New-ChecklyDashboard Second");

        Assert.Equal(2, Complete("Get-ChecklyDashboard ").Length);
    }

    [Fact]
    public void Dashboards_are_asked_for_once()
    {
        using var server = new ApiServer();
        server.Answer("GET", "/v1/dashboards", 200, """[{"dashboardId":"a","id":1},{"dashboardId":"b","id":2}]""");
        ConnectTo(server.Uri);

        Assert.Equal(["a", "b"], Complete("Get-ChecklyDashboard ").Select(match => match.CompletionText));
        Assert.Equal(["1", "2"], Complete("New-ChecklyIncident x -DashboardId ").Select(match => match.CompletionText));
        Assert.Equal("/v1/dashboards?limit=100&page=1", Assert.Single(server.Requests).Target);
    }

    [Fact]
    public void A_server_that_fails_is_silent()
    {
        ConnectTo(new Uri("http://127.0.0.1:1"));

        Assert.DoesNotContain(Complete("Get-ChecklyDashboard "), match => match.ResultType == CompletionResultType.ParameterValue);
        Assert.Empty(Do("$Error").Output);
    }

    [Fact]
    public async Task A_server_that_hangs_is_not_waited_for()
    {
        await using var server = new RawServer(RawServer.Hang);
        ConnectTo(server.Uri, "-TimeoutSec 60");

        Assert.DoesNotContain(Complete("Get-ChecklyDashboard "), match => match.ResultType == CompletionResultType.ParameterValue);
    }

    [Fact]
    public void Without_a_session_nothing_is_offered() =>
        Assert.DoesNotContain(Complete("Get-ChecklyIncident "), match => match.ResultType == CompletionResultType.ParameterValue);

    private void Sandbox() => Do("""
        Connect-Checkly -Sandbox
        $a = New-ChecklyIncident a -DashboardId 1001 -Status INVESTIGATING -Description One.
        $b = New-ChecklyIncident b -DashboardId 1001 -Status RESOLVED -Description Done.
        $null = New-ChecklyIncidentUpdate $a MONITORING Two.
        """);

    private CompletionResult[] Complete(string line)
    {
        using PowerShell shell = Host.CreatePowerShell();
        return [.. CommandCompletion.CompleteInput(line, line.Length, null, shell).CompletionMatches];
    }
}
