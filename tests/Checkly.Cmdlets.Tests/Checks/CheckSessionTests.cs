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
        Assert.Equal("Checkly.CheckResult", Do("$session.Results | Get-ChecklyCheckResult", ("session", first.Output[0])).Only().TypeNames[0]);
        Assert.Equal("Checkly.CheckResult", Do("$session | Get-ChecklyCheckResult", ("session", first.Output[0])).Only().TypeNames[0]);

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
        ConnectTo(server).Answer("POST", Trigger, 201, Begun);

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
        ConnectTo(server).Answer("POST", Trigger, 201, Begun).Answer("GET", Completion, 200, $$"""{"checkSessionId":"{{Session}}","checkId":"{{Check}}","name":"Checkout","status":"{{status}}"}""");

        Outcome outcome = Run($"Invoke-ChecklyCheck {Check} {arguments}");

        Assert.Equal(status, Get(Assert.Single(outcome.Output), "CurrentStatus"));
        Assert.Equal(id is null ? [] : [id], outcome.Errors.Select(error => error.FullyQualifiedErrorId.Split(',')[0]));
        // Without a result there is none to read.
        Assert.All(outcome.Errors, error => Assert.Empty(error.ErrorDetails.RecommendedAction));
        Assert.EndsWith($"{Completion}?maxWaitSeconds=25", server.Requests[^1].Target, StringComparison.Ordinal);
    }

    [Fact]
    public void With_Stop_a_failure_ends_the_script_after_its_object()
    {
        ConnectTo(server).Answer("POST", Trigger, 201, Begun).Answer("GET", Completion, 200, $$"""{"checkSessionId":"{{Session}}","name":"Checkout","status":"FAILED"}""");

        Outcome outcome = Run($"Invoke-ChecklyCheck {Check} -ErrorAction Stop; 'deployed'");

        Assert.Equal("FAILED", Get(Assert.Single(outcome.Output), "CurrentStatus"));
        Assert.NotNull(outcome.Thrown);
    }

    [Fact]
    public void When_the_time_is_over_the_error_says_how_to_wait_again()
    {
        ConnectTo(server)
            .Answer("GET", Completion, 408, """{"statusCode":408,"error":"Request Timeout","message":"still running"}""")
            .Answer("GET", $"/v2/check-sessions/{Session}", 200, $$"""{"checkSessionId":"{{Session}}","status":"PROGRESS"}""");

        Outcome outcome = Run($"Wait-ChecklyCheckSession {Session} -TimeoutSec 1");

        Assert.Equal("Checkly.Timeout,Checkly.Commands.WaitChecklyCheckSessionCommand", outcome.Error.FullyQualifiedErrorId);
        Assert.Equal($"The run of a check (check session {Session}) did not end within 1 s. It goes on.", outcome.Error.Exception.Message);
        Assert.StartsWith($"Run Wait-ChecklyCheckSession {Session} to wait for it again", outcome.Error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
        Assert.Equal(Session, outcome.Error.TargetObject);
        // It is asked once a second at most, though the server answers at once, and once more at the end.
        Assert.InRange(server.Requests.Count, 2, 3);
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

    [Theory]
    [InlineData("@() | Wait-ChecklyCheckSession")]
    [InlineData("Invoke-ChecklyCheck -Tag nothing -NoWait -AllowNoMatch | Wait-ChecklyCheckSession")]
    public void Nothing_to_wait_for_is_an_error(string command) =>
        Assert.StartsWith("Checkly.NotFound,", Run($"Connect-Checkly -Sandbox; {command}").Error.FullyQualifiedErrorId, StringComparison.Ordinal);

    [Fact]
    public void Without_a_target_nothing_runs()
    {
        ConnectTo(server);

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
        ConnectTo(server).Answer("POST", Trigger, 502, "<html>");

        Outcome outcome = Run($"Invoke-ChecklyCheck {Check}");

        Assert.StartsWith("Checkly.OutcomeUnknown,", outcome.Error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Single(server.Requests);
    }

    [Fact]
    public void A_session_is_cancelled_whole_or_in_part()
    {
        ConnectTo(server).Answer("POST", $"/v1/check-sessions/{Session}/cancel", 204);

        Do($"Stop-ChecklyCheckSession {Session}; Stop-ChecklyCheckSession {Session} -SequenceId {Check}; Stop-ChecklyCheckSession {Session} -WhatIf");

        Assert.Equal([$"POST /v1/check-sessions/{Session}/cancel {{}}", $$"""POST /v1/check-sessions/{{Session}}/cancel {"sequenceId":["{{Check}}"]}"""], server.Requests.Select(Sent));
    }

    [Theory]
    [InlineData("Invoke-ChecklyCheck -Tag @() -NoWait")]
    [InlineData("Invoke-ChecklyCheck -AllTag @() -NoWait")]
    [InlineData("Invoke-ChecklyCheck -ExcludeTag @() -NoWait")]
    [InlineData("Invoke-ChecklyCheck -Tag ([Collections.Generic.List[string]]::new()) -NoWait")]
    [InlineData("Invoke-ChecklyCheck -All:$false -NoWait")]
    [InlineData($"Stop-ChecklyCheckSession {Session} -SequenceId @()")]
    [InlineData($"Invoke-ChecklyCheck {Check} -NoWait -FailOnDegraded")]
    [InlineData($"Invoke-ChecklyCheck {Check} -NoWait -TimeoutSec 5")]
    public void Nothing_that_is_empty_means_everything_and_nothing_is_ignored(string command)
    {
        ConnectTo(server);

        Outcome outcome = Run(command);

        Assert.True(outcome.Thrown is not null || outcome.Errors.Count == 1);
        Assert.Empty(server.Requests);
    }

    [Fact]
    public void A_check_that_was_asked_for_and_does_not_run_is_an_error_after_the_others()
    {
        const string Gone = "11111111-1111-4111-8111-111111111111";
        Outcome outcome = Run($"Connect-Checkly -Sandbox; Invoke-ChecklyCheck 'Checkout API', {Gone} -NoWait");

        Assert.Equal("Checkout API", Get(Assert.Single(outcome.Output), "Name"));
        Assert.Equal(("Checkly.NotFound", Gone), (outcome.Error.FullyQualifiedErrorId.Split(',')[0], outcome.Error.TargetObject));
        Assert.Single(Do($"Invoke-ChecklyCheck 'Checkout API', {Gone} -NoWait -AllowNoMatch").Output);
    }

    [Fact]
    public void One_that_never_ends_hides_none_that_has_ended()
    {
        const string Other = "4d5e6f70-8192-4dae-9f10-2b3c4d5e6f22";
        ConnectTo(server)
            .Answer("GET", Completion, 408, """{"statusCode":408,"error":"Request Timeout","message":"still running"}""")
            .Answer("GET", $"/v2/check-sessions/{Session}", 200, $$"""{"checkSessionId":"{{Session}}","status":"PROGRESS_FAILED"}""")
            .Answer("GET", $"/v2/check-sessions/{Other}", 200, $$"""{"checkSessionId":"{{Other}}","name":"Other","status":"FAILED"}""");

        Outcome outcome = Run($"Wait-ChecklyCheckSession {Session}, {Other}, {Session} -TimeoutSec 1");

        Assert.Equal(Other, Get(Assert.Single(outcome.Output), "CheckSessionId"));
        Assert.Equal(["Checkly.CheckFailed", "Checkly.Timeout"], outcome.Errors.Select(error => error.FullyQualifiedErrorId.Split(',')[0]).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData(502, "<html>")]
    [InlineData(408, "<html>")]
    [InlineData(503, """{"statusCode":503,"error":"Service Unavailable","message":"x"}""")]
    public void A_failure_that_passes_does_not_end_the_wait(int status, string body)
    {
        int asked = 0;
        ConnectTo(server).AnswerWhen("GET", $"/v2/check-sessions/{Session}*", (_, _) => Task.FromResult(
            Interlocked.Increment(ref asked) == 1 ? (status, body) : (200, $$"""{"checkSessionId":"{{Session}}","status":"PASSED"}""")));

        Assert.Equal("PASSED", Get(Do($"Wait-ChecklyCheckSession {Session}").Only(), "CurrentStatus"));
        Assert.Equal(2, asked);
    }

    [Fact]
    public void A_failure_that_lasts_is_reported_at_the_end_and_one_that_cannot_pass_at_once()
    {
        ConnectTo(server).Answer("GET", Completion, 502, "<html>").Answer("GET", $"/v2/check-sessions/{Session}", 502, "<html>");
        Assert.StartsWith("Checkly.ServerError,", Run($"Connect-Checkly -ApiKey k -AccountId {AccountId} -BaseUri {server.Uri} -SkipCheck -MaximumRetryCount 0; Wait-ChecklyCheckSession {Session} -TimeoutSec 1").Error.FullyQualifiedErrorId, StringComparison.Ordinal);

        server.Reset();
        server.Answer("GET", Completion, 404, """{"statusCode":404,"error":"Not Found","message":"x"}""");
        Assert.StartsWith("Checkly.NotFound,", Run($"Wait-ChecklyCheckSession {Session}").Error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Single(server.Requests);
    }

    [Fact]
    public void A_pause_that_the_server_asks_for_does_not_lengthen_the_wait()
    {
        ConnectTo(server).Answer("GET", $"/v2/check-sessions/{Session}", 429, "{}", headers: ("Retry-After", "100"));

        // An account of its own: the pause is the account's.
        Assert.EndsWith(" was not answered in the time of this wait.", Run($"Connect-Checkly -ApiKey k -AccountId {Guid.NewGuid()} -BaseUri {server.Uri} -SkipCheck -MaximumTotalSec 300; Wait-ChecklyCheckSession {Session} -TimeoutSec 1").Error.Exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void With_little_time_for_a_request_there_is_no_long_poll()
    {
        ConnectTo(server).Answer("GET", $"/v2/check-sessions/{Session}", 200, $$"""{"checkSessionId":"{{Session}}","status":"PASSED"}""");

        Do($"Connect-Checkly -ApiKey k -AccountId {AccountId} -BaseUri {server.Uri} -SkipCheck -TimeoutSec 5; Wait-ChecklyCheckSession {Session}");

        Assert.Equal([$"/v2/check-sessions/{Session}"], server.Requests.Select(request => request.Target));
    }

    [Fact]
    public void A_retried_run_that_passed_is_not_named_and_the_advice_names_the_result()
    {
        ConnectTo(server).Answer("GET", Completion, 200, $$"""
            {"checkSessionId":"{{Session}}","checkId":"{{Check}}","name":"Checkout","status":"FAILED","results":[
             {"checkResultId":"a","checkId":"{{Check}}","runLocation":"us-east-1","resultType":"ATTEMPT","hasFailures":true},
             {"checkResultId":"b","checkId":"{{Check}}","runLocation":"us-east-1","resultType":"FINAL","hasFailures":false},
             {"checkResultId":"c","checkId":"{{Check}}","runLocation":"eu-west-1","resultType":"FINAL","hasFailures":true}]}
            """);

        ErrorRecord error = Run($"Wait-ChecklyCheckSession {Session}").Error;

        Assert.Equal("The run of 'Checkout' ended with FAILED in eu-west-1.", error.Exception.Message);
        Assert.Equal($"Run Get-ChecklyCheckResult {Check} c | Format-List to see why.", error.ErrorDetails.RecommendedAction);
    }

    private static string Sent(SentRequest request) => $"{request.Method} {request.Target} {Encoding.UTF8.GetString(request.Body)}";
}
