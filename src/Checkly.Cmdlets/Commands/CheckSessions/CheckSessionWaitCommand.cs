using System.Diagnostics;
using System.Management.Automation;

namespace Checkly;

/// <summary>
/// The base class of cmdlets that wait for the end of check sessions. Each session is output when it has ended, in the order in which
/// they were given; one that failed is output, and then reported as an error.
/// </summary>
public abstract class CheckSessionWaitCommand : ChecklySessionCommand
{
    private const int ProgressId = 0x4357;

    // Of the time that an attempt may take, so much is left for the way of the answer.
    private static readonly TimeSpan Spare = TimeSpan.FromSeconds(5);

    // A server that answers at once that a session still runs is not asked again before this time.
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    /// <summary>How long to wait for all sessions together, in seconds; 600 by default. A session goes on when the time is over.</summary>
    [Parameter]
    [ValidateRange(1, 86_400)]
    public int TimeoutSec { get; set; } = 600;

    /// <summary>Report a check that was slower than it should be as an error too.</summary>
    [Parameter]
    public SwitchParameter FailOnDegraded { get; set; }

    /// <summary>Waits for sessions and outputs them.</summary>
    /// <param name="sessions">The ids of the sessions, each with the name of its check, if that is known.</param>
    internal void WaitFor(IReadOnlyList<(string Id, string? Name)> sessions)
    {
        var waited = Stopwatch.StartNew();
        int ended = 0;
        try
        {
            foreach ((string id, string? name) in sessions)
            {
                Show(ended, sessions.Count, name);
                WaitFor(id, name, waited);
                ended++;
            }
        }
        catch (PipelineStoppedException)
        {
            TellHost($"The checks go on running. To wait for them again: Wait-ChecklyCheckSession {string.Join(", ", sessions.Skip(ended).Select(session => session.Id))}");
            throw;
        }
        finally
        {
            if (ended > 0 && ended == sessions.Count)
            {
                WriteProgress(new ProgressRecord(ProgressId, "Running checks", "Done") { RecordType = ProgressRecordType.Completed });
            }
        }
    }

    private void WaitFor(string id, string? name, Stopwatch waited)
    {
        TimeSpan limit = TimeSpan.FromSeconds(TimeoutSec);
        TimeSpan longest = UsedSession.Client.Options.Timeout - Spare;
        while (limit - waited.Elapsed is { } left && left > TimeSpan.Zero)
        {
            TimeSpan wait = new[] { left, longest, CheckSessionRequests.LongestWait }.Min();
            TimeSpan asked = waited.Elapsed;
            if (!TrySend(CheckSessionRequests.Completion(id, wait < Pause ? Pause : wait), id, out CheckSession? session))
            {
                return;
            }

            if (session is not null)
            {
                WriteEnded(session);
                return;
            }

            TimeSpan early = Pause - (waited.Elapsed - asked);
            if (early > TimeSpan.Zero)
            {
                Await(PauseAsync(early), _ => { });
            }
        }

        WriteError(ErrorRecords.From(
            this,
            new ChecklyApiException(ChecklyErrorKind.Timeout, FormattableString.Invariant($"The run of {Named(name, "a check")} (check session {id}) did not end within {TimeoutSec} s. It goes on.")),
            id,
            $"Run Wait-ChecklyCheckSession {id} to wait for it again; -TimeoutSec allows more time."));
    }

    private async Task<bool> PauseAsync(TimeSpan time)
    {
        await Task.Delay(time, StopToken).ConfigureAwait(false);
        return true;
    }

    private void WriteEnded(CheckSession session)
    {
        WriteObject(session);
        string status = session.CurrentStatus ?? string.Empty;
        if (status == "PASSED" || (status == "DEGRADED" && !FailOnDegraded))
        {
            return;
        }

        string where = string.Join(", ", session.Results.Where(result => result.HasFailures == true || result.HasErrors == true).Select(result => result.RunLocation).Distinct());
        WriteError(ErrorRecords.From(
            this,
            new ChecklyApiException(
                ChecklyErrorKind.CheckFailed,
                DisplayText.OneLine($"The run of {Named(session.Name, "a check")} ended with {status}{(where.Length == 0 ? string.Empty : $" in {where}")}{(session.CheckSessionLink is { } link ? $": {link}" : string.Empty)}")),
            session.CheckSessionId,
            $"Run Get-ChecklyCheckResult {session.CheckId} -Latest | Format-List to see why."));
    }

    private void Show(int ended, int count, string? name) =>
        WriteProgress(new ProgressRecord(ProgressId, "Running checks", FormattableString.Invariant($"{ended} of {count} ended; waiting for {Named(name, "a check")}"))
        {
            PercentComplete = ended * 100 / count,
        });

    private static string Named(string? name, string otherwise) => DisplayText.OneLine(name is null ? otherwise : $"'{name}'");
}
