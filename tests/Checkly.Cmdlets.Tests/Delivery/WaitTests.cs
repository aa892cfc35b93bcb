using System.Management.Automation;
using Checkly.Tests;

namespace Checkly.Cmdlets.Tests;

/// <summary>Waits are shown while they last, and end at once with Ctrl+C.</summary>
public sealed class WaitTests(ApiServer server) : ModuleTest, IClassFixture<ApiServer>
{
    private const string Post = $"New-ChecklyIncidentUpdate {IncidentId} RESOLVED x -Verbose";

    [Fact]
    public async Task A_wait_is_told_of_while_it_lasts_and_ends_at_once()
    {
        ConnectTo(server.Uri, tries: 5);
        server.Answer("POST", UpdatesPath, 429, "{}", headers: ("Retry-After", "60"));
        using PowerShell shell = Host.CreatePowerShell();
        var progress = new TaskCompletionSource<ProgressRecord>(TaskCreationOptions.RunContinuationsAsynchronously);
        shell.Streams.Progress.DataAdded += (_, added) => progress.TrySetResult(shell.Streams.Progress[added.Index]);

        IAsyncResult running = shell.AddScript(Post).BeginInvoke();
        ProgressRecord shown = await progress.Task.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);

        Assert.Contains(shell.Streams.Verbose.ReadAll(), line => line.Message.EndsWith("It is sent again in 60 s (attempt 2).", StringComparison.Ordinal));
        Assert.Contains("429 Too Many Requests", shown.StatusDescription, StringComparison.Ordinal);
        Assert.InRange(shown.SecondsRemaining, 1, 60);
        // Far above what it takes on a busy machine; a wait that is not stopped goes on for a minute.
        await Task.Run(shell.Stop, TestContext.Current.CancellationToken).WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken);
        Assert.Throws<PipelineStoppedException>(() => shell.EndInvoke(running));
        Assert.Contains($"POST {UpdatesPath} was interrupted before it was carried out: nothing was changed.", Shown, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(503, "Checkly.ServerError,")]
    [InlineData(429, "Checkly.RateLimited,")]
    public void A_wait_that_would_take_too_long_does_not_begin(int status, string id)
    {
        ConnectTo(server.Uri, tries: 5);
        server.Answer("POST", UpdatesPath, status, "{}", headers: ("Retry-After", "121"));

        Outcome outcome = Run(Post);

        Assert.StartsWith(id, outcome.Error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal((TimeSpan.FromSeconds(121), false), (Get(PSObject.AsPSObject(outcome.Error.Exception), "RetryAfter"), Get(PSObject.AsPSObject(outcome.Error.Exception), "MayHaveBeenCarriedOut")));
        Assert.EndsWith("Another 121 s of waiting would go over the 120 s allowed for one request.", outcome.Error.Exception.Message, StringComparison.Ordinal);
        Assert.Equal("Nothing was changed. Run the command again in 121 s, as the server asks.", outcome.Error.ErrorDetails.RecommendedAction);
        Assert.Single(server.Requests);
    }

    [Fact]
    public void A_short_wait_shows_no_progress()
    {
        ConnectTo(server.Uri, tries: 3, totalSec: 2);
        server.Answer("POST", UpdatesPath, 429, "{}", headers: ("Retry-After", "0"));

        Outcome outcome = Run(Post);

        Assert.Empty(outcome.Progress);
        Assert.Equal(2, server.Requests.Count);
        Assert.Contains("It was tried 2 times.", outcome.Error.Exception.Message, StringComparison.Ordinal);
        Assert.Equal(2, Get(PSObject.AsPSObject(outcome.Error.Exception), "Tries"));
    }

    /// <summary>Where nobody answers, each item of a long pipeline would wait for minutes.</summary>
    [Fact]
    public void After_three_items_without_a_connection_the_rest_fail_at_once()
    {
        ConnectTo(new Uri("http://127.0.0.1:1"));

        Outcome outcome = Run($"1..5 | ForEach-Object {{ '{IncidentId}' }} | New-ChecklyIncidentUpdate -Status RESOLVED -Description x");

        Assert.Equal(5, outcome.Errors.Count);
        Assert.All(outcome.Errors, error => Assert.StartsWith("Checkly.ConnectionFailed,", error.FullyQualifiedErrorId, StringComparison.Ordinal));
        Assert.Equal([1, 1, 1, 0, 0], outcome.Errors.Select(error => Get(PSObject.AsPSObject(error.Exception), "Tries")));
        Assert.StartsWith($"POST {UpdatesPath} was not tried, since the requests before it could not connect. No connection to 127.0.0.1:1: ", outcome.Errors[4].Exception.Message, StringComparison.Ordinal);
        Assert.EndsWith("Nothing was sent.", outcome.Errors[4].Exception.Message, StringComparison.Ordinal);
        Assert.Equal(IncidentId, outcome.Errors[4].TargetObject);
    }

    /// <summary>The next command is a new attempt: the connection may be back.</summary>
    [Fact]
    public void An_answer_ends_the_row_and_the_next_command_tries_again()
    {
        ConnectTo(new Uri("http://127.0.0.1:1"));
        Run($"1..4 | ForEach-Object {{ '{IncidentId}' }} | New-ChecklyIncidentUpdate -Status RESOLVED -Description x");

        Outcome outcome = Run(Post);

        Assert.Equal(1, Get(PSObject.AsPSObject(outcome.Error.Exception), "Tries"));
    }

    [Fact]
    public void An_incident_whose_answer_was_lost_is_not_opened_again()
    {
        Do("Connect-Checkly -Sandbox -Fault ErrorAfter");

        Outcome outcome = Run("New-ChecklyIncident x -DashboardId 1001 -Status INVESTIGATING -Description y");

        Assert.StartsWith("Checkly.OutcomeUnknown,", outcome.Error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal(ErrorCategory.OperationStopped, outcome.Error.CategoryInfo.Category);
        Assert.Equal("It may have been carried out: look at the dashboard before you run the command again.", outcome.Error.ErrorDetails.RecommendedAction);
        Assert.DoesNotContain("failed", outcome.Error.Exception.Message, StringComparison.Ordinal);
        PSObject failure = PSObject.AsPSObject(outcome.Error.Exception);
        Assert.Equal(("OutcomeUnknown", true, "the dashboard", 1), ($"{Get(failure, "Kind")}", Get(failure, "MayHaveBeenCarriedOut"), Get(failure, "WhereToLook"), Get(failure, "Tries")));
    }

    [Fact]
    public void A_page_of_something_in_between_removes_nothing()
    {
        Do("Connect-Checkly -Sandbox -Fault None, Html");

        Outcome outcome = Run("New-ChecklyIncident x -DashboardId 1001 -Status INVESTIGATING -Description y | Remove-ChecklyIncident -Confirm:$false");

        Assert.StartsWith("Checkly.UnexpectedResponse,", outcome.Error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("the body is HTML, which the API never sends", outcome.Error.Exception.Message, StringComparison.Ordinal);
    }

    protected override void Cleanup() => server.Reset();
}
