using System.Diagnostics;

namespace Checkly;

/// <summary>The clock that a client measures its waits and timeouts with. Tests replace it by a virtual one.</summary>
public abstract class DeliveryClock
{
    /// <summary>The clock of the machine.</summary>
    public static DeliveryClock System { get; } = new SystemClock();

    /// <summary>The time since a fixed moment. It never goes back, even when the machine's clock is set back.</summary>
    public abstract TimeSpan Now { get; }

    /// <summary>A random number from 0 to 1 that spreads the waits of several clients.</summary>
    public abstract double Jitter { get; }

    /// <summary>Waits.</summary>
    /// <param name="wait">How long.</param>
    /// <param name="cancellationToken">Ends the wait at once.</param>
    /// <returns>A task that ends with the wait.</returns>
    public abstract Task Delay(TimeSpan wait, CancellationToken cancellationToken);

    /// <summary>Makes a token source that cancels itself after a time.</summary>
    /// <param name="timeout">The time.</param>
    /// <returns>The source; the caller disposes it.</returns>
    public abstract CancellationTokenSource CreateTimeout(TimeSpan timeout);

    private sealed class SystemClock : DeliveryClock
    {
        private readonly Random _random = new();
        private readonly DateTimeOffset _start = DateTimeOffset.UtcNow;
        private readonly Stopwatch _sinceStart = Stopwatch.StartNew();
        private long _latest;

        public override TimeSpan Now
        {
            get
            {
                // The stopwatch stands still while a machine sleeps; the wall clock may be set back. The later one counts.
                long now = Math.Max(_sinceStart.Elapsed.Ticks, (DateTimeOffset.UtcNow - _start).Ticks);
                long latest;
                while (now > (latest = Interlocked.Read(ref _latest)) && Interlocked.CompareExchange(ref _latest, now, latest) != latest)
                {
                }

                return TimeSpan.FromTicks(Math.Max(now, latest));
            }
        }

        public override double Jitter
        {
            get
            {
                lock (_random)
                {
                    return _random.NextDouble();
                }
            }
        }

        public override Task Delay(TimeSpan wait, CancellationToken cancellationToken) => Task.Delay(wait, cancellationToken);

        public override CancellationTokenSource CreateTimeout(TimeSpan timeout) => new(timeout);
    }
}
