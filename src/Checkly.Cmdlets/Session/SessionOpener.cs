namespace Checkly;

/// <summary>Makes a session out of credentials: finds the account and checks that the API takes them.</summary>
internal static class SessionOpener
{
    /// <param name="command">The cmdlet that needs the session; <see langword="null"/> is allowed when the account is known and the credentials are not checked.</param>
    /// <param name="login">The credentials.</param>
    /// <param name="options">Everything else.</param>
    /// <param name="check">Whether to ask the API for the account, so that a wrong key fails now.</param>
    /// <exception cref="SetupException">The address cannot be used, or there is not exactly one account to choose.</exception>
    /// <exception cref="ChecklyApiException">The API does not take the credentials, or did not answer.</exception>
    public static ChecklySession Open(ChecklyCommand? command, ChecklyLogin login, ChecklyClientOptions options, bool check)
    {
        command?.WriteVerbose(options.Handler is null ? $"Using the API key from {login.Source}." : "Using a sandbox: no API key is needed.");
        if ((BaseAddress.Refusal(options.BaseUri) ?? BaseAddress.ProxyRefusal(options.BaseUri, options.Proxy)) is { } refusal)
        {
            // Credentials from the environment have not been validated yet.
            throw new SetupException(SetupProblem.Environment, $"{ChecklyEnvironment.BaseUriVariable}: {refusal}");
        }

        options = options with { ApiKey = login.ApiKey };
        Account? account = null;
        if (login.AccountId is null)
        {
            account = FindOnlyAccount(command!, login, options);
        }

        string accountId = login.AccountId ?? account!.Id!;
        var client = new ChecklyClient(options with { AccountId = accountId });
        try
        {
            if (check)
            {
                account = command!.Send(client, AccountRequests.Me());
            }

            var session = new ChecklySession(client, accountId, Shown(account?.Name, login), Shown(account?.Plan, login), login.Source, options.Handler is not null);
            if (account is not null && !ApiId.Same(account.Id, accountId))
            {
                command?.WriteWarning($"The API answers for account {Shown(account.Id, login)} ({session.AccountName}) where account {accountId} was asked for.");
            }

            command?.WriteVerbose($"Session for {session}.");
            return session;
        }
        catch
        {
            client.Dispose();
            throw;
        }
    }

    private static Account FindOnlyAccount(ChecklyCommand command, ChecklyLogin login, ChecklyClientOptions options)
    {
        using var client = new ChecklyClient(options);
        Account[] accounts = command.Send(client, AccountRequests.List());
        return accounts.Length switch
        {
            1 => accounts[0],
            0 => throw new SetupException(SetupProblem.NoAccount, "The API key can use no account."),
            _ => throw new SetupException(
                SetupProblem.SeveralAccounts,
                "The API key can use several accounts; choose one with -AccountId or CHECKLY_ACCOUNT_ID: "
                + string.Join(", ", accounts.Select(account => $"{Shown(account.Name, login)} ({Shown(account.Id, login)})")) + "."),
        };
    }

    /// <summary>Text of the server on one line and without the API key, so that it can be shown wherever the session is.</summary>
    private static string? Shown(string? text, ChecklyLogin login) =>
        text is null ? null : login.ApiKey.Redact(DisplayText.OneLine(text));
}
