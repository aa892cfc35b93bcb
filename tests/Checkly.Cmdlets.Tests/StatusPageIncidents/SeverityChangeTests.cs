using System.Management.Automation;
using System.Text;
using Checkly.Tests;

namespace Checkly.Cmdlets.Tests;

/// <summary>A severity that changes with an update: two requests, and nothing between them that goes unreported.</summary>
public sealed class SeverityChangeTests(ApiServer server) : PageIncidentTest(server), IClassFixture<ApiServer>
{
    private const string One = $"{Root}/{IncidentId}";
    private const string Changed = $"The severity of incident {IncidentId} was changed from MINOR to MAJOR.";
    private const string Command = $"New-ChecklyStatusPageIncidentUpdate {IncidentId} -Description x -Severity major -NotifySubscribers";

    [Fact]
    public void It_is_changed_first_so_that_the_mail_has_it()
    {
        Connect();

        Do(Command);

        Assert.Equal([$"GET {One}", $"PUT {One}", $"POST {AllUpdates}", $"GET {One}"], Sent());
        Assert.Equal($$"""{"name":"Old name","severity":"MAJOR","services":[{{Service}}]}""", Body(1));
        Assert.Equal("""{"description":"x","status":"MONITORING","notifySubscribers":true}""", Body(2));
    }

    [Fact]
    public void The_severity_that_it_has_is_not_sent_again()
    {
        Connect();

        Do($"New-ChecklyStatusPageIncidentUpdate {IncidentId} RESOLVED x -Severity minor");

        Assert.Equal([$"GET {One}", $"POST {AllUpdates}"], Sent());
    }

    [Fact]
    public void Where_it_cannot_be_changed_nothing_is_posted_and_the_error_says_so()
    {
        Connect();
        Server.Answer("PUT", One, 403, "{}");

        Outcome outcome = Run(Command);

        Assert.StartsWith("Checkly.Forbidden,", outcome.Error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.EndsWith("from MINOR to MAJOR; the update was not posted.", outcome.Error.Exception.Message, StringComparison.Ordinal);
        Assert.Equal([$"GET {One}", $"PUT {One}"], Sent());
    }

    [Fact]
    public void Where_its_change_is_in_doubt_it_may_be_run_again()
    {
        Connect();
        Server.Answer("PUT", One, 500, "{}");

        Outcome outcome = Run(Command);

        Assert.Contains("the update was not posted", outcome.Error.Exception.Message, StringComparison.Ordinal);
        Assert.StartsWith("Run the same command again", outcome.Error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
        Assert.DoesNotContain($"POST {AllUpdates}", Sent());
    }

    [Fact]
    public void Where_the_update_fails_after_it_the_error_says_what_was_done_and_what_to_do()
    {
        Connect();
        Server.Answer("POST", AllUpdates, 400, """{"statusCode":400,"error":"Bad Request","message":"No."}""");

        Outcome outcome = Run(Command);

        Assert.StartsWith("Checkly.BadRequest,", outcome.Error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("No.", outcome.Error.Exception.Message, StringComparison.Ordinal);
        Assert.EndsWith($"{Changed} The update was not posted.", outcome.Error.Exception.Message, StringComparison.Ordinal);
        Assert.EndsWith($"Set-ChecklyStatusPageIncident {IncidentId} -Severity MINOR", outcome.Error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
        Assert.Equal(IncidentId, outcome.Error.TargetObject);
        Assert.Empty(outcome.Output);
    }

    [Fact]
    public void Where_the_fate_of_the_update_is_not_known_the_error_says_where_to_look()
    {
        Connect();
        Server.Answer("POST", AllUpdates, 500, "{}").Answer("GET", AllUpdates, 500, "{}");

        Outcome outcome = Run(Command);

        Assert.StartsWith("Checkly.OutcomeUnknown,", outcome.Error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.EndsWith($"{Changed} The update may have been posted, or not.", outcome.Error.Exception.Message, StringComparison.Ordinal);
        Assert.StartsWith($"Look with Get-ChecklyStatusPageIncidentUpdate {IncidentId}", outcome.Error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
        Assert.Equal(true, Get(PSObject.AsPSObject(outcome.Error.Exception), "MayHaveBeenCarriedOut"));
    }

    [Fact]
    public async Task Stopped_between_the_two_it_says_what_was_done()
    {
        var hangs = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        int served = 0;
        string answer = $"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nConnection: close\r\nContent-Length: {Encoding.UTF8.GetByteCount(Incident)}\r\n\r\n{Incident}";
        await using var raw = new RawServer((stream, stop) =>
        {
            if (++served < 3)
            {
                return RawServer.Say(answer)(stream, stop);
            }

            hangs.TrySetResult();
            return RawServer.Hang(stream, stop);
        });
        ConnectTo(raw.Uri, "-TimeoutSec 60");
        using PowerShell shell = Host.CreatePowerShell();
        IAsyncResult running = shell.AddScript(Command).BeginInvoke();
        await hangs.Task.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);

        await Task.Run(shell.Stop, TestContext.Current.CancellationToken);

        Assert.Throws<PipelineStoppedException>(() => shell.EndInvoke(running));
        Assert.Contains("it may have been carried out", Shown, StringComparison.Ordinal);
        Assert.EndsWith(Changed, Shown.TrimEnd(), StringComparison.Ordinal);
    }

    [Fact]
    public void WhatIf_shows_both_requests_and_sends_neither()
    {
        Connect();

        string shown = Do($"{Command} -WhatIf").Shown.Trim();

        Assert.StartsWith($"What if: PUT {One} {{\"name\":\"Old name\",\"severity\":\"MAJOR\"", shown, StringComparison.Ordinal);
        Assert.Contains($"]}}, then POST {AllUpdates} {{\"description\":\"x\"", shown, StringComparison.Ordinal);
        Assert.All(Server.Requests, request => Assert.Equal("GET", request.Method));
    }

    [Fact]
    public void One_question_is_asked_for_both()
    {
        Connect();

        Outcome outcome = Run($"{Command} -Confirm");

        Assert.StartsWith("Checkly.CannotAsk,", outcome.Error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.All(Server.Requests, request => Assert.Equal("GET", request.Method));
    }
}
