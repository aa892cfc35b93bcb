using System.Net;
using System.Net.Http;

namespace Checkly;

/// <summary>The options of a <see cref="ChecklyClient"/>: address, credentials and limits.</summary>
public sealed record ChecklyClientOptions
{
    private readonly bool? _keepsRates;

    /// <summary>The key that goes into the <c>Authorization</c> header of every request.</summary>
    public ApiKey? ApiKey { get; init; }

    /// <summary>The account (a GUID) that goes into the <c>x-checkly-account</c> header; <see langword="null"/> while it is not known.</summary>
    public string? AccountId { get; init; }

    /// <summary>The address of the API; default <see cref="BaseAddress.Default"/>.</summary>
    public Uri BaseUri { get; init; } = BaseAddress.Default;

    /// <summary>How long one attempt may take, from the first byte sent to the last byte received; default 30 s.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// The largest number of retries of a failed request; default 4. Waits that the server asks for (429, or 503 with
    /// <c>Retry-After</c>) and looks for a lost POST do not count.
    /// </summary>
    public int MaximumRetryCount { get; init; } = 4;

    /// <summary>
    /// How long one call may take in total, including retries, waits and looks for a lost POST; default four times
    /// <see cref="Timeout"/>. The client does not start a wait that would exceed it, and an attempt gets only the remaining time. With
    /// <see cref="TimeSpan.Zero"/> there is one attempt, without waits or looks.
    /// </summary>
    // A negative time, such as InfiniteTimeSpan, means that none was set.
    public TimeSpan MaximumTotalTime { get => field < TimeSpan.Zero ? TimeSpan.FromTicks(Timeout.Ticks * 4) : field; init; } = System.Threading.Timeout.InfiniteTimeSpan;

    /// <summary>
    /// Whether a POST is sent again although an earlier attempt may still be carried out; default <see langword="false"/>. If it is
    /// <see langword="true"/>, calls rarely end with <see cref="ChecklyErrorKind.OutcomeUnknown"/>, but updates may be posted twice and
    /// subscribers notified twice.
    /// </summary>
    public bool AllowDuplicates { get; init; }

    /// <summary>
    /// Whether requests wait where they would exceed the rates of the API (<see cref="ApiRate"/>), before it refuses them with 429;
    /// default <see langword="true"/> unless <see cref="BaseUri"/> is a loopback address or there is a <see cref="Handler"/>: a test
    /// server has no rates.
    /// </summary>
    public bool KeepsRates { get => _keepsRates ?? (Handler is null && !BaseUri.IsLoopback); init => _keepsRates = value; }

    /// <summary>The clock that measures waits and timeouts; default <see cref="DeliveryClock.System"/>.</summary>
    public DeliveryClock Clock { get; init; } = DeliveryClock.System;

    /// <summary>A proxy to use instead of the system's.</summary>
    public Uri? Proxy { get; init; }

    /// <summary>The credential for <see cref="Proxy"/>.</summary>
    public NetworkCredential? ProxyCredential { get; init; }

    /// <summary>A handler to use instead of the network, such as the sandbox. It must not follow redirects.</summary>
    public HttpMessageHandler? Handler { get; init; }

    /// <summary>Redacts the key from a text that is to be shown.</summary>
    /// <param name="text">Any text.</param>
    /// <returns>The text, with <c>[API key]</c> in place of the key.</returns>
    public string Redact(string text) => ApiKey?.Redact(text) ?? text;
}
