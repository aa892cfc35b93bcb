namespace Checkly;

/// <summary>
/// Brings requests to the server exactly once, as far as that can be done: what one client knows while it does so.
/// </summary>
internal sealed class Delivery(HttpTransport transport, ChecklyClientOptions options)
{
    private readonly Turns _turns = new();

    /// <summary>The one way out.</summary>
    public HttpTransport Transport => transport;

    /// <summary>The limits, and the time.</summary>
    public ChecklyClientOptions Options => options;

    /// <summary>What was there before.</summary>
    public KnownIds Known { get; } = new();

    /// <summary>Sends a request as often as the <see cref="RetryPolicy"/> says, and reads its answer.</summary>
    /// <exception cref="ChecklyApiException">The call failed.</exception>
    /// <exception cref="RequestInterruptedException">It was cancelled.</exception>
    public async Task<T> SendAsync<T>(ApiRequest<T> request, IProgress<DeliveryNote>? notes, CancellationToken cancellationToken)
    {
        notes = notes is null ? null : new SafeNotes(notes, options.ApiKey);
        using IDisposable? turn = request.Confirmation is null ? null : await TakeTurnAsync(request, notes, cancellationToken).ConfigureAwait(false);
        var waiting = new Waiting(options.Clock, options.MaximumRetryWait, notes);
        return await new DeliveryRun<T>(this, request, waiting, notes, cancellationToken).RunAsync().ConfigureAwait(false);
    }

    private async Task<IDisposable> TakeTurnAsync(ApiRequest request, IProgress<DeliveryNote>? notes, CancellationToken cancellationToken)
    {
        try
        {
            return await _turns.TakeAsync(
                $"{request.Summary} {JsonMatch.Canonical(request.Bytes!)}",
                () => notes?.Report(new DeliveryNote(DeliveryNoteKind.Waiting, $"{request.Summary} waits for another one like it that is under way.", TimeSpan.FromSeconds(3))),
                cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException cancelled)
        {
            throw new RequestInterruptedException(request, mayHaveBeenCarriedOut: false, cancelled);
        }
    }
}
