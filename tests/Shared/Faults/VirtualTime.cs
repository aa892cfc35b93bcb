namespace Checkly.Tests;

/// <summary>
/// A client's time that passes at once, for one client that sends one request after another; and the clock of a server
/// that is 37 minutes fast.
/// </summary>
public sealed class VirtualTime(int seed) : DeliveryClock, IFaultTime
{
    private static readonly DateTimeOffset Start = new(2026, 11, 23, 3, 0, 0, TimeSpan.FromMinutes(0));
    private readonly object _gate = new();
    private readonly Random _random = new(seed);
    private readonly List<Action> _later = [];
    private TimeSpan _now;
    private (TimeSpan Due, CancellationTokenSource Source)? _timeout;

    public override TimeSpan Now
    {
        get
        {
            lock (_gate)
            {
                return _now;
            }
        }
    }

    public override double Jitter => _random.NextDouble();

    DateTimeOffset IFaultTime.Now => Start + Now + TimeSpan.FromMinutes(37);

    public override Task Delay(TimeSpan wait, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        Action[] later;
        lock (_gate)
        {
            later = [.. _later];
            _later.Clear();
            _now += wait / 2;
        }

        Array.ForEach(later, action => action());
        lock (_gate)
        {
            _now += wait / 2;
        }

        return Task.CompletedTask;
    }

    public override CancellationTokenSource CreateTimeout(TimeSpan timeout)
    {
        var source = new CancellationTokenSource();
        lock (_gate)
        {
            _timeout = (_now + timeout, source);
        }

        return source;
    }

    public void Pass()
    {
        lock (_gate)
        {
            _now += TimeSpan.FromMilliseconds(7);
        }
    }

    public void Hang()
    {
        CancellationTokenSource source;
        lock (_gate)
        {
            (_now, source) = _timeout!.Value;
        }

        // Elsewhere: the client goes on from there.
        _ = source.CancelAsync();
    }

    public void Soon(Action action) => Later(action);

    public void Later(Action action)
    {
        lock (_gate)
        {
            _later.Add(action);
        }
    }
}
