namespace Checkly;

/// <summary>The base address of the API, and the rules for addresses to which a key may be sent.</summary>
public static class BaseAddress
{
    /// <summary>The address of the public API, <c>https://api.checklyhq.com</c>, from its OpenAPI document.</summary>
    public static readonly Uri Default = new("https://api.checklyhq.com");

    /// <summary>Says why an address cannot be used.</summary>
    /// <param name="address">The base address; a path is kept in front of every request's path.</param>
    /// <returns>The reason as a sentence, or <see langword="null"/> when the address can be used.</returns>
    public static string? Refusal(Uri address)
    {
        if (address is null)
        {
            throw new ArgumentNullException(nameof(address));
        }

        if (!address.IsAbsoluteUri || (address.Scheme != Uri.UriSchemeHttps && address.Scheme != Uri.UriSchemeHttp))
        {
            return "The base address must be an absolute https address such as https://api.checklyhq.com.";
        }

        if (address.Scheme == Uri.UriSchemeHttp && !address.IsLoopback)
        {
            return $"The base address '{address.Scheme}://{address.Authority}' is not encrypted: the API key would travel in clear. Use https; http is accepted for loopback addresses only.";
        }

        return address.UserInfo.Length > 0 || address.Query.Length > 0 || address.Fragment.Length > 0
            ? "The base address must be a plain address, without user information, query or fragment."
            : null;
    }

    /// <summary>Says why an address must not be reached through a proxy.</summary>
    /// <param name="address">The base address; <see langword="null"/> while it is not known.</param>
    /// <param name="proxy">The proxy, if any.</param>
    /// <returns>The reason as a sentence, or <see langword="null"/> when it may.</returns>
    public static string? ProxyRefusal(Uri? address, Uri? proxy) =>
        address?.Scheme == Uri.UriSchemeHttp && proxy is { IsLoopback: false }
            ? "With an address that is not encrypted, the API key would travel to the proxy in clear."
            : null;
}
