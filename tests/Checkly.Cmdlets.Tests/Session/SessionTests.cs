using System.Management.Automation;
using Checkly.Hosting;
using Checkly.Tests;

namespace Checkly.Cmdlets.Tests;

/// <summary>Whose session is used: the one given, else the runspace's; never another runspace's.</summary>
public sealed class SessionTests(ApiServer server) : ModuleTest, IClassFixture<ApiServer>
{
    private const string OtherAccount = "3abcfdfe-ae2d-4632-8dd1-18dd871e18fc";

    [Fact]
    public void A_session_belongs_to_its_runspace()
    {
        ConnectTo(server.Uri);
        using var elsewhere = new ModuleHost(TextWriter.Null);
        using PowerShell shell = elsewhere.CreatePowerShell();

        Assert.Empty(shell.AddScript("Get-ChecklySession").Invoke());
        Assert.Single(Do("Get-ChecklySession").Output);
    }

    [Fact]
    public void Two_accounts_can_be_used_side_by_side()
    {
        server.Answer("GET", $"/v1/incidents/{IncidentId}", 200, $$"""{"id":"{{IncidentId}}"}""");

        Do($"""
            $a = Connect-Checkly -ApiKey $key -AccountId {AccountId} -BaseUri {server.Uri} -SkipCheck -PassThru
            $b = Connect-Checkly -ApiKey other -AccountId {OtherAccount} -BaseUri {server.Uri} -SkipCheck -PassThru
            $null = Get-ChecklyIncident {IncidentId} -Session $a
            $null = Get-ChecklyIncident {IncidentId}
            $null = Get-ChecklyIncident {IncidentId} -Session $b
            $null = Get-ChecklyIncident {IncidentId} -Session $a
            """, ("key", Secure(Key)));

        Assert.Equal([AccountId, OtherAccount, OtherAccount, AccountId], server.Requests.Select(request => request.Header("x-checkly-account")));
        Assert.Equal([$"Bearer {Key}", "Bearer other", "Bearer other", $"Bearer {Key}"], server.Requests.Select(request => request.Header("Authorization")));
    }

    [Theory]
    [InlineData("'one'")]
    [InlineData("$null")]
    public void What_is_no_session_is_refused(string session) =>
        Assert.Contains("'Session'", Assert.IsType<ParameterBindingException>(Run($"Get-ChecklyIncident {IncidentId} -Session {session}").Thrown, exactMatch: false).Message, StringComparison.Ordinal);

    [Fact]
    public void A_shared_session_outlives_the_module_in_a_parallel_runspace_and_its_own_session()
    {
        Outcome outcome = Do("""
            $s = Connect-Checkly -Sandbox -PassThru
            1 | ForEach-Object -Parallel {
                Import-Module $using:manifest
                $null -eq (Get-ChecklySession)
                $null = Get-ChecklyDashboard -Session $using:s
                Connect-Checkly -Sandbox
                (Get-ChecklySession) -eq $using:s
                Remove-Module Checkly
            }
            $s.IsConnected
            (Get-ChecklySession) -eq $s
            """, ("manifest", ModuleHost.ManifestPath));

        Assert.Equal([true, false, true, true], outcome.Output.Select(item => item.BaseObject));
    }

    [Fact]
    public void A_session_works_in_parallel_runspaces()
    {
        Outcome outcome = Do("""
            $s = Connect-Checkly -Sandbox -PassThru
            $i = New-ChecklyIncident x -DashboardId 1001 -Status INVESTIGATING -Description First
            1..20 | ForEach-Object -Parallel {
                Import-Module $using:manifest
                New-ChecklyIncidentUpdate $using:i MONITORING "Number $_" -Session $using:s
            } -ThrottleLimit 4
            (Get-ChecklyIncident $i).IncidentUpdates.Description
            """, ("manifest", ModuleHost.ManifestPath));

        string[] posted = [.. outcome.Output.Take(20).Select(update => (string)Get(update, "Description")!)];
        string[] kept = [.. outcome.Output.Skip(20).Select(text => text.ToString())];
        Assert.Equal([.. Enumerable.Range(1, 20).Select(n => $"Number {n}").Order()], posted.Order());
        Assert.Equal(posted.Append("First").Order(), kept.Order());
    }

    [Fact]
    public void Disconnect_ends_the_session_of_the_runspace()
    {
        Outcome outcome = Do("$s = Connect-Checkly -Sandbox -PassThru; Disconnect-Checkly; Get-ChecklySession; $s.IsConnected; Disconnect-Checkly");

        Assert.Equal(false, Assert.Single(outcome.Output).BaseObject);
    }

    [Theory]
    [InlineData("Disconnect-Checkly -Session $s")]
    [InlineData("$s | Disconnect-Checkly")]
    [InlineData("Get-ChecklySession | Disconnect-Checkly")]
    public void A_session_that_was_ended_is_said_to_be(string disconnect)
    {
        Outcome outcome = Run($"$s = Connect-Checkly -Sandbox -PassThru; {disconnect}; Get-ChecklyIncident {IncidentId} -Session $s");

        Assert.StartsWith("Checkly.NotConnected,", outcome.Error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("is not connected", outcome.Error.Exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_session_that_is_ended_in_the_middle_of_a_pipeline_stops_it_and_says_that_nothing_was_sent()
    {
        Outcome outcome = Run("""
            Connect-Checkly -Sandbox
            $i = New-ChecklyIncident x -DashboardId 1001 -Status INVESTIGATING -Description x
            1..3 | ForEach-Object { if ($_ -eq 2) { Disconnect-Checkly }; $i } | New-ChecklyIncidentUpdate -Status MONITORING -Description x
            """);

        Assert.Single(outcome.Output);
        Assert.StartsWith("Checkly.NotConnected,", outcome.Error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("Nothing was sent.", outcome.Error.Exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_live_session_cannot_be_made_to_look_like_another()
    {
        Outcome outcome = Run("$s = Connect-Checkly -Sandbox -PassThru; $s.AccountId = 'other'");

        Assert.Contains("AccountId of a session cannot be changed", outcome.Error.Exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_session_that_was_handed_out_outlives_the_next_Connect()
    {
        Outcome outcome = Do("$a = Connect-Checkly -Sandbox -PassThru; Connect-Checkly -Sandbox; $b = Get-ChecklySession; Connect-Checkly -Sandbox; $a.IsConnected, $b.IsConnected");

        Assert.Equal([true, true], outcome.Output.Select(item => item.BaseObject));
    }

    [Fact]
    public void A_session_made_for_a_mock_is_not_connected()
    {
        Outcome outcome = Run($"Get-ChecklyIncident {IncidentId} -Session ([Checkly.ChecklySession]@{{ AccountId = '{AccountId}' }})");

        Assert.Contains("is not connected", outcome.Error.Exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Ending_another_session_leaves_this_one()
    {
        Outcome outcome = Do("$a = Connect-Checkly -Sandbox -PassThru; $b = Connect-Checkly -Sandbox -PassThru; Disconnect-Checkly $a; (Get-ChecklySession) -eq $b");

        Assert.Equal(true, Assert.Single(outcome.Output).BaseObject);
    }

    [Fact]
    public void Two_sandboxes_know_nothing_of_each_other()
    {
        Outcome outcome = Run("""
            $a = Connect-Checkly -Sandbox -PassThru
            $b = Connect-Checkly -Sandbox -PassThru
            $i = New-ChecklyIncident x -DashboardId 1001 -Status RESOLVED -Description x -Session $a
            Get-ChecklyIncident $i -Session $b
            """);

        Assert.StartsWith("Checkly.NotFound,", outcome.Error.FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [Fact]
    public void Removing_the_module_ends_the_session()
    {
        Outcome outcome = Do("$s = Connect-Checkly -Sandbox -PassThru; Remove-Module Checkly; $s.IsConnected");

        Assert.Equal(false, Assert.Single(outcome.Output).BaseObject);
    }

    protected override void Cleanup() => server.Reset();
}
