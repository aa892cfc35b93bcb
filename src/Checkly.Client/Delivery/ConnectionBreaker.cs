namespace Checkly;

/// <summary>
/// A circuit breaker for a row of requests to one server. Where no connection can be made, each request would wait for as long
/// as the ones before it; after three in a row the others fail at once. Half a minute later one is tried again, so that a
/// pipeline that lasts goes on when the connection is back.
/// </summary>
/// <param name="clock">The client's clock.</param>
public sealed class ConnectionBreaker(DeliveryClock clock)
{
    private const int FailuresToOpen = 3;
    private static readonly TimeSpan TimeOpen = TimeSpan.FromSeconds(30);
    private int _failures;
    private ChecklyApiException? _latest;
    private TimeSpan _since;

    /// <summary>Says why a request is not to be tried now.</summary>
    /// <param name="request">The request.</param>
    /// <returns>The error; <see langword="null"/> when the request may be sent.</returns>
    public ChecklyApiException? Refusal(ApiRequest request) =>
        _failures >= FailuresToOpen && clock.Now - _since < TimeOpen ? _latest!.NotTried(request) : null;

    /// <summary>Records how a request that was tried has ended.</summary>
    /// <param name="failure">Its failure; <see langword="null"/> when it succeeded.</param>
    public void Record(ChecklyApiException? failure)
    {
        _failures = failure?.CouldNotConnect == true ? _failures + 1 : 0;
        (_latest, _since) = (failure, clock.Now);
    }
}
