namespace Checkly;

/// <summary>Which session a cmdlet uses: the one given, else the runspace's, else the environment's.</summary>
internal static class SessionResolver
{
    /// <summary>The error where there is no session and nothing to make one of.</summary>
    public static SetupException NoSession => new(SetupProblem.NoCredentials, "There is no session with Checkly. Run Connect-Checkly first.");

    /// <exception cref="SetupException">There is no session, or its configuration is invalid.</exception>
    /// <exception cref="ChecklyApiException">The request for the account failed.</exception>
    public static ChecklySession Resolve(ChecklyCommand command, ChecklySession? given)
    {
        if (given is not null)
        {
            return given.IsConnected ? given : throw new SetupException(SetupProblem.GivenSession, "The session given with -Session is not connected: it was disconnected, or not made by Connect-Checkly.");
        }

        SessionSlot slot = SessionSlot.Current;
        if (slot.Connected is { } connected)
        {
            return connected;
        }

        if (WhyNotEnvironment(slot) is { } refusal)
        {
            throw refusal;
        }

        return FromEnvironment(command, slot) ?? throw NoSession;
    }

    /// <summary>
    /// The session that a cmdlet would use now, if there is one or it can be made without a request; otherwise <see langword="null"/>. Never
    /// fails.
    /// </summary>
    public static ChecklySession? FindCurrent()
    {
        SessionSlot slot = SessionSlot.Current;
        try
        {
            return slot.Connected ?? (WhyNotEnvironment(slot) is null ? FromEnvironment(null, slot) : null);
        }
        catch (Exception none) when (none is SetupException or ChecklyApiException)
        {
            return null;
        }
    }

    /// <summary>Why the environment must not be used where a runspace has no session: the commands that follow may be meant for another account.</summary>
    private static SetupException? WhyNotEnvironment(SessionSlot slot) =>
        slot.WasEnded ? new(SetupProblem.LostSession, "The session of this runspace was ended. Run Connect-Checkly again, or Disconnect-Checkly to go back to the environment's credentials.")
        : slot.ConnectFailed ? new(SetupProblem.LostSession, "The last Connect-Checkly of this runspace failed. Run Connect-Checkly again, or Disconnect-Checkly to go back to the environment's credentials.")
        : SessionSlot.IsWorkerBesideSession ? new(SetupProblem.Worker, "This worker of ForEach-Object -Parallel has no session of its own. Give it one: -Session $using:session, where $session is what Get-ChecklySession or Connect-Checkly -PassThru returned.")
        : null;

    /// <summary>The session of the environment's variables. Without a cmdlet the API cannot be asked for the account, and CHECKLY_ACCOUNT_ID must be set.</summary>
    private static ChecklySession? FromEnvironment(ChecklyCommand? command, SessionSlot slot)
    {
        if (ReadEnvironment() is not var (login, baseUri))
        {
            return null;
        }

        if (slot.FromEnvironment(login, baseUri) is { } kept)
        {
            return kept;
        }

        if (command is null && login.AccountId is null)
        {
            return null;
        }

        ChecklySession session = SessionOpener.Open(command, login, new ChecklyClientOptions { BaseUri = baseUri }, check: false);
        slot.KeepFromEnvironment(login, baseUri, session);
        return session;
    }

    private static (ChecklyLogin Login, Uri BaseUri)? ReadEnvironment() => SetupException.Unless<(ChecklyLogin, Uri)?>(
        SetupProblem.Environment,
        () => ChecklyEnvironment.FindLogin() is { } login ? (login, ChecklyEnvironment.BaseUri ?? BaseAddress.Default) : null);
}
