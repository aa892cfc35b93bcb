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

    /// <summary>
    /// How often a request may be sent again after an attempt that failed; default 4. Waits that the server asks for (429, or
    /// 503 with <c>Retry-After</c>) and looks for a lost POST do not count.
    /// </summary>
    public int MaximumRetryCount { get; init; } = 4;

    /// <summary>
    /// How long one call may take in all, with its attempts, its waits and its looks for a lost POST; default four times
    /// <see cref="Timeout"/>. A wait that would go over it is not begun, and an attempt gets no more than what is left. With
    /// <see cref="TimeSpan.Zero"/> there is one attempt, and neither waits nor looks.
    /// </summary>
    public TimeSpan MaximumTotalTime { get => field < TimeSpan.Zero ? TimeSpan.FromTicks(Timeout.Ticks * 4) : field; init; } = System.Threading.Timeout.InfiniteTimeSpan;

    /// <summary>
    /// Whether a POST is sent again although an earlier attempt may still be carried out; default <see langword="false"/>. Then a
    /// call rarely ends as <see cref="ChecklyErrorKind.OutcomeUnknown"/>, at the price of updates that stand twice and
    /// subscribers who are notified twice.
    /// </summary>
    public bool AllowDuplicates { get; init; }

    /// <summary>The clock that measures waits and timeouts; default <see cref="DeliveryClock.System"/>.</summary>
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
