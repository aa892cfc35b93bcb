namespace Checkly;

/// <summary>
/// The Checkly public API. Requests are made by the classes of an area (<see cref="AccountRequests"/>,
/// <see cref="IncidentRequests"/>, <see cref="IncidentUpdateRequests"/>) and sent here, whatever they are. Safe to use
/// from several threads at once.
/// </summary>
/// <example><code>
/// using var client = new ChecklyClient(new ChecklyClientOptions { ApiKey = new ApiKey(key), AccountId = account });
/// IncidentUpdate[] posted = await client.SendAsync(IncidentUpdateRequests.Create(incident, "RESOLVED", "All is well."));
/// </code></example>
public sealed class ChecklyClient : IDisposable
{
    private readonly HttpTransport _transport;
    private readonly Delivery _delivery;
    private readonly CancellationTokenSource _closing = new();

    /// <summary>Creates a client. Nothing is sent.</summary>
    /// <param name="options">Address, credentials and limits.</param>
    /// <exception cref="ArgumentException">The address is one that a key must not be sent to; see <see cref="BaseAddress.Refusal"/>.</exception>
    public ChecklyClient(ChecklyClientOptions options)
    {
        Options = options ?? throw new ArgumentNullException(nameof(options));
        if ((BaseAddress.Refusal(options.BaseUri) ?? BaseAddress.ProxyRefusal(options.BaseUri, options.Proxy)) is { } refusal)
        {
            throw new ArgumentException(refusal, nameof(options));
        }

        _transport = new HttpTransport(options);
        _delivery = new Delivery(_transport, options);
    }

    /// <summary>What the client was created with.</summary>
    public ChecklyClientOptions Options { get; }

    /// <summary>
    /// Sends a request and reads its answer. What does not go through is sent again as the <see cref="RetryPolicy"/> says; a
    /// POST whose answer was lost is looked for first, so that it is carried out once.
    /// </summary>
    /// <typeparam name="T">What the answer becomes.</typeparam>
    /// <param name="request">The request.</param>
    /// <param name="notes">Is told what happens when it does not go through at once, on whatever thread that happens.</param>
    /// <param name="cancellationToken">Ends the call at once.</param>
    /// <returns>The answer.</returns>
    /// <exception cref="ChecklyApiException">The call failed; its kind says how.</exception>
    /// <exception cref="RequestInterruptedException">It was cancelled; the exception says whether it may have been carried out.</exception>
    public async Task<T> SendAsync<T>(ApiRequest<T> request, IProgress<DeliveryNote>? notes, CancellationToken cancellationToken)
    {
        if (request is null)
        {
            throw new ArgumentNullException(nameof(request));
        }

        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, _closing.Token);
        try
        {
            return await _delivery.SendAsync(request, notes, either.Token).ConfigureAwait(false);
        }
        catch (RequestInterruptedException ended) when (!cancellationToken.IsCancellationRequested)
        {
            throw new ChecklyApiException(
                ended.MayHaveBeenCarriedOut ? ChecklyErrorKind.OutcomeUnknown : ChecklyErrorKind.NotConnected,
                $"The connection was closed by its owner. {ended.Message}",
                ended)
            {
                Method = request.Method,
                Path = request.Path,
                MayHaveBeenCarriedOut = ended.MayHaveBeenCarriedOut,
                WhereToLook = ended.MayHaveBeenCarriedOut ? request.WhereToLook : null,
            };
        }
    }

    /// <inheritdoc cref="SendAsync{T}(ApiRequest{T}, IProgress{DeliveryNote}?, CancellationToken)"/>
    public Task<T> SendAsync<T>(ApiRequest<T> request, CancellationToken cancellationToken = default) =>
        SendAsync(request, null, cancellationToken);

    /// <summary>
    /// Waits until no other change of the same thing is under way in this process, so that none writes back what it has read
    /// before another one was made.
    /// </summary>
    /// <param name="path">The path of the thing.</param>
    /// <param name="cancellationToken">Ends the wait at once.</param>
    /// <returns>Lets the next change go ahead when it is disposed.</returns>
    /// <exception cref="OperationCanceledException">The wait was cancelled.</exception>
    public Task<IDisposable> LockForChangeAsync(string path, CancellationToken cancellationToken) =>
        _delivery.Account.Locks.LockAsync($"PUT {path}", () => cancellationToken);

    /// <summary>Closes the connections. Calls under way are ended.</summary>
    public void Dispose()
    {
        // What waits to be tried again must not go on without a connection. The source itself has nothing to dispose of.
        _closing.Cancel();
        _transport.Dispose();
    }
}
