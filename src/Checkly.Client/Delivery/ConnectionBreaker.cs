namespace Checkly;

/// <summary>
/// A circuit breaker for consecutive requests to one server. Without a connection, each request would wait as long as those
/// before it. After three consecutive failures to connect, later requests fail at once; half a minute later one is tried again,
/// so that a long pipeline recovers when the connection does. It is thread-safe.
/// </summary>
/// <param name="clock">The client's clock.</param>
public sealed class ConnectionBreaker(DeliveryClock clock)
{
    private const int FailuresToOpen = 3;
    private static readonly TimeSpan TimeOpen = TimeSpan.FromSeconds(30);
    private readonly object _gate = new();
    private int _failures;
    private ChecklyApiException? _latest;
    private TimeSpan _since;

    /// <summary>Returns the error of a request that must not be tried now.</summary>
    /// <param name="request">The request.</param>
    /// <returns>The error; <see langword="null"/> when the request may be sent.</returns>
    public ChecklyApiException? Refusal(ApiRequest request)
    {
        lock (_gate)
        {
            return _failures >= FailuresToOpen && clock.Now - _since < TimeOpen ? _latest!.NotTried(request) : null;
        }
    }

    /// <summary>Records how a request has ended.</summary>
    /// <param name="failure">Its failure; <see langword="null"/> when it succeeded.</param>
    public void Record(ChecklyApiException? failure)
    {
        if (failure is { Tries: 0, CouldNotConnect: true })
        {
            // It was a refusal.
            return;
        }

        lock (_gate)
        {
            _failures = failure?.CouldNotConnect == true ? _failures + 1 : 0;
            (_latest, _since) = (failure, clock.Now);
        }
    }
}
