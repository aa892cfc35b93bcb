using System.Net;

namespace Checkly;

/// <summary>The outcome of one attempt, as far as the next step depends on it.</summary>
public enum AttemptOutcome
{
    /// <summary>No part of the request can have arrived.</summary>
    NotSent,

    /// <summary>The server did not carry the request out, and asks the client to send it again later.</summary>
    AskedToWait,

    /// <summary>408: a long poll ended before there was anything to report.</summary>
    LongPollEnded,

    /// <summary>The API itself reports that it failed. It has finished with the request, but may have carried it out.</summary>
    ServerFailed,

    /// <summary>The request may have arrived, or may still be on its way to the API, and its outcome is unknown.</summary>
    Unknown,

    /// <summary>The request was answered, but the answer does not show the outcome.</summary>
    Unreadable,

    /// <summary>Any other answer. The outcome is known, and sending the request again would not change it.</summary>
    Answered,
}

/// <summary>The step after an attempt.</summary>
public enum NextStep
{
    /// <summary>The client returns the answer, or throws the failure.</summary>
    Stop,

    /// <summary>The client sends the same request again.</summary>
    Again,

    /// <summary>The client looks for what the request would have made, and does not send it again.</summary>
    Look,

    /// <summary>The client looks for what the request would have made, and sends it again when it is not there.</summary>
    LookThenAgain,
}

/// <summary>One row of the <see cref="RetryPolicy"/>.</summary>
/// <param name="What">What happened, in words.</param>
/// <param name="Outcome">The same as a value.</param>
/// <param name="Idempotent">The step after a GET, PUT, PATCH or DELETE, which may safely be carried out twice.</param>
/// <param name="Post">The step after a POST, which creates another object each time it is carried out.</param>
/// <param name="Wait">How long the client waits, in words; <see langword="null"/> for the usual wait.</param>
public sealed record RetryRule(string What, AttemptOutcome Outcome, NextStep Idempotent, NextStep Post, string? Wait = null);

/// <summary>
/// When a request is sent again, and after how long: one policy for every operation of the API. A POST is sent again only
/// when it is known that no earlier one is still on its way, unless <see cref="ChecklyClientOptions.AllowDuplicates"/> is set.
/// </summary>
public static class RetryPolicy
{
    /// <summary>
    /// How many times in a row the client must not find what a POST would have made before it may send the POST again. With
    /// <see cref="WaitBeforeLook"/> these looks are 0, 1, 3 and 7 s after the failure.
    /// </summary>
    public const int LooksBeforeResend = 4;

    private static readonly TimeSpan First = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);

    /// <summary>The whole policy.</summary>
    public static IReadOnlyList<RetryRule> Rules { get; } =
    [
        new("nothing was sent (name, connect, TLS handshake, proxy refused)", AttemptOutcome.NotSent, NextStep.Again, NextStep.Again),
        new("429, and 503 with `Retry-After`", AttemptOutcome.AskedToWait, NextStep.Again, NextStep.Again, "after what it says (seconds or HTTP date; without it exponential with jitter)"),
        new("408 (a long poll that ended)", AttemptOutcome.LongPollEnded, NextStep.Again, NextStep.Look),
        new("500 or 503 in the API's own error format", AttemptOutcome.ServerFailed, NextStep.Again, NextStep.LookThenAgain),
        new("500, 502, 503, 504 or 520 to 599 of a gateway; connection lost or timeout after sending", AttemptOutcome.Unknown, NextStep.Again, NextStep.Look),
        new("300 to 304, any other 5xx but the API's own 501, a code that HTTP does not define, or a success that cannot be read", AttemptOutcome.Unreadable, NextStep.Stop, NextStep.Look),
        new("any other answer", AttemptOutcome.Answered, NextStep.Stop, NextStep.Stop),
    ];

    /// <summary>The step after an attempt.</summary>
    /// <param name="method">The HTTP method.</param>
    /// <param name="outcome">How the attempt ended.</param>
    /// <returns>The next step, limits aside.</returns>
    public static NextStep After(string method, AttemptOutcome outcome)
    {
        RetryRule rule = Rules.First(rule => rule.Outcome == outcome);
        return method == "POST" ? rule.Post : rule.Idempotent;
    }

    /// <summary>The outcome of an attempt whose answer is not a success.</summary>
    /// <param name="status">The status code of the answer.</param>
    /// <param name="saysWhen">Whether the answer has a <c>Retry-After</c>.</param>
    /// <param name="isOfApi">Whether its body is an error in the API's own format, and not that of a gateway.</param>
    /// <returns>The outcome.</returns>
    public static AttemptOutcome OutcomeOf(HttpStatusCode status, bool saysWhen, bool isOfApi) => (int)status switch
    {
        408 => AttemptOutcome.LongPollEnded,
        429 => AttemptOutcome.AskedToWait,
        503 when saysWhen => AttemptOutcome.AskedToWait,
        500 or 503 when isOfApi => AttemptOutcome.ServerFailed,
        500 or (>= 502 and <= 504) or (>= 520 and < 600) => AttemptOutcome.Unknown,
        501 when isOfApi => AttemptOutcome.Answered,
        // A 302 is often meant as a 303, "carried out, see there"; 307 and 308 say that the request is still to be carried out.
        307 or 308 => AttemptOutcome.Answered,
        (>= 400 and <= 417) or (>= 421 and <= 431) or 451 => AttemptOutcome.Answered,
        >= 400 and < 500 when isOfApi => AttemptOutcome.Answered,
        _ => AttemptOutcome.Unreadable,
    };

    /// <summary>Whether a write may have been carried out after an attempt that ended like this.</summary>
    /// <param name="outcome">How the attempt ended.</param>
    /// <returns>Whether it may.</returns>
    public static bool LeavesDoubt(AttemptOutcome outcome) =>
        outcome is AttemptOutcome.LongPollEnded or AttemptOutcome.ServerFailed or AttemptOutcome.Unknown or AttemptOutcome.Unreadable;

    /// <summary>How long to wait before a request is sent again when the server does not say.</summary>
    /// <param name="attempts">How often it was sent so far.</param>
    /// <param name="jitter">0 to 1, at random, so that clients which failed together do not come back together.</param>
    /// <returns>0.5 to 1 s after the first attempt, doubled with each further one, at most 30 s.</returns>
    public static TimeSpan WaitAfter(int attempts, double jitter) => TimeSpan.FromTicks((long)(Doubled(attempts).Ticks * (1 + jitter) / 2));

    /// <summary>How long to wait before looking once more for what a POST may have made.</summary>
    /// <param name="looks">How often the client has looked so far.</param>
    /// <returns>1 s after the first look, doubled with each further one, at most 30 s.</returns>
    public static TimeSpan WaitBeforeLook(int looks) => Doubled(looks);

    private static TimeSpan Doubled(int count) => TimeSpan.FromTicks(Math.Min(Longest.Ticks, First.Ticks << Math.Min(count - 1, 10)));
}
