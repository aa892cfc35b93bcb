using System.Diagnostics;
using System.Management.Automation;
using System.Management.Automation.Host;

namespace Checkly;

/// <summary>The base class of all cmdlets. It sends requests, and ends them at once on Ctrl+C.</summary>
public abstract partial class ChecklyCommand : PSCmdlet, IDisposable
{
    private readonly CancellationTokenSource _stop = new();

    // Reports the outcome of the last request when its answer can no longer be written to the pipeline.
    private Action? _reportOutcome;

    /// <summary>Whether the command was stopped, as by Ctrl+C.</summary>
    internal bool IsStopped => _stop.IsCancellationRequested;

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
    /// <exception cref="ChecklyApiException">The call failed.</exception>
    /// <exception cref="PipelineStoppedException">The pipeline was stopped meanwhile.</exception>
    internal T Send<T>(ChecklyClient client, ApiRequest<T> request)
    {
        _reportOutcome = null;
        long start = Stopwatch.GetTimestamp();
        using var notes = new DeliveryNotes(this);
        Task<T> sending = client.SendAsync(request, notes, _stop.Token);
        try
        {
            notes.ShowUntil(sending);
        }
        catch
        {
            // The pipeline takes no more output. Wait until the request has ended, and report its outcome.
            StopProcessing();
            ReportOutcome(request, sending);
            throw;
        }

        if (_stop.IsCancellationRequested)
        {
            ReportOutcome(request, sending);
            throw new PipelineStoppedException();
        }

        T answer = sending.GetAwaiter().GetResult();
        try
        {
            WriteVerbose(FormattableString.Invariant($"{request.Method} {client.Options.Redact(request.Path)} took {(Stopwatch.GetTimestamp() - start) * 1000.0 / Stopwatch.Frequency:0.#} ms."));
        }
        catch
        {
            // The pipeline was stopped after the answer had arrived and before it was written.
            ReportOutcome(request, sending);
            throw;
        }

        _reportOutcome = () => ReportOutcome(request, sending);
        return answer;
    }

    /// <summary>Waits until no other change of the same thing is under way in this process.</summary>
    /// <exception cref="PipelineStoppedException">The pipeline was stopped meanwhile.</exception>
    internal IDisposable LockForChange(ChecklyClient client, string path)
    {
        try
        {
            return client.LockForChangeAsync(path, _stop.Token).GetAwaiter().GetResult();
        }
        catch (OperationCanceledException)
        {
            throw new PipelineStoppedException();
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
