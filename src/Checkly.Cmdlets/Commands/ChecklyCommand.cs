using System.Diagnostics;
using System.Management.Automation;
using System.Management.Automation.Host;

namespace Checkly;

/// <summary>The base class of the cmdlets that send requests. Ctrl+C ends a request at once.</summary>
public abstract partial class ChecklyCommand : PSCmdlet, IDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private bool? _isVerbose;

    // Reports the outcome of the last request when its answer can no longer be written to the pipeline.
    private Action? _reportOutcome;

    /// <summary>Whether the command was stopped, as by Ctrl+C.</summary>
    internal bool IsStopped => _stop.IsCancellationRequested;

    /// <summary>
    /// Whether verbose lines are shown, which -Debug does too. Determined once, since a line for each item of a pipeline costs time.
    /// </summary>
    private bool IsVerbose => _isVerbose ??= MyInvocation.BoundParameters.TryGetValue("Verbose", out object? given)
        ? LanguagePrimitives.IsTrue(given)
        : MyInvocation.BoundParameters.ContainsKey("Debug") || !"SilentlyContinue".Equals(GetVariableValue("VerbosePreference")?.ToString(), StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether a parameter was bound, by the command line or from the pipeline.</summary>
    internal bool IsGiven(string parameter) => MyInvocation.BoundParameters.ContainsKey(parameter);

    /// <summary>The value of a switch; <see langword="null"/> where it was not given.</summary>
    internal bool? Given(string parameter, SwitchParameter value) => IsGiven(parameter) ? value.ToBool() : null;

    /// <summary>Shows the notes of requests on the pipeline's thread.</summary>
    internal DeliveryNotes Notes => field ??= new DeliveryNotes(this);

    /// <summary>Is cancelled when the command is stopped.</summary>
    internal CancellationToken StopToken => _stop.Token;

    /// <inheritdoc/>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Is called when the pipeline has ended, however it has.</summary>
    /// <param name="disposing">Always <see langword="true"/>: there is no finalizer.</param>
    protected virtual void Dispose(bool disposing) => _stop.Dispose();

    /// <inheritdoc/>
    protected override void StopProcessing()
    {
        try
        {
            _stop.Cancel();
        }
        catch (ObjectDisposedException)
        {
            // The pipeline ended by itself while it was being stopped.
        }
    }

    /// <summary>Sends a request and waits for its answer on the pipeline's thread.</summary>
    /// <param name="client">The client.</param>
    /// <param name="request">The request.</param>
    /// <param name="isFollowUp">Whether it only verifies the request before it, whose outcome is reported too when the pipeline is stopped.</param>
    /// <exception cref="ChecklyApiException">The call failed.</exception>
    /// <exception cref="PipelineStoppedException">The pipeline was stopped meanwhile.</exception>
    internal T Send<T>(ChecklyClient client, ApiRequest<T> request, bool isFollowUp = false)
    {
        Action? earlier = isFollowUp ? _reportOutcome : null;
        _reportOutcome = null;
        long start = Stopwatch.GetTimestamp();
        Task<T> sending = SendAsync(client, request);
        T answer = Await(sending, Report);
        try
        {
            WriteTime(client, request, Stopwatch.GetTimestamp() - start);
        }
        catch
        {
            // The pipeline was stopped after the answer had arrived and before it was written.
            Report(sending);
            throw;
        }

        _reportOutcome = earlier ?? (() => Report(sending));
        return answer;

        void Report(Task<T> sent)
        {
            TellHost(OutcomeOf(request, sent, out _));
            earlier?.Invoke();
        }
    }

    /// <summary>Takes the answer of a request that was sent while the pipeline went on, and that has ended.</summary>
    /// <param name="client">The client.</param>
    /// <param name="request">The request.</param>
    /// <param name="sending">The sending.</param>
    /// <param name="took">How long it took, in ticks of <see cref="Stopwatch"/>.</param>
    /// <exception cref="ChecklyApiException">The call failed.</exception>
    internal T Take<T>(ChecklyClient client, ApiRequest<T> request, Task<T> sending, long took)
    {
        _reportOutcome = null;
        T answer = sending.GetAwaiter().GetResult();
        _reportOutcome = () => TellHost(OutcomeOf(request, sending, out _));
        try
        {
            WriteTime(client, request, took);
        }
        catch
        {
            // The pipeline was stopped before the answer was written.
            _reportOutcome();
            throw;
        }

        return answer;
    }

    private void WriteTime(ChecklyClient client, ApiRequest request, long took)
    {
        if (IsVerbose)
        {
            WriteVerbose(FormattableString.Invariant($"{request.Method} {client.Options.Redact(request.Path)} took {took * 1000.0 / Stopwatch.Frequency:0.#} ms."));
        }
    }

    /// <summary>Begins to send a request.</summary>
    /// <param name="client">The client.</param>
    /// <param name="request">The request.</param>
    internal virtual Task<T> SendAsync<T>(ChecklyClient client, ApiRequest<T> request) => client.SendAsync(request, Notes, _stop.Token);

    /// <summary>Waits until no other change of the same object is in progress in this process.</summary>
    /// <param name="client">The client.</param>
    /// <param name="read">The request that reads the object.</param>
    /// <exception cref="ChecklyApiException">The other change took too long.</exception>
    /// <exception cref="PipelineStoppedException">The pipeline was stopped meanwhile.</exception>
    internal IDisposable LockForChange(ChecklyClient client, ApiRequest read) =>
        Await(client.LockForChangeAsync(read, Notes, _stop.Token), Release);

    /// <summary>Waits for a task on the pipeline's thread, and shows notes meanwhile.</summary>
    /// <param name="task">The task, which ends soon after the command was stopped.</param>
    /// <param name="whenStopped">Is called with the task when the pipeline was stopped; may wait for its end.</param>
    /// <exception cref="PipelineStoppedException">The pipeline was stopped meanwhile.</exception>
    internal T Await<T>(Task<T> task, Action<Task<T>> whenStopped)
    {
        try
        {
            Notes.ShowUntil(task);
        }
        catch
        {
            // The pipeline takes no more output.
            StopProcessing();
            whenStopped(task);
            throw;
        }

        if (_stop.IsCancellationRequested)
        {
            whenStopped(task);
            throw new PipelineStoppedException();
        }

        return task.GetAwaiter().GetResult();
    }

    private static void Release(Task<IDisposable> locking)
    {
        try
        {
            locking.GetAwaiter().GetResult().Dispose();
        }
        catch (Exception notTaken) when (notTaken is OperationCanceledException or ChecklyApiException)
        {
        }
    }

    /// <summary>Shows a warning, if there is one, on the host directly, because a stopped pipeline takes no more output.</summary>
    internal void TellHost(string? warning)
    {
        try
        {
            if (warning is not null)
            {
                Host?.UI?.WriteWarningLine(warning);
            }
        }
        catch (Exception nowhere) when (nowhere is HostException or NotImplementedException or InvalidOperationException)
        {
            // The host has no user interface.
        }
    }

    /// <summary>Waits for a request of a stopped command, and says what became of it.</summary>
    /// <param name="request">The request.</param>
    /// <param name="sending">The sending, which ends soon.</param>
    /// <param name="isUnsent">Whether it is known that the request was not sent.</param>
    /// <returns>A full sentence; <see langword="null"/> for a read, which needs no report.</returns>
    internal static string? OutcomeOf<T>(ApiRequest<T> request, Task<T> sending, out bool isUnsent)
    {
        isUnsent = false;
        string outcome;
        try
        {
            T answer = sending.GetAwaiter().GetResult();
            outcome = $"{request.Method} {request.Path} was carried out before the command was stopped{Named(answer)}; it may be missing in the output.";
        }
        catch (OperationCanceledException interrupted)
        {
            isUnsent = interrupted is not RequestInterruptedException { MayHaveBeenCarriedOut: true };
            outcome = interrupted.Message;
        }
        catch (ChecklyApiException failure)
        {
            outcome = failure.Message;
        }

        return request.IsRead ? null : outcome;
    }

    private static string Named(object? answer)
    {
        string names = answer is Array many ? string.Join(", ", many.Cast<object>()) : answer?.ToString() ?? string.Empty;
        return names.Length == 0 ? string.Empty : $" (made {DisplayText.OneLine(names)})";
    }
}
