using System.Diagnostics;
using System.Management.Automation;

namespace Checkly;

/// <summary>What all cmdlets share: sending a request and ending it at once on Ctrl+C.</summary>
public abstract class ChecklyCommand : PSCmdlet, IDisposable
{
    private readonly CancellationTokenSource _stop = new();

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
        long start = Stopwatch.GetTimestamp();
        try
        {
            T answer = client.SendAsync(request, _stop.Token).GetAwaiter().GetResult();
            WriteVerbose(FormattableString.Invariant($"{request.Method} {request.Path} was answered in {(Stopwatch.GetTimestamp() - start) * 1000.0 / Stopwatch.Frequency:0.#} ms."));
            return answer;
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested)
        {
            throw new PipelineStoppedException();
        }
    }
}
