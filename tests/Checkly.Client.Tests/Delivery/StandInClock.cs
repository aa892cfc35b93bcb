namespace Checkly.Client.Tests;

/// <summary>A time that passes only while a client waits, and then at once.</summary>
public sealed class StandInClock : DeliveryClock
{
    private readonly object _lock = new();
    private readonly List<TimeSpan> _waits = [];
    private (TimeSpan Length, CancellationTokenSource Source) _newest;
    private TimeSpan _now = TimeSpan.FromHours(1);

    public override TimeSpan Now => _now;

    public override double Jitter => Spread;

    /// <summary>What <see cref="Jitter"/> answers.</summary>
    public double Spread { get; set; }

    /// <summary>Every wait, in order.</summary>
    public IReadOnlyList<TimeSpan> Waits => _waits;

    /// <summary>Every wait in seconds.</summary>
    public IEnumerable<double> Seconds => _waits.Select(wait => wait.TotalSeconds);

    /// <summary>Is called when a wait begins.</summary>
    public Action OnWait { get; set; } = () => { };

    public override Task Delay(TimeSpan wait, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            _waits.Add(wait);
        }

        OnWait();
        if (cancellationToken.IsCancellationRequested)
        {
            return Task.FromCanceled(cancellationToken);
        }

        Pass(wait);
        return Task.CompletedTask;
    }

    public override CancellationTokenSource CreateTimeout(TimeSpan timeout)
    {
        var source = new CancellationTokenSource();
        _newest = (timeout, source);
        return source;
    }

    /// <summary>Lets time go by.</summary>
    public void Pass(TimeSpan time)
    {
        lock (_lock)
        {
            _now += time;
        }
    }

    /// <summary>Lets the time go by that the request under way may take.</summary>
    public void Expire()
    {
        Pass(_newest.Length);
        _newest.Source.Cancel();
    }
}
