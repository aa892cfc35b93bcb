using System.Management.Automation;
using Checkly.Hosting;
using Checkly.Tests;

namespace Checkly.Cmdlets.Tests;

/// <summary>The scripts in module/Examples do what they say. Their own Pester file runs with the others.</summary>
[Collection(RunsAlone.Name)]
public sealed class ExampleTests : ModuleTest
{
    private static readonly string Folder = Path.Combine(Path.GetDirectoryName(ModuleHost.ManifestPath)!, "module", "Examples");
    private readonly string _state = Path.GetTempFileName();

    public ExampleTests() => File.Delete(_state);

    [Fact]
    public void OnCall_takes_an_incident_from_open_to_resolved()
    {
        Outcome outcome = Do($"""
            Connect-Checkly -Sandbox
            $state = @{"{"} StateFile = '{_state}' {"}"}
            (& $script open 'Looking.' -Name 'Checkout is slow' -DashboardId 1001 -Impact MAJOR @state).CurrentStatus
            (& $script update 'Found.' -Status IDENTIFIED @state).Status
            (& $script show @state).IncidentUpdates.Length
            (& $script resolve 'Fixed.' @state).Status
            """, ("script", Path.Combine(Folder, "OnCall.ps1")));

        Assert.Equal(["INVESTIGATING", "IDENTIFIED", "2", "RESOLVED"], outcome.Output.Select(line => line.ToString()));
        Assert.False(File.Exists(_state));
    }

    [Theory]
    [InlineData("update 'x'", "No incident is open")]
    [InlineData("open x -Name x -DashboardId 5", "There is no dashboard 5")]
    public void OnCall_says_what_is_wrong_and_keeps_no_state(string arguments, string why)
    {
        Outcome outcome = Run($"Connect-Checkly -Sandbox; & $script {arguments} -StateFile '{_state}'", ("script", Path.Combine(Folder, "OnCall.ps1")));

        Assert.Contains(why, outcome.Error.Exception.Message, StringComparison.Ordinal);
        Assert.False(File.Exists(_state));
    }

    [Fact]
    public void OnCall_opens_no_second_incident()
    {
        File.WriteAllText(_state, IncidentId);

        Outcome outcome = Run($"Connect-Checkly -Sandbox; & $script open x -Name x -DashboardId 1001 -StateFile '{_state}'", ("script", Path.Combine(Folder, "OnCall.ps1")));

        Assert.Contains($"An incident is open already: {IncidentId}", outcome.Error.Exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void OnCall_keeps_in_mind_an_incident_of_which_it_does_not_know()
    {
        Outcome opened = Run($"Connect-Checkly -Sandbox -Fault ResetAfter; & $script open x -Name x -DashboardId 1001 -StateFile '{_state}'", ("script", Path.Combine(Folder, "OnCall.ps1")));
        Outcome updated = Run($"& $script update y -StateFile '{_state}'", ("script", Path.Combine(Folder, "OnCall.ps1")));

        Assert.StartsWith("Checkly.OutcomeUnknown,", opened.Error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("It is not known whether the incident was opened. Look at the dashboard", updated.Error.Exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(201, "RESOLVED", 0)]
    [InlineData(429, "RESOLVED", 1)]
    [InlineData(401, "RESOLVED", 2)]
    [InlineData(404, "RESOLVED", 3)]
    [InlineData(201, "BROKEN", 3)]
    [InlineData(501, "RESOLVED", 4)]
    public void Runbook_ends_with_an_exit_code_that_says_enough(int status, string posted, int exitCode)
    {
        using var server = new ApiServer();
        server.Answer("POST", UpdatesPath, status, status == 201 ? """{"id":"x","status":"RESOLVED","description":"y"}""" : "{}", headers: ("Retry-After", "1000"));
        using var environment = new EnvironmentFor(server.Uri);

        Assert.Equal(exitCode, RunRunbook(posted).Output[^1].BaseObject);
    }

    [Fact]
    public void Runbook_without_credentials_says_which_variable_is_missing()
    {
        using var environment = new EnvironmentFor(null);

        Outcome outcome = RunRunbook("RESOLVED");

        Assert.StartsWith("Not posted: CHECKLY_API_KEY is not set.", outcome.Output[0].ToString(), StringComparison.Ordinal);
        Assert.Equal(2, outcome.Output[^1].BaseObject);
    }

    [Theory]
    [InlineData($"-IncidentId {IncidentId} -Status RESOLVED")]
    [InlineData($"-IncidentId {IncidentId} -Status RESOLVED -Description ''")]
    [InlineData($"-IncidentId {IncidentId} -Status RESOLVED -Descripton x")]
    [InlineData($"-IncidentId {IncidentId} -Status RESOLVED -Description x y")]
    [InlineData("-Status RESOLVED -Description x")]
    [InlineData("")]
    public void Runbook_that_is_called_wrongly_says_that_it_need_not_be_run_again(string arguments)
    {
        using var server = new ApiServer();
        using var environment = new EnvironmentFor(server.Uri);

        Outcome outcome = Run($"Set-StrictMode -Version Latest; & $script {arguments}; $LASTEXITCODE", ("script", Path.Combine(Folder, "Runbook.ps1")));

        Assert.Equal(3, outcome.Output[^1].BaseObject);
        Assert.StartsWith("Not posted: ", outcome.Output[0].ToString(), StringComparison.Ordinal);
        Assert.Empty(server.Requests);
    }

    [Theory]
    [InlineData("& $script -IncidentId $id -Status RESOLVED -Description x -WhatIf; $LASTEXITCODE")]
    [InlineData("$WhatIfPreference = $true; & $script -IncidentId $id -Status RESOLVED -Description x; $LASTEXITCODE")]
    public void Runbook_posts_nothing_with_WhatIf_and_does_not_say_that_it_did(string script)
    {
        using var server = new ApiServer();
        using var environment = new EnvironmentFor(server.Uri);

        Outcome outcome = Do(script, ("script", Path.Combine(Folder, "Runbook.ps1")), ("id", IncidentId));

        Assert.Equal(["Not posted: this was -WhatIf.", "0"], outcome.Output.Select(line => line.ToString()));
        Assert.Empty(server.Requests);
    }

    [Theory]
    [InlineData("Deployment.ps1", "Invoke-AnnouncedDeployment Upgrade -DashboardId 1001 -Deployment { 'ran' } -WhatIf", "What if: ")]
    [InlineData("Deployment.ps1", "$WhatIfPreference = $true; Invoke-AnnouncedDeployment Upgrade -DashboardId 1001 -Deployment { 'ran' }", "What if: ")]
    [InlineData("MaintenanceWindow.ps1", "Invoke-InMaintenanceWindow Deploy -Tag web -Work { 'ran' } -WhatIf", "What if: ")]
    [InlineData("MaintenanceWindow.ps1", "$WhatIfPreference = $true; Invoke-InMaintenanceWindow Deploy -Tag web -Work { 'ran' }", "What if: ")]
    [InlineData("Deployment.ps1", "Invoke-AnnouncedDeployment Upgrade -DashboardId 1001 -Deployment { 'ran' } -Confirm", "")]
    [InlineData("MaintenanceWindow.ps1", "Invoke-InMaintenanceWindow Deploy -Tag web -Work { 'ran' } -Confirm", "")]
    public void What_is_not_announced_does_not_run(string file, string call, string shown)
    {
        PromptAnswers.Enqueue("No");

        Outcome outcome = Do($"Connect-Checkly -Sandbox; . $script; {call}; Get-ChecklyMaintenanceWindow", ("script", Path.Combine(Folder, file)));

        Assert.Empty(outcome.Output);
        Assert.StartsWith(shown, outcome.Shown, StringComparison.Ordinal);
        Assert.Equal(shown.Length == 0 ? 1 : 0, Questions.Count);
    }

    [Theory]
    [InlineData("Deployment.ps1", "Invoke-AnnouncedDeployment Upgrade -DashboardId 1001 -Deployment { 'ran' } -Confirm")]
    [InlineData("MaintenanceWindow.ps1", "Invoke-InMaintenanceWindow Deploy -Tag web -Work { 'ran' } -Confirm")]
    public void The_whole_is_asked_about_once(string file, string call)
    {
        PromptAnswers.Enqueue("Yes");

        Outcome outcome = Do($"Connect-Checkly -Sandbox; . $script; {call}", ("script", Path.Combine(Folder, file)));

        Assert.Equal("ran", outcome.Output[0].ToString());
        Assert.Single(Questions);
    }

    [Fact]
    public void OnCall_opens_nothing_with_WhatIf_and_keeps_no_state()
    {
        Outcome outcome = Do($"Connect-Checkly -Sandbox; & $script open x -Name x -DashboardId 1001 -StateFile '{_state}' -WhatIf", ("script", Path.Combine(Folder, "OnCall.ps1")));

        Assert.Empty(outcome.Output);
        Assert.Contains("Open incident 'x' and keep its id", outcome.Shown, StringComparison.Ordinal);
        Assert.False(File.Exists(_state));
    }

    [Theory]
    [InlineData("No", 0)]
    [InlineData("Yes", 1)]
    public void OnCall_asks_once_whether_to_open_and_keeps_what_was_opened(string answer, int opened)
    {
        PromptAnswers.Enqueue(answer);

        Outcome outcome = Do($"Connect-Checkly -Sandbox; & $script open x -Name x -DashboardId 1001 -StateFile '{_state}' -Confirm", ("script", Path.Combine(Folder, "OnCall.ps1")));

        Assert.Equal((opened, opened == 1, 1), (outcome.Output.Count, File.Exists(_state), Questions.Count));
    }

    [Fact]
    public void Runbook_that_is_told_to_ask_posts_nothing_after_no()
    {
        using var server = new ApiServer();
        using var environment = new EnvironmentFor(server.Uri);
        PromptAnswers.Enqueue("No");

        Outcome outcome = Do("& $script -IncidentId $id -Status RESOLVED -Description x -Confirm; $LASTEXITCODE", ("script", Path.Combine(Folder, "Runbook.ps1")), ("id", IncidentId));

        Assert.Equal(["Not posted: the answer was no.", "0"], outcome.Output.Select(line => line.ToString()));
        Assert.Empty(server.Requests);
    }

    [Theory]
    [InlineData("throw 'disk full'", "disk full")]
    [InlineData("Get-ChecklyIncident e50ad839-1b90-4955-b716-1c6edbda57cb", "*404*")]
    [InlineData("$global:LASTEXITCODE = 3", "The deployment ended with exit code 3.")]
    public void Deployment_that_fails_is_not_called_done(string deployment, string why)
    {
        Outcome outcome = Run($$"""
            Connect-Checkly -Sandbox
            . $script
            $LASTEXITCODE = 0
            try { Invoke-AnnouncedDeployment Upgrade -DashboardId 1001 -Deployment { {{deployment}} } } catch { "$_" -like '{{why}}' }
            (Get-ChecklyDashboard).Count
            """, ("script", Path.Combine(Folder, "Deployment.ps1")));

        Assert.Equal(["True", "1"], outcome.Output.Select(line => line.ToString()));
        Assert.Empty(outcome.Errors);
    }

    [Fact]
    public void Deployment_announces_runs_and_resolves()
    {
        PSObject update = Do("""
            Connect-Checkly -Sandbox
            . $script
            Invoke-AnnouncedDeployment Upgrade -DashboardId 1001 -Deployment { }
            """, ("script", Path.Combine(Folder, "Deployment.ps1"))).Only();

        Assert.Equal("RESOLVED", Get(update, "Status"));
    }

    [Fact]
    public void MaintenanceWindow_ends_with_the_work()
    {
        Outcome outcome = Do("""
            Connect-Checkly -Sandbox
            . $script
            Invoke-InMaintenanceWindow 'Deploy 4711' -Tag web, api -Work {
                $open = Get-ChecklyMaintenanceWindow
                ($open.EndsAt - $open.StartsAt).TotalMinutes
                [Checkly.MaintenanceText]::Effect($open)
            }
            (Get-ChecklyMaintenanceWindow).EndsAt -le [DateTimeOffset]::UtcNow.AddMilliseconds(1)
            """, ("script", Path.Combine(Folder, "MaintenanceWindow.ps1")));

        Assert.Equal(["60", "pauses web, api", "True"], outcome.Output.Select(line => line.ToString()));
    }

    [Fact]
    public void MaintenanceWindow_ends_with_work_that_fails_too_and_opens_for_nothing_else()
    {
        Outcome outcome = Run("""
            Connect-Checkly -Sandbox
            . $script
            try { Invoke-InMaintenanceWindow Deploy -Tag web -SilenceOnly -Work { throw 'disk full' } } catch { "$_" }
            (Get-ChecklyMaintenanceWindow).EndsAt -le [DateTimeOffset]::UtcNow.AddMilliseconds(1)
            [Checkly.MaintenanceText]::Effect((Get-ChecklyMaintenanceWindow))
            try { Invoke-InMaintenanceWindow Deploy -Tag ' ' -Work { 'worked' } } catch { 'refused' }
            """, ("script", Path.Combine(Folder, "MaintenanceWindow.ps1")));

        Assert.Equal(["disk full", "True", "silences web", "refused"], outcome.Output.Select(line => line.ToString()));
    }

    protected override void Cleanup() => File.Delete(_state);

    private Outcome RunRunbook(string status) =>
        Run($"& $script -IncidentId {IncidentId} -Status {status} -Description x; $LASTEXITCODE", ("script", Path.Combine(Folder, "Runbook.ps1")));
}
