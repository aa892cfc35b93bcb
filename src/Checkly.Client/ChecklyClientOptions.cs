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

    /// <summary>How many further tries there may be after the first; default 4. Looks for a lost POST are not counted.</summary>
    public int MaximumRetryCount { get; init; } = 4;

    /// <summary>How long all the waiting for one request may take, tries not counted; default 120 s.</summary>
    public TimeSpan MaximumRetryWait { get; init; } = TimeSpan.FromSeconds(120);

    /// <summary>The time that waits and timeouts are measured with; default <see cref="DeliveryClock.System"/>.</summary>
    public DeliveryClock Clock { get; init; } = DeliveryClock.System;

    /// <summary>A proxy to use instead of the system's.</summary>
    public Uri? Proxy { get; init; }

    /// <summary>What to tell <see cref="Proxy"/> when it asks.</summary>
    public NetworkCredential? ProxyCredential { get; init; }

    /// <summary>Takes the place of the network, as the sandbox does. It must follow no redirects.</summary>
    public HttpMessageHandler? Handler { get; init; }

    /// <summary>Takes the key out of a text that is to be shown.</summary>
    /// <param name="text">Any text.</param>
    /// <returns>The text, with <c>[API key]</c> in the place of the key.</returns>
    public string Redact(string text) => ApiKey?.Redact(text) ?? text;
}
