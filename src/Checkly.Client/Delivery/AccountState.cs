using System.Collections.Concurrent;
using System.Runtime.CompilerServices;

namespace Checkly;

/// <summary>
/// The state that all sessions of this process with one account on one server share: the known ids, the pause that the server has
/// requested, and the POSTs in progress or in doubt. Without it, two sessions that post the same text could claim each other's
/// entries. It lives as long as the process, because a new session talks to the same server.
/// </summary>
internal sealed class AccountState
{
    // Far more than a process leaves in doubt; it bounds the memory that a runaway loop can use.
    private const int MostInDoubt = 1_000;

    // A longer pause is cut off, because the process may live for days.
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(10);

    // Shorter than the resolution of a timer.
    private static readonly TimeSpan Negligible = TimeSpan.FromMilliseconds(20);
    private static readonly ConditionalWeakTable<DeliveryClock, ConcurrentDictionary<string, AccountState>> Shared = new();
    private readonly object _gate = new();
    private readonly HashSet<string> _inDoubt = new(StringComparer.Ordinal);
    private readonly Queue<string> _inDoubtOrder = new();
    private (TimeSpan Until, ChecklyErrorKind Why) _pause;

    /// <summary>The ids seen so far.</summary>
    public KnownIds Known { get; } = new();

    /// <summary>Keeps the account within the rates of the API.</summary>
    public RateLimiter RateLimiter { get; } = new();

    /// <summary>
    /// Allows one POST with the same content at a time: with two in progress and one new entry, nobody could tell whose entry it is.
    /// </summary>
    public KeyedLock Posts { get; } = new();

    /// <summary>
    /// Allows one change of the same object at a time: of two changes, one would write back values that it read before the other.
    /// </summary>
    public KeyedLock Changes { get; } = new();

    /// <summary>The state of the account that a client uses.</summary>
    public static AccountState For(ChecklyClientOptions options)
    {
        if (options.Handler is not null || options.AccountId is null)
        {
            // A handler is a server of its own; without an account id, nobody knows which sessions have the same account.
            return new AccountState();
        }

        string account = $"{options.BaseUri.AbsoluteUri.TrimEnd('/')} {options.AccountId.ToUpperInvariant()}";
        return Shared.GetOrCreateValue(options.Clock).GetOrAdd(account, static _ => new AccountState());
    }

    /// <summary>Holds back all requests for a time, at most ten minutes, because the server asked for it.</summary>
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

    /// <summary>The rest of the pause, and the kind of the answer that asked for it; zero when requests may be sent.</summary>
    public (TimeSpan Left, ChecklyErrorKind Why) PauseLeft(DeliveryClock clock)
    {
        lock (_gate)
        {
            TimeSpan left = _pause.Until - clock.Now;
            return (left > Negligible ? left : TimeSpan.Zero, _pause.Why);
        }
    }

    /// <summary>Records that a call ended while POSTs with this content may still arrive.</summary>
    public void LeaveInDoubt(string content)
    {
        lock (_gate)
        {
            if (_inDoubt.Add(content))
            {
                _inDoubtOrder.Enqueue(content);
                if (_inDoubtOrder.Count > MostInDoubt)
                {
                    _inDoubt.Remove(_inDoubtOrder.Dequeue());
                }
            }
        }
    }

    /// <summary>Whether an earlier POST with this content may still arrive.</summary>
    public bool IsInDoubt(string content)
    {
        lock (_gate)
        {
            return _inDoubt.Contains(content);
        }
    }
}
