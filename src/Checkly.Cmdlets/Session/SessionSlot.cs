using System.Management.Automation.Runspaces;
using System.Runtime.CompilerServices;

namespace Checkly;

/// <summary>
/// Holds the session of each runspace, which cmdlets use without -Session. It lives as long as its runspace, so that two
/// runspaces of one process can use two accounts.
/// </summary>
internal sealed class SessionSlot
{
    private static readonly ConditionalWeakTable<Runspace, SessionSlot> Slots = new();
    private static readonly List<WeakReference<ChecklySession>> Chosen = [];
    private (string? AccountId, Uri BaseUri, ChecklySession Session)? _fromEnvironment;
    private ChecklySession? _connected;

    /// <summary>The slot of the runspace that this thread works for.</summary>
    public static SessionSlot Current => Slots.GetOrCreateValue(Runspace.DefaultRunspace);

    /// <summary>What Connect-Checkly left here, as long as it is connected.</summary>
    public ChecklySession? Connected
    {
        get => _connected is { IsConnected: true } ? _connected : null;
        set
        {
            _connected = value;
            ConnectFailed = false;
            if (value is not null)
            {
                lock (Chosen)
                {
                    Chosen.RemoveAll(known => !known.TryGetTarget(out _));
                    Chosen.Add(new WeakReference<ChecklySession>(value));
                }
            }
        }
    }

    /// <summary>
    /// Whether the last Connect-Checkly failed. If so, the credentials of the environment are not used, because the commands that
    /// follow were meant for another account.
    /// </summary>
    public bool ConnectFailed { get; private set; }

    /// <summary>
    /// Whether the session of Connect-Checkly was ended from another runspace. The credentials of the environment are not used
    /// then either.
    /// </summary>
    public bool WasEnded => _connected is { IsConnected: false };

    /// <summary>
    /// Whether this is a worker of ForEach-Object -Parallel while another runspace of the process has a session. The work was
    /// most likely meant for that session, which may be a sandbox, and not for the account of the environment.
    /// </summary>
    public static bool IsWorkerBesideSession
    {
        get
        {
            if (!EngineWorkarounds.IsParallelWorker(Runspace.DefaultRunspace))
            {
                return false;
            }

            lock (Chosen)
            {
                return Chosen.Exists(known => known.TryGetTarget(out ChecklySession? session) && session.IsConnected);
            }
        }
    }

    /// <summary>Ends what serves sessions of this process to other programs, also those that a script holds.</summary>
    public static void StopServing()
    {
        lock (Chosen)
        {
            foreach (WeakReference<ChecklySession> known in Chosen)
            {
                if (known.TryGetTarget(out ChecklySession? session))
                {
                    session.StopServing();
                }
            }
        }
    }

    /// <summary>Forgets the session. Until <see cref="Connected"/> is set, <see cref="ConnectFailed"/> is true.</summary>
    public void BeginConnect()
    {
        if (_connected is { IsHandedOut: false })
        {
            // No script holds this session, so its connections can be closed now.
            _connected.Close();
        }

        Connected = null;
        ConnectFailed = true;
    }

    /// <summary>
    /// Ends the session of this runspace and forgets its key, wherever the credentials came from, and clears the state of a
    /// failed Connect-Checkly. A session from the environment that a script holds stays open when another session was ended.
    /// </summary>
    /// <returns>The session that cmdlets would have used; <see langword="null"/> when it had no session.</returns>
    public ChecklySession? End()
    {
        ChecklySession? fromEnvironment = _fromEnvironment?.Session;
        ChecklySession? ended = Connected ?? (fromEnvironment is { IsConnected: true } ? fromEnvironment : null);
        ended?.Close();
        if (fromEnvironment is { IsHandedOut: false })
        {
            fromEnvironment.Close();
        }

        _fromEnvironment = null;
        Connected = null;
        return ended;
    }

    /// <summary>The session made from the environment's variables, as long as they are the same.</summary>
    public ChecklySession? FromEnvironment(ChecklyLogin login, Uri baseUri) =>
        _fromEnvironment is { Session.IsConnected: true } made && made.AccountId == login.AccountId && made.BaseUri == baseUri
        && made.Session.Source == login.Source && login.ApiKey.Equals(made.Session.Client.Options.ApiKey) ? made.Session : null;

    /// <summary>Keeps a session that was made from the environment's variables; the key is in the session alone.</summary>
    public void KeepFromEnvironment(ChecklyLogin login, Uri baseUri, ChecklySession session) =>
        _fromEnvironment = (login.AccountId, baseUri, session);
}
