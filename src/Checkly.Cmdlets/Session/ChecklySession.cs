namespace Checkly;

/// <summary>
/// A session with Checkly: an account, an address, and behind it the connection that holds the API key. The key is no
/// property of it, so that no view, no conversion and no serialisation can show it.
/// </summary>
public sealed class ChecklySession
{
    private bool _closed;

    /// <summary>Creates a session that is not connected, for mocks.</summary>
    public ChecklySession()
    {
        AccountId = string.Empty;
        BaseUri = BaseAddress.Default;
        Source = string.Empty;
    }

    internal ChecklySession(ChecklyClient client, string accountId, Account? account, string source, bool isSandbox)
    {
        Client = client;
        AccountId = accountId;
        AccountName = account?.Name;
        Plan = account?.Plan;
        BaseUri = client.Options.BaseUri;
        TimeoutSec = client.Options.Timeout.TotalSeconds;
        Source = source;
        IsSandbox = isSandbox;
    }

    /// <summary>The account's id, a GUID.</summary>
    public string AccountId { get; set; }

    /// <summary>The account's name; not known when the credentials were not checked.</summary>
    public string? AccountName { get; set; }

    /// <summary>The account's plan, such as <c>team</c>; not known when the credentials were not checked.</summary>
    public string? Plan { get; set; }

    /// <summary>The address of the API.</summary>
    public Uri BaseUri { get; set; }

    /// <summary>How long one request may take, in seconds.</summary>
    public double TimeoutSec { get; set; }

    /// <summary>Where the credentials were found, in words.</summary>
    public string Source { get; set; }

    /// <summary>Whether this is a Checkly in memory.</summary>
    public bool IsSandbox { get; set; }

    /// <summary>When the session was made.</summary>
    public DateTimeOffset ConnectedAt { get; set; } = DateTimeOffset.Now;

    /// <summary>Whether it can be used; <see langword="false"/> after Disconnect-Checkly.</summary>
    public bool IsConnected => Client is not null && !_closed;

    internal ChecklyClient? Client { get; }

    internal SessionMemory Memory { get; } = new();

    /// <summary>Account and address.</summary>
    /// <returns>Such as <c>Acme (d43967ee-81db-4e0b-a18c-06be5c995288) at https://api.checklyhq.com/</c>.</returns>
    public override string ToString() => $"{AccountName ?? "account"} ({AccountId}) at {BaseUri}";

    internal void Close()
    {
        _closed = true;
        Client?.Dispose();
    }
}
