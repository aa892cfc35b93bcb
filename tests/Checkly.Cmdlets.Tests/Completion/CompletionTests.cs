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
    [InlineData("New-ChecklyIncident x -Status M", new[] { "MAINTENANCE", "MONITORING" })]
    [InlineData("New-ChecklyDashboard x -Width ", new[] { "960PX", "FULL" })]
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
    [InlineData("Get-ChecklyCheck ", "(Get-ChecklyCheck).Name | ForEach-Object { if ($_ -match ' ') { \"'$_'\" } else { $_ } }")]
    [InlineData("Get-ChecklyCheckStatus 5a9", "(Get-ChecklyCheck).Id")]
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
        Assert.Equal("b (RESOLVED)", Assert.Single(Complete($"Get-ChecklyIncident {Do("$b.Id.Substring(0, 8)").Only()}")).ToolTip);
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
    public void What_was_renamed_read_again_or_removed_is_news_and_WhatIf_is_none()
    {
        Sandbox();
        string[] Offered() => [.. Complete("Get-ChecklyIncident ").Select(match => match.ToolTip)];
        Do("Remove-ChecklyIncident $a -WhatIf; New-ChecklyIncident c -DashboardId 1001 -Status RESOLVED -Description d -WhatIf");
        Assert.Equal(["a (MONITORING)", "b (RESOLVED)"], Offered());

        Do("$null = Get-ChecklyIncident $b");
        Assert.Equal(["b (RESOLVED)", "a (MONITORING)"], Offered());

        Do("$a | Set-ChecklyIncident -Name renamed");
        Assert.Contains("renamed (MONITORING)", Offered());

        Do("Remove-ChecklyIncident $a.Id.ToUpperInvariant() -Confirm:$false");
        Assert.Equal(["b (RESOLVED)"], Offered());
        Assert.Equal(["RESOLVED: Done."], Complete("Remove-ChecklyIncidentUpdate -Id ").Select(match => match.ToolTip));
    }

    [Fact]
    public void A_tool_tip_has_one_line_and_no_control_sequence()
    {
        Do("Connect-Checkly -Sandbox; $null = New-ChecklyIncident \"Bad$([char]27)[31m`nname$([char]7)\" -DashboardId 1001 -Status RESOLVED -Description d");

        string tip = Assert.Single(Complete("Get-ChecklyIncident ")).ToolTip;

        Assert.StartsWith("Bad", tip, StringComparison.Ordinal);
        Assert.DoesNotContain(tip, char.IsControl);
    }

    [Fact]
    public void What_the_session_on_the_line_has_seen_is_offered()
    {
        Sandbox();
        Do("$seen = Get-ChecklySession; Connect-Checkly -Sandbox");

        Assert.Empty(Complete("Get-ChecklyIncident -Id "));
        Assert.Equal(2, Complete("Get-ChecklyIncident -Session $seen -Id ").Length);
    }

    [Theory]
    [InlineData("New-ChecklyIncident x -DashboardId ", "'Sandbox status'", "Sandbox status (sandbox) (5a9db0c5)")]
    [InlineData("Get-ChecklyDashboard sand", "'Sandbox status'", "Sandbox status (sandbox) (5a9db0c5)")]
    [InlineData("Set-ChecklyDashboard -DashboardId ", "'Sandbox status'", "Sandbox status (sandbox) (5a9db0c5)")]
    [InlineData("Remove-ChecklyDashboard 5a", "5a9db0c5", "Sandbox status (sandbox)")]
    public void Dashboards_of_the_account(string line, string inserted, string beside)
    {
        Sandbox();

        CompletionResult offered = Assert.Single(Complete(line));

        Assert.Equal((inserted, beside), (offered.CompletionText, offered.ToolTip));
    }

    [Fact]
    public void A_dashboard_that_was_just_made_is_offered_until_it_is_removed()
    {
        Sandbox();
        Complete("Get-ChecklyDashboard ");
        Do("$second = New-ChecklyDashboard Second");
        Assert.Equal(2, Complete("Get-ChecklyDashboard ").Length);

        Do("$second | Remove-ChecklyDashboard -Confirm:$false");
        Assert.Single(Complete("Get-ChecklyDashboard "));
    }

    [Fact]
    public void An_id_is_inserted_as_one_text()
    {
        using var server = new ApiServer();
        server.Answer("GET", "/v1/dashboards", 200, """[{"dashboardId":"x; Disconnect-Checkly","id":1}]""");
        ConnectTo(server.Uri);

        Assert.Equal("'x; Disconnect-Checkly'", Assert.Single(Complete("Get-ChecklyDashboard ")).CompletionText);
    }

    /// <summary>Text that reads as an id would be taken for the id of another one.</summary>
    [Theory]
    [InlineData("2003", "2004")]
    [InlineData("Nightly", "Nightly")]
    public void A_name_that_reads_as_an_id_is_not_inserted(string name, string inserted)
    {
        using var server = new ApiServer();
        server.Answer("GET", "/v1/maintenance-windows", 200, $$"""[{"id":2004,"name":"{{name}}"}]""");
        ConnectTo(server.Uri);

        Assert.Equal(inserted, Assert.Single(Complete("Remove-ChecklyMaintenanceWindow ")).CompletionText);
    }

    [Fact]
    public void Dashboards_are_asked_for_once()
    {
        using var server = new ApiServer();
        server.Answer("GET", "/v1/dashboards", 200, """[{"dashboardId":"a","id":1},{"dashboardId":"b","id":2,"header":"Shop"}]""");
        ConnectTo(server.Uri);

        Assert.Equal(["a", "Shop"], Complete("Get-ChecklyDashboard ").Select(match => match.CompletionText));
        Assert.Equal(["a", "Shop"], Complete("New-ChecklyIncident x -DashboardId ").Select(match => match.CompletionText));
        Assert.Equal("/v1/dashboards?limit=100&page=1", Assert.Single(server.Requests).Target);
    }

    [Theory]
    [InlineData(500, "{}")]
    [InlineData(200, """[1, null, {"a":1}]""")]
    [InlineData(0, "")]
    public void A_server_that_fails_is_silent(int status, string body)
    {
        using var server = new ApiServer();
        server.Answer("GET", "/v1/dashboards", status == 0 ? 200 : status, body);
        ConnectTo(status == 0 ? new Uri("http://127.0.0.1:1") : server.Uri);

        Assert.Empty(Complete("Get-ChecklyDashboard "));
        Assert.Empty(Do("$Error").Output);
    }

    [Theory]
    [InlineData("Get-ChecklyIncident ")]
    [InlineData("Remove-ChecklyIncidentUpdate -Id ")]
    [InlineData("Get-ChecklyDashboard ")]
    [InlineData("New-ChecklyIncident x -DashboardId ")]
    public void Without_a_session_nothing_is_offered(string line)
    {
        Assert.Empty(Complete(line));
        Assert.Empty(Do("$Error").Output);
    }

    [Fact]
    public async Task A_server_that_hangs_is_not_waited_for()
    {
        await using var server = new RawServer(RawServer.Hang);
        ConnectTo(server.Uri, "-TimeoutSec 60");

        // Far above what it takes on a busy machine; a completion that waits for the answer takes 60 s.
        Assert.Empty(await Task.Run(() => Complete("Get-ChecklyDashboard "), TestContext.Current.CancellationToken)
            .WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken));
    }

    private void Sandbox() => Do("""
        Connect-Checkly -Sandbox
        $a = New-ChecklyIncident a -DashboardId 1001 -Status INVESTIGATING -Description One.
        $b = New-ChecklyIncident b -DashboardId 1001 -Status RESOLVED -Description Done.
        $null = New-ChecklyIncidentUpdate $a MONITORING Two.
        """);
}
