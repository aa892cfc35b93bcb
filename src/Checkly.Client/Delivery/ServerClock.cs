namespace Checkly;

/// <summary>
/// What the answers to the looks of a call tell about the server's clock. The server's time when the client's clock shows zero lies
/// between two bounds: <c>Date</c> has whole seconds, and was written at some moment between the request and its answer.
/// </summary>
/// <param name="clock">The client's clock.</param>
internal sealed class ServerClock(DeliveryClock clock)
{
    /// <summary>The resolution of the <c>Date</c> header.</summary>
    public static readonly TimeSpan Resolution = TimeSpan.FromSeconds(1);

    // The slower an answer, the less is known of the moment at which its Date was written. The lower bound is trusted while the bounds
    // are no further apart than this.
    private static readonly TimeSpan Slack = TimeSpan.FromSeconds(8);
    private TimeSpan? _zeroAtLeast;
    private TimeSpan? _zeroAtMost;

    /// <summary>The server's present time at the latest; <see langword="null"/> when the server does not say.</summary>
    public DateTimeOffset? Now => OnServer(_zeroAtMost, clock.Now);

    /// <summary>The earliest time of the server that a time of the client's clock can be.</summary>
    /// <param name="time">The time on the client's clock.</param>
    public DateTimeOffset? AtLeast(TimeSpan time) => OnServer(_zeroAtLeast, time);

    /// <summary>
    /// The time of the server that a time of the client's clock is taken for: the earliest one that is possible, or a later one where the
    /// answers were so slow that the bounds are far apart.
    /// </summary>
    /// <param name="time">The time on the client's clock.</param>
    public DateTimeOffset? Likely(TimeSpan time)
    {
        TimeSpan? slowest = _zeroAtMost - Resolution - Slack;
        return OnServer(slowest > _zeroAtLeast ? slowest : _zeroAtLeast, time);
    }

    /// <summary>Learns from an answer.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="asked">When it was asked for, on the client's clock.</param>
    /// <returns>
    /// <see langword="false"/> when a cache has answered: the answer has an <c>Age</c>, or its <c>Date</c> is before the request.
    /// </returns>
    public bool TryLearn(ApiAnswer answer, TimeSpan asked)
    {
        if (answer.Age > TimeSpan.Zero)
        {
            return false;
        }

        if (answer.Date is not { } date)
        {
            return true;
        }

        var made = TimeSpan.FromTicks(date.UtcTicks);
        if (made < _zeroAtLeast + asked - Resolution)
        {
            return false;
        }

        TimeSpan atLeast = made - clock.Now;
        TimeSpan atMost = made + Resolution - asked;
        _zeroAtLeast = _zeroAtLeast > atLeast ? _zeroAtLeast : atLeast;
        // An earlier upper bound that contradicts this answer came from a cache.
        _zeroAtMost = _zeroAtMost < atMost && _zeroAtMost >= atLeast ? _zeroAtMost : atMost;
        return true;
    }

    private static DateTimeOffset? OnServer(TimeSpan? zero, TimeSpan time) =>
        (zero + time)?.Ticks is > 0 and var ticks && ticks <= DateTimeOffset.MaxValue.Ticks ? new DateTimeOffset(ticks, TimeSpan.Zero) : null;
}
