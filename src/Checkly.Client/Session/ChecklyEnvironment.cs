namespace Checkly;

/// <summary>The environment variables that users of the official CLI and of the Terraform provider already have.</summary>
public static class ChecklyEnvironment
{
    /// <summary>The variable of the API key.</summary>
    public const string ApiKeyVariable = "CHECKLY_API_KEY";

    /// <summary>The variable of the account id.</summary>
    public const string AccountIdVariable = "CHECKLY_ACCOUNT_ID";

    /// <summary>The variable of the API's address (Terraform provider).</summary>
    public const string BaseUriVariable = "CHECKLY_API_URL";

    /// <summary>How messages name the place of the account id.</summary>
    public const string AccountIdSource = "the environment variable " + AccountIdVariable;

    private const string ApiKeySource = "the environment variable " + ApiKeyVariable;

    /// <summary>The account id that is set, if any.</summary>
    public static string? AccountId => Read(AccountIdVariable);

    /// <summary>The address that is set, if any.</summary>
    /// <exception cref="FormatException">It is no absolute address.</exception>
    public static Uri? BaseUri => Read(BaseUriVariable) switch
    {
        null => null,
        { } text when Uri.TryCreate(text, UriKind.Absolute, out Uri? uri) => uri,
        // Not repeated: it may be a key in the wrong place.
        _ => throw new FormatException($"What the environment variable {BaseUriVariable} holds is no absolute address."),
    };

    /// <summary>The credentials that are set.</summary>
    /// <returns>The credentials, or <see langword="null"/> when no key is set.</returns>
    /// <exception cref="FormatException">Key or account id are none.</exception>
    public static ChecklyLogin? FindLogin() => Read(ApiKeyVariable) is not { } key
        ? null
        : ChecklyLogin.Create(key, ApiKeySource, AccountId, AccountIdSource);

    private static string? Read(string variable) =>
        Environment.GetEnvironmentVariable(variable)?.Trim() is { Length: > 0 } value ? value : null;
}
