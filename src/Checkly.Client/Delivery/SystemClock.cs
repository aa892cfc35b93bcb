using System.Diagnostics;

namespace Checkly;

/// <summary>The machine's time.</summary>
internal sealed class SystemClock : DeliveryClock
{
    private readonly Random _random = new();

    public override TimeSpan Now => TimeSpan.FromSeconds(Stopwatch.GetTimestamp() / (double)Stopwatch.Frequency);

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
