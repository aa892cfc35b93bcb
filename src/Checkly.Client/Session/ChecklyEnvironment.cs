namespace Checkly;

/// <summary>The environment variables that the official CLI and the Terraform provider use too.</summary>
public static class ChecklyEnvironment
{
    /// <summary>The variable that holds the API key.</summary>
    public const string ApiKeyVariable = "CHECKLY_API_KEY";

    /// <summary>The variable that holds the account id.</summary>
    public const string AccountIdVariable = "CHECKLY_ACCOUNT_ID";

    /// <summary>The variable that holds the address of the API, as in the Terraform provider.</summary>
    public const string BaseUriVariable = "CHECKLY_API_URL";

    /// <summary>The phrase by which messages name the source of the account id.</summary>
    public const string AccountIdSource = "the environment variable " + AccountIdVariable;

    private const string ApiKeySource = "the environment variable " + ApiKeyVariable;

    /// <summary>The account id that is set, if any.</summary>
    public static string? AccountId => Read(AccountIdVariable);

    /// <summary>The address that is set, if any.</summary>
    /// <exception cref="FormatException">The value is not an absolute address.</exception>
    public static Uri? BaseUri => Read(BaseUriVariable) switch
    {
        null => null,
        { } text when Uri.TryCreate(text, UriKind.Absolute, out Uri? uri) => uri,
        // The message does not repeat the value, which may be a key in the wrong place.
        _ => throw new FormatException($"What the environment variable {BaseUriVariable} holds is not an absolute address."),
    };

    /// <summary>The credentials that are set.</summary>
    /// <returns>The credentials, or <see langword="null"/> when no key is set.</returns>
    /// <exception cref="FormatException">The key or the account id is invalid.</exception>
    public static ChecklyLogin? FindLogin() => Read(ApiKeyVariable) is not { } key
        ? null
        : ChecklyLogin.Create(key, ApiKeySource, AccountId, AccountIdSource);

    private static string? Read(string variable) =>
        Environment.GetEnvironmentVariable(variable)?.Trim() is { Length: > 0 } value ? value : null;
}
