using System.Diagnostics;
using System.Management.Automation;
using System.Management.Automation.Host;

namespace Checkly;

/// <summary>What all cmdlets share: sending a request and ending it at once on Ctrl+C.</summary>
public abstract class ChecklyCommand : PSCmdlet, IDisposable
{
    private readonly CancellationTokenSource _stop = new();

    // Tells what became of the last request, for when its answer cannot be put out any more.
    private Action? _putOut;

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

    /// <summary>Puts something out; when the pipeline is stopped at that moment, the host is told what it would have been.</summary>
    protected new void WriteObject(object? sendToPipeline) => WriteObject(sendToPipeline, enumerateCollection: false);

    /// <inheritdoc cref="WriteObject(object)"/>
    protected new void WriteObject(object? sendToPipeline, bool enumerateCollection)
    {
        try
        {
            base.WriteObject(sendToPipeline, enumerateCollection);
        }
        catch (PipelineStoppedException)
        {
            _putOut?.Invoke();
            throw;
        }
    }

    /// <summary>Warns, also where -Debug asks and nobody can be asked.</summary>
    protected internal new void WriteWarning(string text) => WriteUnasked(base.WriteWarning, text, "WarningAction");

    /// <summary>Writes a verbose line, also where -Debug asks and nobody can be asked.</summary>
    protected internal new void WriteVerbose(string text) => WriteUnasked(base.WriteVerbose, text, "Verbose");

    /// <summary>Sends a request and waits for its answer on the pipeline's thread.</summary>
    /// <exception cref="ChecklyApiException">The call failed.</exception>
    /// <exception cref="PipelineStoppedException">The pipeline was stopped meanwhile.</exception>
    internal T Send<T>(ChecklyClient client, ApiRequest<T> request)
    {
        _putOut = null;
        long start = Stopwatch.GetTimestamp();
        using var notes = new DeliveryNotes(this);
        Task<T> sending = client.SendAsync(request, notes, _stop.Token);
        try
        {
            notes.ShowUntil(sending);
        }
        catch
        {
            // Nothing can be shown any more. What is under way ends before the cmdlet does, so that its fate is told.
            StopProcessing();
            TellFate(request, sending);
            throw;
        }

        if (_stop.IsCancellationRequested)
        {
            TellFate(request, sending);
            throw new PipelineStoppedException();
        }

        T answer = sending.GetAwaiter().GetResult();
        try
        {
            WriteVerbose(FormattableString.Invariant($"{request.Method} {client.Options.Redact(request.Path)} took {(Stopwatch.GetTimestamp() - start) * 1000.0 / Stopwatch.Frequency:0.#} ms."));
        }
        catch
        {
            // Stopped after the answer had come, and before it could be put out.
            TellFate(request, sending);
            throw;
        }

        _putOut = () => TellFate(request, sending);
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

    /// <summary>Warns where a pipeline that is stopped takes nothing more.</summary>
    internal void TellHost(string warning)
    {
        try
        {
            Host?.UI?.WriteWarningLine(warning);
        }
        catch (Exception nowhere) when (nowhere is HostException or NotImplementedException or InvalidOperationException)
        {
            // A host that shows nothing.
        }
    }

    /// <summary>
    /// With -Debug, PowerShell asks after each line whether to go on. Where nobody can be asked, the line has been shown by then, and
    /// the command goes on: what it has sent must not be lost for a question.
    /// </summary>
    private void WriteUnasked(Action<string> write, string text, string choice)
    {
        try
        {
            write(text);
        }
        catch (Exception nobody) when (NobodyToAsk.IsToldBy(nobody) && MyInvocation.BoundParameters.ContainsKey("Debug") && !MyInvocation.BoundParameters.ContainsKey(choice))
        {
        }
    }

    /// <summary>Says what became of a write that was stopped: to the host, since a pipeline that is stopped takes nothing more.</summary>
    private void TellFate<T>(ApiRequest<T> request, Task<T> sending)
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
