namespace Checkly;

/// <summary>Which session a cmdlet uses: the one given, else the runspace's, else the environment's.</summary>
internal static class SessionResolver
{
    /// <exception cref="ChecklyApiException">There is none, or its configuration is broken.</exception>
    public static ChecklySession Resolve(ChecklyCommand command, ChecklySession? given)
    {
        if (given is not null)
        {
            return given.IsConnected ? given : throw NotConnected("The session given with -Session is not connected: it was disconnected, or not made by Connect-Checkly.");
        }

        SessionSlot slot = SessionSlot.Current;
        if (slot.Connected is { } connected)
        {
            return connected;
        }

        if (slot.WasEnded)
        {
            throw NotConnected("The session of this runspace was ended. Run Connect-Checkly again, or Disconnect-Checkly to go back to the environment's credentials.");
        }

        if (slot.ConnectFailed)
        {
            throw NotConnected("The last Connect-Checkly of this runspace failed. Run Connect-Checkly again, or Disconnect-Checkly to go back to the environment's credentials.");
        }

        if (SessionSlot.IsWorkerBesideSession)
        {
            throw NotConnected("This worker of ForEach-Object -Parallel has no session of its own. Give it one: -Session $using:session, where $session is what Get-ChecklySession or Connect-Checkly -PassThru returned.");
        }

        return FromEnvironment(command, slot) ?? throw NotConnected("There is no session with Checkly. Run Connect-Checkly first.");
    }

    /// <summary>The session that a cmdlet would use now, if it stands or can be made without asking anybody. Never fails.</summary>
    public static ChecklySession? Standing()
    {
        SessionSlot slot = SessionSlot.Current;
        if (slot.Connected is not null || slot.WasEnded || slot.ConnectFailed || SessionSlot.IsWorkerBesideSession)
        {
            return slot.Connected;
        }

        try
        {
            return ReadEnvironment() is not var (login, baseUri) ? null
                : slot.FromEnvironment(login, baseUri) ?? (login.AccountId is null ? null : Keep(slot, login, baseUri, SessionOpener.Open(null, login, new ChecklyClientOptions { BaseUri = baseUri }, check: false)));
        }
        catch (ChecklyApiException)
        {
            return null;
        }
    }

    /// <summary>What is wrong with the configuration, as the one exception.</summary>
    public static ChecklyApiException NotConnected(string message, Exception? inner = null) =>
        new(ChecklyErrorKind.NotConnected, message, inner);

    private static ChecklySession? FromEnvironment(ChecklyCommand command, SessionSlot slot)
    {
        if (ReadEnvironment() is not var (login, baseUri))
        {
            return null;
        }

        if (slot.FromEnvironment(login, baseUri) is { } kept)
        {
            return kept;
        }

        return Keep(slot, login, baseUri, SessionOpener.Open(command, login, new ChecklyClientOptions { BaseUri = baseUri }, check: false));
    }

    private static ChecklySession Keep(SessionSlot slot, ChecklyLogin login, Uri baseUri, ChecklySession session)
    {
        slot.KeepFromEnvironment(login, baseUri, session);
        return session;
    }

    private static (ChecklyLogin Login, Uri BaseUri)? ReadEnvironment()
    {
        try
        {
            return ChecklyEnvironment.FindLogin() is { } login ? (login, ChecklyEnvironment.BaseUri ?? BaseAddress.Default) : null;
        }
        catch (FormatException broken)
        {
            throw NotConnected(broken.Message, broken);
        }
    }
}
