namespace Checkly;

/// <summary>
/// A client of the Checkly public API. Request classes such as <see cref="AccountRequests"/>, <see cref="IncidentRequests"/> and
/// <see cref="IncidentUpdateRequests"/> create the requests; this class sends them. It is thread-safe.
/// </summary>
/// <example><code>
/// using var client = new ChecklyClient(new ChecklyClientOptions { ApiKey = new ApiKey(key), AccountId = account });
/// IncidentUpdate[] posted = await client.SendAsync(IncidentUpdateRequests.Create(incident, "RESOLVED", "All is well."));
/// </code></example>
public sealed class ChecklyClient : IDisposable
{
    private readonly Delivery _delivery;

    /// <summary>Creates a client. Nothing is sent.</summary>
    /// <param name="options">Address, credentials and limits.</param>
    /// <exception cref="ArgumentException">A key must not be sent to the address; see <see cref="BaseAddress.Refusal"/>.</exception>
    public ChecklyClient(ChecklyClientOptions options)
    {
        Options = options ?? throw new ArgumentNullException(nameof(options));
        if ((BaseAddress.Refusal(options.BaseUri) ?? BaseAddress.ProxyRefusal(options.BaseUri, options.Proxy)) is { } refusal)
        {
            throw new ArgumentException(refusal, nameof(options));
        }

        _delivery = new Delivery(options);
    }

    /// <summary>The options with which the client was created.</summary>
    public ChecklyClientOptions Options { get; }

    /// <summary>
    /// Sends a request and reads its answer. A failed request is sent again as the <see cref="RetryPolicy"/> says. When the answer of a
    /// POST is lost, the client first looks for what the POST has created, so that the POST is not carried out twice.
    /// </summary>
    /// <typeparam name="T">What the answer becomes.</typeparam>
    /// <param name="request">The request.</param>
    /// <param name="notes">Receives a note about each retry, wait and look. It is called on any thread.</param>
    /// <param name="cancellationToken">Cancels the call at once.</param>
    /// <returns>The answer.</returns>
    /// <exception cref="ChecklyApiException">The call failed; its kind says how.</exception>
    /// <exception cref="RequestInterruptedException">The call was cancelled; the exception says whether the request may have been carried out.</exception>
    public Task<T> SendAsync<T>(ApiRequest<T> request, IProgress<DeliveryNote>? notes, CancellationToken cancellationToken) =>
        _delivery.SendAsync(request ?? throw new ArgumentNullException(nameof(request)), notes, cancellationToken);

    /// <inheritdoc cref="SendAsync{T}(ApiRequest{T}, IProgress{DeliveryNote}?, CancellationToken)"/>
    public Task<T> SendAsync<T>(ApiRequest<T> request, CancellationToken cancellationToken = default) =>
        SendAsync(request, null, cancellationToken);

    /// <summary>
    /// Waits until no other change of the same object is in progress in this process. Otherwise a change could write back values that it
    /// read before the other change was made.
    /// </summary>
    /// <param name="read">The request that reads the object.</param>
    /// <param name="notes">Receives a note when another change is in progress.</param>
    /// <param name="cancellationToken">Cancels the wait at once.</param>
    /// <returns>A lock, which is released when it is disposed.</returns>
    /// <exception cref="ChecklyApiException">The other change took longer than a whole call may.</exception>
    /// <exception cref="RequestInterruptedException">The wait was cancelled.</exception>
    public Task<IDisposable> LockForChangeAsync(ApiRequest read, IProgress<DeliveryNote>? notes, CancellationToken cancellationToken) =>
        _delivery.LockForChangeAsync(read ?? throw new ArgumentNullException(nameof(read)), notes, cancellationToken);

    /// <summary>Closes the connections and ends the calls in progress.</summary>
    public void Dispose() => _delivery.Dispose();
}
