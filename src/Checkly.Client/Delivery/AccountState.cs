using System.Collections.Concurrent;

namespace Checkly;

/// <summary>
/// What all sessions of this process with one account on one server share: the ids they have met, the pause that the server
/// asked for, and which POSTs are under way or in doubt. Two sessions that post the same text would otherwise take each
/// other's entries for their own. It lasts as long as the process: a new session meets the same server.
/// </summary>
internal sealed class AccountState
{
    // Far more texts than a process leaves in doubt; it bounds what a runaway loop can pile up.
    private const int MostInDoubt = 1_000;

    // A server that asks for more is asked again all the same: the process may live for days.
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(10);

    // Shorter than a timer is exact.
    private static readonly TimeSpan Negligible = TimeSpan.FromMilliseconds(20);
    private static readonly ConcurrentDictionary<(Uri, string, DeliveryClock), AccountState> Shared = new();
    private readonly object _gate = new();
    private readonly Dictionary<string, int> _inDoubt = new(StringComparer.Ordinal);
    private readonly Queue<string> _inDoubtOrder = new();
    private (TimeSpan Until, ChecklyErrorKind Why) _pause;

    /// <summary>The ids met so far.</summary>
    public KnownIds Known { get; } = new();

    /// <summary>
    /// Lets one POST with a content be under way, and one change of a thing: when two are and one entry appears, nobody can tell
    /// whose it is, and a change that writes back what it has read would undo the other.
    /// </summary>
    public KeyedLock Locks { get; } = new();

    /// <summary>The state of the account that a client uses.</summary>
    public static AccountState For(ChecklyClientOptions options)
    {
        if (options.Handler is not null || options.AccountId is null)
        {
            // A sandbox is a world of its own.
            return new AccountState();
        }

        return Shared.GetOrAdd((options.BaseUri, options.AccountId.ToUpperInvariant(), options.Clock), _ => new AccountState());
    }

    /// <summary>Lets no request go out for a time, ten minutes at most, since the server asked for that.</summary>
    /// <param name="clock">The client's clock.</param>
    /// <param name="wait">How long.</param>
    /// <param name="why">What the server answered.</param>
    public void Pause(DeliveryClock clock, TimeSpan wait, ChecklyErrorKind why)
    {
        lock (_gate)
        {
            TimeSpan until = clock.Now + (wait < LongestPause ? wait : LongestPause);
            if (until > _pause.Until)
            {
                _pause = (until, why);
            }
        }
    }

    /// <summary>What is left of the pause, and what the server had answered; zero when requests may go out.</summary>
    public (TimeSpan Left, ChecklyErrorKind Why) PauseLeft(DeliveryClock clock)
    {
        lock (_gate)
        {
            TimeSpan left = _pause.Until - clock.Now;
            return (left > Negligible ? left : TimeSpan.Zero, _pause.Why);
        }
    }

    /// <summary>Records that POSTs with this content ended without anyone knowing what became of them: they may arrive yet.</summary>
    public void LeaveInDoubt(string content, int attempts)
    {
        lock (_gate)
        {
            if (!_inDoubt.TryGetValue(content, out int before))
            {
                _inDoubtOrder.Enqueue(content);
                if (_inDoubtOrder.Count > MostInDoubt)
                {
                    _inDoubt.Remove(_inDoubtOrder.Dequeue());
                }
            }

            _inDoubt[content] = before + attempts;
        }
    }

    /// <summary>Whether an earlier POST with this content may arrive yet.</summary>
    public bool IsInDoubt(string content)
    {
        lock (_gate)
        {
            return _inDoubt.ContainsKey(content);
        }
    }
}
