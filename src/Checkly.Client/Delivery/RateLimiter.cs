namespace Checkly;

/// <summary>
/// A sliding-window rate limiter that keeps an account within the rates of the API. A request counts from before it is sent until the
/// window of its rate has passed since its answer came. The server counts it from some moment in between, and so never counts more
/// requests than this class does.
/// </summary>
internal sealed class RateLimiter
{
    // The wait when all requests that count are still under way, so that nobody knows when the first of them will end.
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(1);
    private readonly object _gate = new();

    // Created for the first request: most test servers have no rates.
    private Window[]? _windows;

    /// <summary>Acquires a lease for a request.</summary>
    /// <param name="clock">The client's clock.</param>
    /// <param name="request">The request.</param>
    /// <param name="wait">How long to wait before trying again; zero when there is a lease.</param>
    /// <param name="rate">The rate that is exhausted.</param>
    /// <returns>The lease, to be disposed when the request has ended; <see langword="null"/> while the rate is exhausted.</returns>
    public IDisposable? TryAcquire(DeliveryClock clock, ApiRequest request, out TimeSpan wait, out ApiRate? rate)
    {
        string path = ApiPath.WithoutQuery(request.Path);
        (wait, rate) = (TimeSpan.Zero, null);
        lock (_gate)
        {
            _windows ??= [.. ApiRate.All.Select(each => new Window(each))];
            Window[] counting = Array.FindAll(_windows, window => window.Rate.Counts(request.Method, path));
            foreach (Window window in counting)
            {
                TimeSpan left = window.WaitAt(clock.Now);
                if (left > wait)
                {
                    (wait, rate) = (left, window.Rate);
                }
            }

            if (wait > TimeSpan.Zero)
            {
                return null;
            }

            foreach (Window window in counting)
            {
                window.UnderWay++;
            }

            return new Lease(this, clock, counting);
        }
    }

    private sealed class Window(ApiRate rate)
    {
        private readonly Queue<TimeSpan> _countUntil = new();

        public ApiRate Rate => rate;

        public int UnderWay { get; set; }

        public TimeSpan WaitAt(TimeSpan now)
        {
            while (_countUntil.Count > 0 && _countUntil.Peek() <= now)
            {
                _countUntil.Dequeue();
            }

            return _countUntil.Count + UnderWay < rate.Most ? TimeSpan.Zero : _countUntil.Count > 0 ? _countUntil.Peek() - now : Soon;
        }

        public void End(TimeSpan now)
        {
            UnderWay--;
            _countUntil.Enqueue(now + rate.Within);
        }
    }

    private sealed class Lease(RateLimiter limiter, DeliveryClock clock, Window[] counting) : IDisposable
    {
        public void Dispose()
        {
            lock (limiter._gate)
            {
                Array.ForEach(counting, window => window.End(clock.Now));
            }
        }
    }
}
