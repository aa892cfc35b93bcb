using System.Management.Automation;
using Checkly.Hosting;

namespace Checkly.Cmdlets.Tests;

/// <summary>Connect-Checkly -Sandbox -Fault: what becomes of an update that meets each fault, and where faults come from.</summary>
public sealed class SandboxFaultTests : ModuleTest
{
    private const string Drill = "New-ChecklyIncident Drill -DashboardId 1001 -Status INVESTIGATING -Description First";
    private const string Lost = @"was carried out: it was found in the incident's history";
    private const string NotThere = @"is not in .* yet\. Looking again in 1 s";

    /// <summary>Each fault with what -Verbose says of it, in this order, and the error, if it ends in one.</summary>
    private static readonly (string Fault, string[] Said, string? Error)[] Faults =
    [
        ("None", [], null),
        ("Refuse", [@"refused\. Nothing was sent\. .*sent again in .* \(attempt 2\)"], null),
        ("HangBefore", [@"within 1 s\. .*Looking for it", NotThere], "OutcomeUnknown"),
        ("HangAfter", ["Looking for it", Lost], null),
        ("ResetBefore", ["Looking for it", NotThere], "OutcomeUnknown"),
        ("ResetAfter", ["Looking for it", "Looking again in 2 s", Lost], null),
        ("CutBody", ["Looking for it", Lost], null),
        ("TooManyRequests", ["429 .* asks to wait 1 s.* sent again in 1 s"], null),
        ("TooManyRequestsUntil", ["429 .* asks to wait .* sent again in"], null),
        ("Unavailable", ["503 .* asks to wait 1 s.* sent again in 1 s"], null),
        ("UnavailableUntil", ["503 .* asks to wait .* sent again in"], null),
        ("ErrorBefore", ["500 .*Looking for it", NotThere, @"sent again \(attempt 2\)"], null),
        ("ErrorAfter", ["Looking for it", Lost], null),
        ("Html", ["Looking for it", NotThere], "OutcomeUnknown"),
        ("Garbage", ["Looking for it", Lost], null),
        ("NoHttp", ["Looking for it", Lost], null),
        ("LargeBody", [], null),
        ("Trickle", [], null),
    ];

    /// <summary>All at once, each on its own sandbox: most of the time goes by with waiting.</summary>
    [Fact]
    public void An_update_is_posted_once_or_said_to_be_in_doubt_whatever_it_meets()
    {
        Outcome outcome = Do("""
            Connect-Checkly -Sandbox
            [Enum]::GetNames([Checkly.Sandbox.SandboxFault]) | ForEach-Object -ThrottleLimit 18 -Parallel {
                Import-Module $using:manifest
                $time = if ($_ -like 'Hang*') { @{ TimeoutSec = 1 } } else { @{} }
                $session = Connect-Checkly -Sandbox -MaximumTotalSec 14 -Fault None, $_ -PassThru @time
                $incident = New-ChecklyIncident Drill -DashboardId 1001 -Status INVESTIGATING -Description First -Session $session
                $said = @(New-ChecklyIncidentUpdate $incident RESOLVED Done. -Session $session -Verbose -ErrorVariable failed -ErrorAction SilentlyContinue 3>&1 4>&1)
                $made = @($said | Where-Object { $_ -is [Checkly.IncidentUpdate] })
                $history = @(Get-ChecklyIncidentUpdate $incident -Session $session)
                [pscustomobject]@{
                    Fault = $_; Error = "$($failed.FullyQualifiedErrorId)"; Advice = "$($failed.ErrorDetails.RecommendedAction)"; Message = "$($failed.Exception.Message)"
                    Said = @($said | Where-Object { $_ -is [System.Management.Automation.VerboseRecord] } | ForEach-Object Message) -join "`n"
                    Warned = @($said | Where-Object { $_ -is [System.Management.Automation.WarningRecord] }).Count
                    Made = @($made | ForEach-Object { "$($_.Id) $($_.Status) $($_.Description)" }) -join ','
                    History = @($history | ForEach-Object { "$($_.Id) $($_.Status) $($_.Description)" }) -join ','
                }
            }
            """, ("manifest", ModuleHost.ManifestPath));

        Assert.Equal(Faults.Select(fault => fault.Fault).Order(), outcome.Output.Select(item => $"{Get(item, "Fault")}").Order());
        foreach ((string fault, string[] said, string? error) in Faults)
        {
            PSObject met = outcome.Output.Single(item => $"{Get(item, "Fault")}" == fault);
            string Of(string property) => $"{Get(met, property)}";
            string[] history = Of("History").Split(',');

            Assert.Equal("0", Of("Warned"));
            Assert.Matches($"(?s){string.Join(".*", said.Select(step => step.Replace(".*", "[^\n]*", StringComparison.Ordinal)))}", Of("Said"));
            Assert.EndsWith("INVESTIGATING First", history[^1], StringComparison.Ordinal);
            if (error is null)
            {
                Assert.Equal((2, string.Empty, history[0]), (history.Length, Of("Error"), Of("Made")));
                Assert.EndsWith("RESOLVED Done.", history[0], StringComparison.Ordinal);
            }
            else
            {
                Assert.Equal((1, $"Checkly.{error},Checkly.Commands.NewChecklyIncidentUpdateCommand", string.Empty), (history.Length, Of("Error"), Of("Made")));
                Assert.Contains("look at the incident's history", Of("Advice"), StringComparison.Ordinal);
                Assert.Matches(@"It was looked for \d+ times within [\d.]+ s in the incident's history and is not there; it may still arrive\.", Of("Message"));
            }

            // What was found, or may still arrive, is not sent again.
            Assert.Equal(said.Any(step => step.Contains("sent again", StringComparison.Ordinal)), Of("Said").Contains("sent again", StringComparison.Ordinal));
        }
    }

    [Theory]
    [InlineData("", "Update 1,Update 3,Update 4", "Update 1,Update 2,Update 3,Update 4")]
    [InlineData("-ErrorAction Stop", "Update 1", "Update 1,Update 2")]
    public void A_pipeline_goes_on_after_an_update_of_unknown_fate_unless_it_is_to_stop(string action, string made, string posted)
    {
        // The look for the second one is answered with nonsense.
        Do($"Connect-Checkly -Sandbox -Fault None, None, ResetAfter, Html -MaximumTotalSec 3; $i = {Drill}");

        Outcome outcome = Run($"1..4 | ForEach-Object {{ [pscustomobject]@{{ IncidentId = $i.Id; Status = 'MONITORING'; Description = \"Update $_\" }} }} | New-ChecklyIncidentUpdate {action}");

        Assert.Equal(made, string.Join(',', outcome.Output.Select(update => Get(update, "Description"))));
        Assert.Equal("Checkly.OutcomeUnknown,Checkly.Commands.NewChecklyIncidentUpdateCommand", outcome.Error.FullyQualifiedErrorId);
        Assert.Equal(ErrorCategory.OperationStopped, outcome.Error.CategoryInfo.Category);
        Assert.Equal(posted, string.Join(',', Do("Get-ChecklyIncidentUpdate $i").Output.SkipLast(1).Reverse().Select(update => Get(update, "Description"))));
    }

    [Fact]
    public void What_happens_is_told_from_the_moment_at_which_the_preference_asks_for_it()
    {
        Do($"Connect-Checkly -Sandbox -Fault None, Refuse, None, Refuse, None; $i = {Drill}");

        Outcome outcome = Do("1..2 | ForEach-Object { if ($_ -eq 2) { $VerbosePreference = 'Continue' }; $i.Id } | Get-ChecklyIncident");

        Assert.Contains("sent again", Assert.Single(outcome.Verbose, line => line.Contains("attempt 2", StringComparison.Ordinal)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("-MaximumRetryCount 0 -Fault None, Refuse", "Checkly.ConnectionFailed", "Nothing was sent.", 0)]
    [InlineData("-MaximumTotalSec 0 -Fault None, ResetBefore", "Checkly.OutcomeUnknown", "There was no time left to look for it. Look at the incident's history", 0)]
    [InlineData("-MaximumRetryCount 0 -Fault None, ResetAfter", null, null, 1)]
    [InlineData("-AllowDuplicate -Fault None, ResetBefore", null, null, 1)]
    public void The_limits_of_the_session_are_kept(string limits, string? error, string? why, int posted)
    {
        Do($"Connect-Checkly -Sandbox {limits}; $i = {Drill}");

        Outcome outcome = Run("New-ChecklyIncidentUpdate $i RESOLVED Done.");

        Assert.Equal(posted, outcome.Output.Count);
        Assert.Equal(error, outcome.Errors.SingleOrDefault()?.FullyQualifiedErrorId.Split(',')[0]);
        Assert.Contains(why ?? string.Empty, outcome.Errors.SingleOrDefault()?.Exception.Message ?? string.Empty, StringComparison.Ordinal);
        Assert.Equal(posted + 1, Do("Get-ChecklyIncidentUpdate $i").Output.Count);
    }

    [Theory]
    [InlineData("Connect-Checkly -Sandbox -Fault None, Nonsense", "Parameter 'Fault'", "ResetAfter")]
    [InlineData("Connect-Checkly -Sandbox -Fault None, ''", "Parameter 'Fault'", "ResetAfter")]
    [InlineData("Connect-Checkly -Sandbox -Fault None, $null", "Parameter 'Fault'", "ResetAfter")]
    [InlineData("Connect-Checkly -Sandbox -Fault None, '3'", "Parameter 'Fault'", "ResetAfter")]
    [InlineData("Connect-Checkly -Sandbox -Fault None, 'None, ResetAfter'", "Parameter 'Fault'", "ResetAfter")]
    [InlineData("Connect-Checkly -ApiKey k -AccountId d43967ee-81db-4e0b-a18c-06be5c995288 -Fault ResetAfter -SkipCheck", "Parameter set", "")]
    [InlineData("Connect-Checkly -Fault ResetAfter -SkipCheck", "Sandbox", "")]
    public void A_fault_is_one_of_those_there_are_and_for_the_sandbox_only(string command, string why, string names)
    {
        Outcome outcome = Run(command);

        Assert.NotNull(outcome.Thrown);
        Assert.Contains(why, outcome.Error.Exception.Message, StringComparison.Ordinal);
        Assert.Contains(names, outcome.Error.Exception.Message, StringComparison.Ordinal);
        Assert.Empty(Do("Get-ChecklySession").Output);
    }

    [Theory]
    [InlineData("none, RESETAFTER")]
    [InlineData("([Checkly.Sandbox.SandboxFault]::None), ([Checkly.Sandbox.SandboxFault]::ResetAfter)")]
    public void A_fault_is_given_by_its_name_in_any_case_or_as_a_value(string faults)
    {
        Do($"Connect-Checkly -Sandbox; Connect-Checkly -Sandbox -Fault {faults}; $i = {Drill}");

        Assert.Contains(Do("New-ChecklyIncidentUpdate $i RESOLVED d -Verbose").Verbose, line => line.Contains("Looking for it", StringComparison.Ordinal));
    }

    [Fact]
    public void Faults_meet_requests_of_their_own_session_and_not_WhatIf()
    {
        Do($"$faulty = Connect-Checkly -Sandbox -Fault ResetAfter -PassThru; Connect-Checkly -Sandbox; {Drill} -Session $faulty -WhatIf; $null = {Drill}");

        Assert.StartsWith("Checkly.OutcomeUnknown,", Run($"{Drill} -Session $faulty").Error.FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Connect-Checkly -Sandbox -Fault ", new[] { "None", "Refuse", "ResetAfter", "Trickle" })]
    [InlineData("Connect-Checkly -Sandbox -Fault res", new[] { "ResetBefore", "ResetAfter" })]
    [InlineData("Connect-Checkly -Sandbox -Fault 'Too", new[] { "TooManyRequests", "TooManyRequestsUntil" })]
    [InlineData("Connect-Checkly -Sandbox -Fault None, Hang", new[] { "HangBefore", "HangAfter" })]
    public void Faults_are_completed(string line, string[] names)
    {
        string[] offered = [.. Complete(line).Select(match => match.CompletionText)];

        Assert.Empty(names.Except(offered));
        Assert.Empty(offered.Except(Faults.Select(fault => fault.Fault)));
    }
}
