using System.Runtime.CompilerServices;

namespace Checkly;

/// <summary>
/// A session with Checkly: an account, an address, and the connection that holds the API key. The key is not a property, so that
/// no view, conversion or serialization can show it. A mock can set the properties. In a session of Connect-Checkly they are
/// read-only, because a changed value would have no effect.
/// </summary>
public sealed class ChecklySession
{
    private readonly bool _isMade;
    private readonly object _gate = new();
    private ChecklyClient? _client;
    private ServerLease? _server;

    /// <summary>Creates a session that is not connected, for mocks.</summary>
    public ChecklySession()
    {
    }

    internal ChecklySession(ChecklyClient client, string accountId, string? accountName, string? plan, string source, bool isSandbox)
    {
        AccountId = accountId;
        AccountName = accountName;
        Plan = plan;
        BaseUri = client.Options.BaseUri;
        TimeoutSec = client.Options.Timeout.TotalSeconds;
        MaximumRetryCount = client.Options.MaximumRetryCount;
        MaximumTotalSec = client.Options.MaximumTotalTime.TotalSeconds;
        AllowDuplicate = client.Options.AllowDuplicates;
        Source = source;
        IsSandbox = isSandbox;
        _client = client;
        _isMade = true;
    }

    /// <summary>The account's id, a GUID.</summary>
    public string AccountId { get; set => Set(ref field, value); } = string.Empty;

    /// <summary>The account's name; <see langword="null"/> when the credentials were not checked.</summary>
    public string? AccountName { get; set => Set(ref field, value); }

    /// <summary>The account's plan, such as <c>team</c>; <see langword="null"/> when the credentials were not checked.</summary>
    public string? Plan { get; set => Set(ref field, value); }

    /// <summary>The address of the API.</summary>
    public Uri BaseUri { get; set => Set(ref field, value); } = BaseAddress.Default;

    /// <summary>How long one attempt at a request may take, in seconds.</summary>
    public double TimeoutSec { get; set => Set(ref field, value); }

    /// <summary>How often a request is sent again after an attempt that failed.</summary>
    public int MaximumRetryCount { get; set => Set(ref field, value); }

    /// <summary>How long one request may take in all, with its attempts, waits and looks, in seconds.</summary>
    public double MaximumTotalSec { get; set => Set(ref field, value); }

    /// <summary>Whether a POST is sent again although an earlier attempt may still be carried out.</summary>
    public bool AllowDuplicate { get; set => Set(ref field, value); }

    /// <summary>Where the credentials were found, in words.</summary>
    public string Source { get; set => Set(ref field, value); } = string.Empty;

    /// <summary>Whether this is a Checkly in memory.</summary>
    public bool IsSandbox { get; set => Set(ref field, value); }

    /// <summary>When the session was made.</summary>
    public DateTimeOffset ConnectedAt { get; set => Set(ref field, value); } = DateTimeOffset.Now;

    /// <summary>Whether it can be used; <see langword="false"/> after Disconnect-Checkly, and for one made for a mock.</summary>
    public bool IsConnected => _client is not null;

    /// <summary>The connection.</summary>
    /// <exception cref="SetupException">The session has ended.</exception>
    internal ChecklyClient Client => _client ?? throw new SetupException(SetupProblem.LostSession, "The session was ended while the command was running. Nothing was sent.");

    internal SessionMemory Memory { get; } = new();

    /// <summary>Whether a script holds this session; the next Connect-Checkly then leaves it open.</summary>
    internal bool IsHandedOut { get; set; }

    /// <summary>Account and address.</summary>
    /// <returns>Such as <c>Acme (d43967ee-81db-4e0b-a18c-06be5c995288) at https://api.checklyhq.com/</c>.</returns>
    public override string ToString() => $"{AccountName ?? "account"} ({AccountId}) at {BaseUri}";

    /// <summary>
    /// The account, as a question names it: <c>account Acme (d43967ee-...)</c>, with the address if that is not the default one; or <c>the
    /// sandbox</c>.
    /// </summary>
    internal string Place =>
        IsSandbox ? "the sandbox"
        : $"account {(AccountName is null ? AccountId : $"{AccountName} ({AccountId})")}{(BaseUri == BaseAddress.Default ? string.Empty : $" at {BaseUri}")}";

    /// <summary>
    /// Ends the session. No object that still refers to it can reach the API key afterwards, nor answers in which it may be.
    /// </summary>
    internal void Close()
    {
        // In this order: without a client, nothing begins to serve any more.
        Interlocked.Exchange(ref _client, null)?.Dispose();
        StopServing();
        Memory.Clear();
    }

    /// <summary>What serves this session to other programs until it ends; started when nothing does yet.</summary>
    /// <param name="start">Starts it.</param>
    internal T Serve<T>(Func<T> start)
        where T : class, IDisposable
    {
        lock (_gate)
        {
            _ = Client;
            _server ??= new ServerLease(start());
            return (T)_server.Server;
        }
    }

    /// <summary>Ends what serves this session to other programs.</summary>
    internal void StopServing()
    {
        lock (_gate)
        {
            _server?.Dispose();
            _server = null;
        }
    }

    private void Set<T>(ref T field, T value, [CallerMemberName] string property = "") =>
        field = !_isMade ? value : throw new InvalidOperationException($"{property} of a session cannot be changed. Connect-Checkly makes another session.");

    /// <summary>Ends a server with the session that it serves, also where nobody has ended that one.</summary>
    private sealed class ServerLease(IDisposable server) : IDisposable
    {
        ~ServerLease() => Server.Dispose();

        public IDisposable Server { get; } = server;

        public void Dispose()
        {
            Server.Dispose();
            GC.SuppressFinalize(this);
        }
    }
}
