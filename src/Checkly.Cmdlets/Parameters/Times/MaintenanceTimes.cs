namespace Checkly;

/// <summary>The rules for the times of maintenance.</summary>
internal static class MaintenanceTimes
{
    private static readonly TimeSpan Shortest = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Longest = TimeSpan.FromDays(366);
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(1);

    /// <summary>Why maintenance cannot last from one time to another; none when it can.</summary>
    public static string? Refusal(DateTimeOffset? startsAt, DateTimeOffset? endsAt) => endsAt <= startsAt
        ? $"It would begin at {startsAt:u} and end at {endsAt:u}: it has to end after it begins."
        : null;

    /// <summary>Why maintenance cannot last so long; none when it can.</summary>
    public static string? Refusal(TimeSpan? duration) =>
        duration < Shortest ? $"-Duration is {duration}: give at least a second, hours first, such as 00:30 for half an hour."
        : duration > Longest ? $"-Duration is {duration:%d} days: more than {Longest:%d} is more than anybody means. Give -EndsAt if it is."
        : null;

    /// <summary>Why it cannot repeat until a day; none when it can, or this machine cannot tell.</summary>
    public static string? Refusal(DateTime? until, DateTimeOffset? startsAt, string? timeZone)
    {
        TimeZoneInfo? zone = timeZone is null ? TimeZoneInfo.Utc : TimeZoneNames.Find(timeZone);
        return until is { } day && startsAt is { } start && zone is not null && TimeZoneInfo.ConvertTime(start, zone).Date > day.Date
            ? FormattableString.Invariant($"-RepeatUntil ({day:yyyy-MM-dd}) is before the day on which it begins ({TimeZoneInfo.ConvertTime(start, zone):yyyy-MM-dd} in {timeZone ?? "UTC"}).")
            : null;
    }

    /// <summary>Whether it runs at a time.</summary>
    public static bool IsRunning(DateTimeOffset? startsAt, DateTimeOffset? endsAt, DateTimeOffset at) => startsAt <= at && at < endsAt;

    /// <summary>The end of what runs and shall end now: after its beginning also when that was this millisecond.</summary>
    public static DateTimeOffset EndNow(DateTimeOffset startsAt, DateTimeOffset now) => now - startsAt < Tick ? startsAt + Tick : now;
}
