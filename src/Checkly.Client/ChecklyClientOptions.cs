using System.Net;
using System.Net.Http;

namespace Checkly;

/// <summary>What a <see cref="ChecklyClient"/> needs to know before it can send.</summary>
public sealed record ChecklyClientOptions
{
    /// <summary>The key that goes into the <c>Authorization</c> header of every request.</summary>
    public ApiKey? ApiKey { get; init; }

    /// <summary>The account (a GUID) that goes into the <c>x-checkly-account</c> header; left out while not known.</summary>
    public string? AccountId { get; init; }

    /// <summary>The address of the API; default <see cref="BaseAddress.Default"/>.</summary>
    public Uri BaseUri { get; init; } = BaseAddress.Default;

    /// <summary>How long one request may take, from the first byte out to the last byte in; default 30 s.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>A proxy to use instead of the system's.</summary>
    public Uri? Proxy { get; init; }

    /// <summary>What to tell <see cref="Proxy"/> when it asks.</summary>
    public NetworkCredential? ProxyCredential { get; init; }

    /// <summary>Takes the place of the network, as the sandbox does. It must follow no redirects.</summary>
    public HttpMessageHandler? Handler { get; init; }
}
