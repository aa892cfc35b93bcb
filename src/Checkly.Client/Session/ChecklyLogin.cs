namespace Checkly;

/// <summary>Credentials and where they were found.</summary>
public sealed record ChecklyLogin
{
    /// <summary>The API key.</summary>
    public required ApiKey ApiKey { get; init; }

    /// <summary>The account id (a GUID); <see langword="null"/> when the place has none.</summary>
    public string? AccountId { get; init; }

    /// <summary>The place in words, such as <c>the environment variable CHECKLY_API_KEY</c>.</summary>
    public required string Source { get; init; }
}
