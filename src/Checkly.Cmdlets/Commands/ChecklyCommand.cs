using System.Diagnostics;
using System.Management.Automation;
using System.Management.Automation.Host;

namespace Checkly;

/// <summary>The base class of all cmdlets. It sends requests, and ends them at once on Ctrl+C.</summary>
public abstract partial class ChecklyCommand : PSCmdlet, IDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private bool? _isVerbose;

    // Reports the outcome of the last request when its answer can no longer be written to the pipeline.
    private Action? _reportOutcome;

    /// <summary>Whether the command was stopped, as by Ctrl+C.</summary>
    internal bool IsStopped => _stop.IsCancellationRequested;

    /// <summary>
    /// Whether anybody sees verbose lines, which -Debug shows too. Asked once, since a line for each item of a pipeline costs time.
    /// </summary>
    private bool IsVerbose => _isVerbose ??= MyInvocation.BoundParameters.TryGetValue("Verbose", out object? given)
        ? LanguagePrimitives.IsTrue(given)
        : MyInvocation.BoundParameters.ContainsKey("Debug") || !"SilentlyContinue".Equals(GetVariableValue("VerbosePreference")?.ToString(), StringComparison.OrdinalIgnoreCase);

    /// <summary>Is cancelled when the command is stopped.</summary>
    internal CancellationToken StopToken => _stop.Token;

    /// <inheritdoc/>
    public void Dispose()
    {
        _stop.Dispose();
        GC.SuppressFinalize(this);
    }

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
    /// <param name="isFollowUp">Whether it only checks the request before it, whose outcome is what counts when the pipeline is stopped.</param>
    /// <exception cref="ChecklyApiException">The call failed.</exception>
    /// <exception cref="PipelineStoppedException">The pipeline was stopped meanwhile.</exception>
    internal T Send<T>(ChecklyClient client, ApiRequest<T> request, bool isFollowUp = false)
    {
        Action? earlier = isFollowUp ? _reportOutcome : null;
        _reportOutcome = null;
        long start = Stopwatch.GetTimestamp();
        Action<Task<T>> report = sending =>
        {
            ReportOutcome(request, sending);
            earlier?.Invoke();
        };
        Task<T>? sent = null;
        T answer = Await(notes => sent = client.SendAsync(request, notes, _stop.Token), report);
        try
        {
            if (IsVerbose)
            {
                WriteVerbose(FormattableString.Invariant($"{request.Method} {client.Options.Redact(request.Path)} took {(Stopwatch.GetTimestamp() - start) * 1000.0 / Stopwatch.Frequency:0.#} ms."));
            }
        }
        catch
        {
            // The pipeline was stopped after the answer had arrived and before it was written.
            report(sent!);
            throw;
        }

        _reportOutcome = earlier ?? (() => ReportOutcome(request, sent!));
        return answer;
    }

    /// <summary>Waits until no other change of the same object is in progress in this process.</summary>
    /// <param name="client">The client.</param>
    /// <param name="read">The request that reads the object.</param>
    /// <exception cref="ChecklyApiException">The other change took too long.</exception>
    /// <exception cref="PipelineStoppedException">The pipeline was stopped meanwhile.</exception>
    internal IDisposable LockForChange(ChecklyClient client, ApiRequest read) =>
        Await(notes => client.LockForChangeAsync(read, notes, _stop.Token), Release);

    /// <summary>Waits for a task on the pipeline's thread, and shows its notes meanwhile.</summary>
    /// <param name="begin">Begins the task, which ends soon after the command was stopped.</param>
    /// <param name="whenStopped">Is called with the task when the pipeline was stopped; may wait for its end.</param>
    private T Await<T>(Func<DeliveryNotes, Task<T>> begin, Action<Task<T>> whenStopped)
    {
        using var notes = new DeliveryNotes(this);
        Task<T> task = begin(notes);
        try
        {
            notes.ShowUntil(task);
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

    /// <summary>Shows a warning on the host directly, because a stopped pipeline takes no more output.</summary>
    internal void TellHost(string warning)
    {
        try
        {
            Host?.UI?.WriteWarningLine(warning);
        }
        catch (Exception nowhere) when (nowhere is HostException or NotImplementedException or InvalidOperationException)
        {
            // The host has no user interface.
        }
    }

    /// <summary>Reports the outcome of a stopped write on the host, because a stopped pipeline takes no more output.</summary>
    private void ReportOutcome<T>(ApiRequest<T> request, Task<T> sending)
    {
        string? fate;
        try
        {
            T answer = sending.GetAwaiter().GetResult();
            fate = request.IsRead ? null : $"{request.Method} {request.Path} was carried out before the command was stopped{Named(answer)}; it may be missing in the output.";
        }
        catch (OperationCanceledException interrupted)
        {
            fate = request.IsRead ? null : interrupted.Message;
        }
        catch (ChecklyApiException failure)
        {
            fate = request.IsRead ? null : failure.Message;
        }

        if (fate is not null)
        {
            TellHost(fate);
        }
    }

    private static string Named(object? answer)
    {
        string names = answer is Array many ? string.Join(", ", many.Cast<object>()) : answer?.ToString() ?? string.Empty;
        return names.Length == 0 ? string.Empty : $" (made {DisplayText.OneLine(names)})";
    }
}
