namespace Checkly;

/// <summary>Credentials and their source.</summary>
public sealed record ChecklyLogin
{
    private ChecklyLogin(ApiKey apiKey, string? accountId, string source)
    {
        ApiKey = apiKey;
        AccountId = accountId;
        Source = source;
    }

    /// <summary>The API key.</summary>
    public ApiKey ApiKey { get; }

    /// <summary>The account id, a GUID; <see langword="null"/> when the source has none.</summary>
    public string? AccountId { get; }

    /// <summary>The source of the key in words, such as <c>the environment variable CHECKLY_API_KEY</c>.</summary>
    public string Source { get; }

    /// <summary>Validates credentials.</summary>
    /// <param name="key">The key.</param>
    /// <param name="keySource">The source of the key in words.</param>
    /// <param name="accountId">The account id, if any.</param>
    /// <param name="accountSource">The source of the account id in words.</param>
    /// <returns>The credentials.</returns>
    /// <exception cref="FormatException">
    /// The key or the account id is invalid. The message names the source and not the value: people mix the two up, and then the value
    /// is the key.
    /// </exception>
    public static ChecklyLogin Create(string key, string keySource, string? accountId, string accountSource)
    {
        CheckAccountId(accountId, accountSource);
        try
        {
            return new ChecklyLogin(new ApiKey(key), accountId, keySource);
        }
        catch (FormatException refusal)
        {
            throw new FormatException($"What {keySource} holds cannot be used. {refusal.Message}", refusal);
        }
    }

    /// <summary>Creates credentials with the same key for another account.</summary>
    /// <param name="accountId">The account id.</param>
    /// <param name="accountSource">The source of the account id in words.</param>
    /// <returns>The credentials.</returns>
    /// <exception cref="FormatException">The account id is not a GUID.</exception>
    public ChecklyLogin For(string accountId, string accountSource)
    {
        CheckAccountId(accountId, accountSource);
        return new ChecklyLogin(ApiKey, accountId, Source);
    }

    private static void CheckAccountId(string? accountId, string accountSource)
    {
        if (accountId is not null && !ApiId.IsGuid(accountId))
        {
            throw new FormatException($"What {accountSource} holds is not an account id. An account id is a GUID such as d43967ee-81db-4e0b-a18c-06be5c995288.");
        }
    }
}
