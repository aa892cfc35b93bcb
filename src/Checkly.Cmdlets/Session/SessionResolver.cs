namespace Checkly;

/// <summary>Which session a cmdlet uses: the one given, else the runspace's, else the environment's.</summary>
internal static class SessionResolver
{
    /// <exception cref="ChecklyApiException">There is none, or its configuration is broken.</exception>
    public static ChecklySession Resolve(ChecklyCommand command, ChecklySession? given)
    {
        if (given is not null)
        {
            return given.IsConnected ? given : throw NotConnected("The session given with -Session was disconnected.");
        }

        SessionSlot slot = SessionSlot.Current;
        return slot.Connected ?? FromEnvironment(command, slot) ?? throw NotConnected("There is no session with Checkly. Run Connect-Checkly first.");
    }

    /// <summary>What is wrong with the configuration, as the one exception.</summary>
    public static ChecklyApiException NotConnected(string message, Exception? inner = null) =>
        new(ChecklyErrorKind.NotConnected, message, inner);

    private static ChecklySession? FromEnvironment(ChecklyCommand command, SessionSlot slot)
    {
        ChecklyLogin? login;
        Uri baseUri;
        try
        {
            login = ChecklyEnvironment.FindLogin();
            baseUri = ChecklyEnvironment.BaseUri ?? BaseAddress.Default;
        }
        catch (Exception broken) when (broken is ArgumentException or FormatException)
        {
            throw NotConnected(broken.Message, broken);
        }

        if (login is null)
        {
            return null;
        }

        if (slot.FromEnvironment(login, baseUri) is { } kept)
        {
            return kept;
        }

        ChecklySession session = SessionOpener.Open(command, login, new ChecklyClientOptions { BaseUri = baseUri }, check: false);
        slot.KeepFromEnvironment(login, baseUri, session);
        return session;
    }
}
