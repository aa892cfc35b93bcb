using System.Net;

namespace Checkly;

/// <summary>
/// When a request is sent again, and after how long: one policy for every operation of the API. What is done about a POST
/// whose fate is not known is in <see cref="Confirmation"/>. Limits are options of the client
/// (<see cref="ChecklyClientOptions.MaximumRetryCount"/>, <see cref="ChecklyClientOptions.MaximumRetryWait"/>).
/// </summary>
public static class RetryPolicy
{
    private static readonly TimeSpan FirstWait = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan FirstLookWait = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(30);

    /// <summary>The whole policy.</summary>
    public static IReadOnlyList<RetryRule> Rules { get; } =
    [
        new("nothing was sent (name, connect, TLS handshake, proxy refused)", TryOutcome.NotSent, NextStep.Again, NextStep.Again),
        new("429, and 503 with `Retry-After`", TryOutcome.AskedToWait, NextStep.Again, NextStep.Again, "after what it says (seconds or HTTP date; without it exponential with jitter)"),
        new("408 long poll", TryOutcome.LongPollEnded, NextStep.Again, NextStep.Stop),
        new("500, 502, 503, 504, connection lost or timeout after sending", TryOutcome.Unknown, NextStep.Again, NextStep.Look),
        new("any other answer", TryOutcome.Answered, NextStep.Stop, NextStep.Stop),
    ];

    /// <summary>What follows a try.</summary>
    /// <param name="method">The HTTP method.</param>
    /// <param name="outcome">How the try ended.</param>
    /// <returns>The next step, limits aside.</returns>
    public static NextStep After(string method, TryOutcome outcome)
    {
        RetryRule rule = Rules.First(rule => rule.Outcome == outcome);
        return method == "POST" ? rule.Post : rule.Repeatable;
    }

    /// <summary>How a try ended that was answered.</summary>
    /// <param name="status">The status code of the answer.</param>
    /// <param name="saysWhen">Whether it has a <c>Retry-After</c>.</param>
    /// <returns>The outcome.</returns>
    public static TryOutcome OutcomeOf(HttpStatusCode status, bool saysWhen) => (int)status switch
    {
        // Of a proxy: the API never says it.
        407 => TryOutcome.NotSent,
        408 => TryOutcome.LongPollEnded,
        429 => TryOutcome.AskedToWait,
        503 when saysWhen => TryOutcome.AskedToWait,
        500 or 502 or 503 or 504 => TryOutcome.Unknown,
        _ => TryOutcome.Answered,
    };

    /// <summary>
    /// Whether an answer is of a gateway that gave up on the server (520 to 599), so that a POST may have been carried out: it is
    /// looked for, but not sent again.
    /// </summary>
    /// <param name="status">The status code of the answer.</param>
    /// <returns>Whether it is one of these.</returns>
    public static bool MayHideSuccess(HttpStatusCode status) => (int)status is >= 520 and < 600;

    /// <summary>How long to wait before a request is sent again, when the server does not say.</summary>
    /// <param name="tries">How often it was sent so far.</param>
    /// <param name="jitter">0 to 1, at random: clients that failed together must not come back together.</param>
    /// <returns>From 0.5 to 1 s after the first try, doubled with each further one, 30 s at most.</returns>
    public static TimeSpan WaitAfter(int tries, double jitter) =>
        TimeSpan.FromTicks((long)(Doubled(FirstWait, tries).Ticks * (1 + jitter) / 2));

    /// <summary>
    /// How long to wait between the first and the second look for what a POST may have made. The longer, the smaller the
    /// window in which a request that is still under way is missed.
    /// </summary>
    /// <param name="tries">How often it was sent so far.</param>
    /// <returns>2 s after the first try, doubled with each further one, 30 s at most.</returns>
    public static TimeSpan WaitBeforeSecondLook(int tries) => Doubled(FirstLookWait, tries);

    private static TimeSpan Doubled(TimeSpan first, int tries) =>
        TimeSpan.FromTicks(Math.Min(LongestWait.Ticks, first.Ticks << Math.Min(tries - 1, 10)));
}
