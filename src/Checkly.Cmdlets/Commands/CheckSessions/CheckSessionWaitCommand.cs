using System.Diagnostics;
using System.Management.Automation;

namespace Checkly;

/// <summary>
/// The base class of cmdlets that wait for the end of check sessions. Each session is output when it has ended; one that failed is output,
/// and then reported as an error.
/// </summary>
public abstract class CheckSessionWaitCommand : ChecklySessionCommand
{
    private const int ProgressId = 0x4357;

    // A round asks for each session once, and the API takes 600 requests a minute: with many sessions, rounds are longer.
    private const int SessionsPerSecond = 4;

    // A long poll ends this long before the time limit of its request, so that the answer can arrive.
    private static readonly TimeSpan Spare = TimeSpan.FromSeconds(5);

    // The shortest time from the beginning of one round to that of the next.
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    // How long after the end of the time answers may come; the last round has that for each session in addition.
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan GraceOfOne = TimeSpan.FromMilliseconds(50);
    private readonly Stopwatch _waited = new();
    private TimeSpan _deadline;

    /// <summary>How long to wait for all sessions together, in seconds; 600 by default. A session goes on when the time is over.</summary>
    [Parameter]
    [ValidateRange(1, 86_400)]
    public int TimeoutSec { get; set; } = 600;

    /// <summary>Report a check that was slower than it should be as an error too.</summary>
    [Parameter]
    public SwitchParameter FailOnDegraded { get; set; }

    /// <inheritdoc/>
    // While it waits, its own pauses spare a server that is down, and it must see when the server is back.
    internal override bool SparesServer => !_waited.IsRunning;

    private TimeSpan Left => TimeSpan.FromSeconds(TimeoutSec) - _waited.Elapsed;

    /// <summary>
    /// Waits for sessions and outputs them. A failure that may pass, such as a lost connection, does not end the wait; it is reported if
    /// the session has not been seen to end when the time is over.
    /// </summary>
    /// <param name="sessions">The ids of the sessions, each with the name of its check, if that is known.</param>
    internal void WaitFor(IEnumerable<(string Id, string? Name)> sessions)
    {
        var running = sessions.GroupBy(session => session.Id, StringComparer.OrdinalIgnoreCase).Select(same => same.First()).ToList();
        int count = running.Count;
        var failures = new Dictionary<string, ChecklyApiException>();
        _deadline = TimeSpan.FromSeconds(TimeoutSec) + Grace;
        _waited.Start();
        try
        {
            while (running.Count > 0 && Left > TimeSpan.Zero)
            {
                Show(count - running.Count, count, running[0].Name);
                TimeSpan began = _waited.Elapsed;
                AskForAll(running, failures, LongPoll(running.Count));
                TimeSpan early = Pause - (_waited.Elapsed - began);
                if (running.Count > 0 && early > TimeSpan.Zero)
                {
                    Await(PauseAsync(early), _ => { });
                }
            }

            // Once more after the end of the time, so that what is reported is true of each.
            _deadline = _waited.Elapsed + Grace + TimeSpan.FromTicks(GraceOfOne.Ticks * running.Count);
            AskForAll(running, failures, TimeSpan.Zero);
            while (running.Count > 0)
            {
                (string id, string? name) = running[0];
                running.RemoveAt(0);
                WriteError(failures.TryGetValue(id, out ChecklyApiException failure) ? ErrorRecords.From(this, failure, id) : TimedOut(id, name));
            }
        }
        finally
        {
            if (running.Count > 0)
            {
                // After Ctrl+C, -ErrorAction Stop, or a command downstream that has ended the pipeline.
                TellHost($"{(running.Count == 1 ? "A run was" : $"{running.Count} runs were")} not seen to end. To wait again: Wait-ChecklyCheckSession {string.Join(", ", running.Select(session => session.Id))}");
            }
            else
            {
                WriteProgress(new ProgressRecord(ProgressId, "Running checks", "Done") { RecordType = ProgressRecordType.Completed });
            }
        }
    }

    /// <inheritdoc/>
    internal override async Task<T> SendAsync<T>(ChecklyClient client, ApiRequest<T> request)
    {
        Task<T> sending = base.SendAsync(client, request);
        if (!_waited.IsRunning)
        {
            return await sending.ConfigureAwait(false);
        }

        // A pause that the server asks for, or a slow answer, must not lengthen the wait. The request itself ends in the background.
        TimeSpan left = _deadline - _waited.Elapsed;
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(StopToken);
        bool isAnswered = await Task.WhenAny(sending, Task.Delay(left > TimeSpan.Zero ? left : TimeSpan.Zero, ended.Token)).ConfigureAwait(false) == sending;
        ended.Cancel();
        return isAnswered || StopToken.IsCancellationRequested
            ? await sending.ConfigureAwait(false)
            : throw new ChecklyApiException(ChecklyErrorKind.Timeout, $"GET {request.Path} was not answered in the time of this wait.");
    }

    private static bool MayPass(ChecklyApiException failure) =>
        failure.Kind is ChecklyErrorKind.ConnectionFailed or ChecklyErrorKind.Timeout or ChecklyErrorKind.ServerError or ChecklyErrorKind.RateLimited;

    private static bool IsRunning(CheckSession session) =>
        session.CurrentStatus is { } status && (status == "STARTED" || status.StartsWith("PROGRESS", StringComparison.Ordinal));

    /// <summary>Asks for each session once: for the first one with a long poll, for the others how they are.</summary>
    private void AskForAll(List<(string Id, string? Name)> running, Dictionary<string, ChecklyApiException> failures, TimeSpan longPoll)
    {
        foreach ((string id, string? name) in running.ToArray())
        {
            if (_waited.Elapsed > _deadline)
            {
                return;
            }

            failures.Remove(id);
            ErrorRecord? Report(ChecklyApiException failure)
            {
                if (!MayPass(failure))
                {
                    return ErrorRecords.From(this, failure, id);
                }

                failures[id] = failure;
                return null;
            }

            CheckSession? session;
            bool isAnswered = longPoll >= Pause && id == running[0].Id
                ? TrySendAllowed(CheckSessionRequests.Completion(id, longPoll), id, out session, Report)
                : TrySendAllowed(CheckSessionRequests.Get(id), id, out session, Report);
            bool hasEnded = session is not null && !IsRunning(session);
            if (hasEnded || (!isAnswered && !failures.ContainsKey(id)))
            {
                running.Remove((id, name));
            }

            if (hasEnded)
            {
                WriteEnded(session!);
            }
        }
    }

    /// <summary>How long the API may hold a request; less than <see cref="Pause"/> where the session's limits leave no time for that.</summary>
    private TimeSpan LongPoll(int count)
    {
        ChecklyClientOptions options = UsedSession.Client.Options;
        TimeSpan attempt = options.MaximumTotalTime > TimeSpan.Zero && options.MaximumTotalTime < options.Timeout ? options.MaximumTotalTime : options.Timeout;
        TimeSpan fair = count == 1 ? CheckSessionRequests.LongestWait : TimeSpan.FromSeconds(1 + (count / SessionsPerSecond));
        return new[] { Left, attempt - Spare, fair, CheckSessionRequests.LongestWait }.Min();
    }

    private async Task<bool> PauseAsync(TimeSpan time)
    {
        await Task.Delay(time, StopToken).ConfigureAwait(false);
        return true;
    }

    private void WriteEnded(CheckSession session)
    {
        WriteObject(session);
        string status = session.CurrentStatus ?? "no status";
        if (status == "PASSED" || (status == "DEGRADED" && !FailOnDegraded))
        {
            return;
        }

        CheckSessionResult[] failed = [.. session.Results.Where(result => result.ResultType != "ATTEMPT" && (result.HasFailures == true || result.HasErrors == true || (status == "DEGRADED" && result.IsDegraded == true)))];
        string where = failed.Length == 0 ? string.Empty : $" in {string.Join(", ", failed.Select(result => result.RunLocation).Distinct())}";
        WriteError(ErrorRecords.From(
            this,
            new ChecklyApiException(
                ChecklyErrorKind.CheckFailed,
                DisplayText.OneLine($"The run of {Named(session.Name)} ended with {status}{where}{(session.CheckSessionLink is { } link ? $": {link}" : ".")}")),
            session.CheckSessionId,
            failed.Length == 0 ? null : $"Run Get-ChecklyCheckResult {failed[0].CheckId ?? session.CheckId} {failed[0].CheckResultId} | Format-List to see why."));
    }

    private ErrorRecord TimedOut(string id, string? name) => ErrorRecords.From(
        this,
        new ChecklyApiException(ChecklyErrorKind.Timeout, FormattableString.Invariant($"The run of {Named(name)} (check session {id}) did not end within {TimeoutSec} s. It goes on.")),
        id,
        $"Run Wait-ChecklyCheckSession {id} to wait for it again; -TimeoutSec allows more time.");

    private void Show(int ended, int count, string? name) =>
        WriteProgress(new ProgressRecord(ProgressId, "Running checks", FormattableString.Invariant($"{ended} of {count} ended; waiting for {Named(name)}"))
        {
            PercentComplete = ended * 100 / count,
        });

    private static string Named(string? name) => DisplayText.OneLine(name is null ? "a check" : $"'{name}'");
}
