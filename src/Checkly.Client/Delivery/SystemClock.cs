using System.Diagnostics;

namespace Checkly;

/// <summary>The machine's time.</summary>
internal sealed class SystemClock : DeliveryClock
{
    private readonly Random _random = new();

    private readonly DateTimeOffset _start = DateTimeOffset.UtcNow;
    private readonly Stopwatch _sinceStart = Stopwatch.StartNew();
    private long _latest;

    public override TimeSpan Now
    {
        get
        {
            // The stopwatch stands still while a machine sleeps; the other clock may be set back.
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
