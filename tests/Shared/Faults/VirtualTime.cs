namespace Checkly.Tests;

/// <summary>
/// A client's time that passes at once, for clients that send one request after another; and the clock of a server that is
/// 37 minutes fast.
/// </summary>
public sealed class VirtualTime(int seed) : DeliveryClock, IFaultTime
{
    private static readonly DateTimeOffset Start = new(2026, 11, 23, 3, 0, 0, TimeSpan.Zero);
    private readonly object _gate = new();
    private readonly Random _random = new(seed);
    private readonly PriorityQueue<Action, TimeSpan> _due = new();
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
        AdvanceTo(Now + wait);
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

    public void Pass() => AdvanceTo(Now + TimeSpan.FromMilliseconds(7));

    public void Hang()
    {
        (TimeSpan due, CancellationTokenSource source) = _timeout!.Value;
        AdvanceTo(due);
        // Elsewhere: the client goes on from there.
        _ = source.CancelAsync();
    }

    public void After(TimeSpan wait, Action action)
    {
        lock (_gate)
        {
            _due.Enqueue(action, _now + wait);
        }
    }

    /// <summary>Lets time pass, with all that is due meanwhile.</summary>
    private void AdvanceTo(TimeSpan time)
    {
        while (true)
        {
            Action action;
            lock (_gate)
            {
                if (!_due.TryPeek(out _, out TimeSpan due) || due > time)
                {
                    _now = time > _now ? time : _now;
                    return;
                }

                action = _due.Dequeue();
                _now = due > _now ? due : _now;
            }

            action();
        }
    }
}
