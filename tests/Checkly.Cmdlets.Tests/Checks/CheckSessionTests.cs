using System.Management.Automation;
using System.Text;
using Checkly.Tests;

namespace Checkly.Cmdlets.Tests;

/// <summary>Running checks: Invoke-ChecklyCheck, and the cmdlets of check sessions.</summary>
public sealed class CheckSessionTests(ApiServer server) : ModuleTest, IClassFixture<ApiServer>
{
    private const string Check = "1a2b3c4d-5e6f-4a7b-8c9d-0e1f2a3b4c88";
    private const string Session = "3c4d5e6f-7081-4c9d-8e0f-1a2b3c4d5e11";
    private const string Trigger = "/v2/check-sessions/trigger";
    private const string Completion = $"/v2/check-sessions/{Session}/completion";
    private const string Begun = $$"""{"sessions":[{"checkSessionId":"{{Session}}","checkId":"{{Check}}","name":"Checkout","status":"STARTED"}]}""";

    [Fact]
    public void On_the_sandbox_the_failing_check_fails_once_more_and_then_passes()
    {
        Outcome first = Run("Connect-Checkly -Sandbox; Get-ChecklyCheck -Status failing | Invoke-ChecklyCheck");

        Assert.Equal("FAILED", Get(Assert.Single(first.Output), "CurrentStatus"));
        Assert.Equal("Checkly.CheckFailed,Checkly.Commands.InvokeChecklyCheckCommand", first.Error.FullyQualifiedErrorId);
        Assert.Equal(ErrorCategory.InvalidResult, first.Error.CategoryInfo.Category);
        Assert.StartsWith("The run of 'Log in on the website' ended with FAILED in us-east-1: https://", first.Error.Exception.Message, StringComparison.Ordinal);
        Assert.StartsWith("Run Get-ChecklyCheckResult ", first.Error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
        Assert.Equal("Checkly.CheckResult", Do("$session | ForEach-Object { $_.Results } | Get-ChecklyCheckResult", ("session", first.Output[0])).Only().TypeNames[0]);

        Assert.Equal("PASSED", Get(Do("Invoke-ChecklyCheck 'Log in on the website'").Only(), "CurrentStatus"));
        Assert.Empty(Do("Get-ChecklyCheck -Status failing").Output);
    }

    [Fact]
    public void A_run_that_was_started_is_waited_for_later()
    {
        Outcome outcome = Run("""
            Connect-Checkly -Sandbox
            $running = Invoke-ChecklyCheck -Tag api, web -ExcludeTag none -NoWait
            $running.CurrentStatus
            ($running | Get-ChecklyCheckSession).Name
            $running[0] | Stop-ChecklyCheckSession
            (Wait-ChecklyCheckSession $running[1] -ErrorAction SilentlyContinue).CurrentStatus
            """);

        Assert.Equal(["PROGRESS", "PROGRESS", "PROGRESS", "Checkout API", "Log in on the website", "Website", "FAILED"], outcome.Output.Select(item => item.ToString()));
    }

    [Theory]
    [InlineData("Invoke-ChecklyCheck -Tag a, b -AllTag c -ExcludeTag d -NoWait", """{"target":{"matchTags":[["a","c","!d"],["b","c","!d"]]}}""")]
    [InlineData("Invoke-ChecklyCheck -All -RefreshCache -NoWait", """{"refreshCache":true}""")]
    [InlineData($"'{Check}', '{Check}' | Invoke-ChecklyCheck -NoWait", "{\"target\":{\"checkId\":[\"" + Check + "\"]}}")]
    public void What_to_run_goes_out_in_one_request(string command, string body)
    {
        Connected().Answer("POST", Trigger, 201, Begun);

        Assert.Equal(Session, Get(Do(command).Only(), "CheckSessionId"));

        Assert.Equal($"POST {Trigger} {body}", Sent(Assert.Single(server.Requests)));
    }

    [Theory]
    [InlineData("PASSED", "", null)]
    [InlineData("DEGRADED", "", null)]
    [InlineData("DEGRADED", "-FailOnDegraded", "Checkly.CheckFailed")]
    [InlineData("FAILED", "", "Checkly.CheckFailed")]
    [InlineData("TIMED_OUT", "", "Checkly.CheckFailed")]
    [InlineData("CANCELLED", "", "Checkly.CheckFailed")]
    public void The_end_comes_out_and_is_an_error_unless_the_check_passed(string status, string arguments, string? id)
    {
        Connected().Answer("POST", Trigger, 201, Begun).Answer("GET", Completion, 200, $$"""{"checkSessionId":"{{Session}}","checkId":"{{Check}}","name":"Checkout","status":"{{status}}"}""");

        Outcome outcome = Run($"Invoke-ChecklyCheck {Check} {arguments}");

        Assert.Equal(status, Get(Assert.Single(outcome.Output), "CurrentStatus"));
        Assert.Equal(id is null ? [] : [id], outcome.Errors.Select(error => error.FullyQualifiedErrorId.Split(',')[0]));
        Assert.EndsWith($"{Completion}?maxWaitSeconds=25", server.Requests[^1].Target, StringComparison.Ordinal);
    }

    [Fact]
    public void With_Stop_a_failure_ends_the_script_after_its_object()
    {
        Connected().Answer("POST", Trigger, 201, Begun).Answer("GET", Completion, 200, $$"""{"checkSessionId":"{{Session}}","name":"Checkout","status":"FAILED"}""");

        Outcome outcome = Run($"Invoke-ChecklyCheck {Check} -ErrorAction Stop; 'deployed'");

        Assert.Equal("FAILED", Get(Assert.Single(outcome.Output), "CurrentStatus"));
        Assert.NotNull(outcome.Thrown);
    }

    [Fact]
    public void When_the_time_is_over_the_error_says_how_to_wait_again()
    {
        Connected().Answer("GET", Completion, 408, """{"statusCode":408,"error":"Request Timeout","message":"still running"}""");

        Outcome outcome = Run($"Wait-ChecklyCheckSession {Session} -TimeoutSec 1");

        Assert.Equal("Checkly.Timeout,Checkly.Commands.WaitChecklyCheckSessionCommand", outcome.Error.FullyQualifiedErrorId);
        Assert.Equal($"The run of a check (check session {Session}) did not end within 1 s. It goes on.", outcome.Error.Exception.Message);
        Assert.StartsWith($"Run Wait-ChecklyCheckSession {Session} to wait for it again", outcome.Error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
        Assert.Equal(Session, outcome.Error.TargetObject);
        // It is asked once a second at most, though the server answers at once.
        Assert.InRange(server.Requests.Count(request => request.Target == $"{Completion}?maxWaitSeconds=1"), 1, 2);
    }

    [Theory]
    [InlineData("Invoke-ChecklyCheck -Tag nothing")]
    [InlineData("Get-ChecklyCheck | Where-Object { $false } | Invoke-ChecklyCheck")]
    public void Nothing_to_run_is_an_error_unless_it_is_allowed(string command)
    {
        Outcome outcome = Run($"Connect-Checkly -Sandbox; {command}");

        Assert.Equal("Checkly.NotFound,Checkly.Commands.InvokeChecklyCheckCommand", outcome.Error.FullyQualifiedErrorId);
        Assert.Empty(Do($"{command} -AllowNoMatch").Output);
    }

    [Fact]
    public void Without_a_target_nothing_runs()
    {
        Connected();

        Assert.NotNull(Run("Invoke-ChecklyCheck").Thrown);
        Assert.Empty(server.Requests);
    }

    [Fact]
    public void A_check_that_is_not_found_keeps_the_others_from_running()
    {
        Outcome outcome = Run("Connect-Checkly -Sandbox; 'Checkout API', 'Chekout' | Invoke-ChecklyCheck -NoWait");

        Assert.Empty(outcome.Output);
        Assert.StartsWith("Checkly.NotFound,", outcome.Error.FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [Fact]
    public void A_lost_answer_is_an_unknown_outcome_and_the_checks_are_not_run_again()
    {
        Connected().Answer("POST", Trigger, 502, "<html>");

        Outcome outcome = Run($"Invoke-ChecklyCheck {Check}");

        Assert.StartsWith("Checkly.OutcomeUnknown,", outcome.Error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Single(server.Requests);
    }

    [Fact]
    public void A_session_is_cancelled_whole_or_in_part()
    {
        Connected().Answer("POST", $"/v1/check-sessions/{Session}/cancel", 204);

        Do($"Stop-ChecklyCheckSession {Session}; Stop-ChecklyCheckSession {Session} -SequenceId {Check}; Stop-ChecklyCheckSession {Session} -WhatIf");

        Assert.Equal([$"POST /v1/check-sessions/{Session}/cancel {{}}", $$"""POST /v1/check-sessions/{{Session}}/cancel {"sequenceId":["{{Check}}"]}"""], server.Requests.Select(Sent));
    }

    private static string Sent(SentRequest request) => $"{request.Method} {request.Target} {Encoding.UTF8.GetString(request.Body)}";

    private ApiServer Connected()
    {
        server.Reset();
        ConnectTo(server.Uri);
        return server;
    }
}
