using System.Globalization;

namespace Checkly;

/// <summary>The rules for the times of maintenance.</summary>
internal static class MaintenanceTimes
{
    private static readonly TimeSpan Shortest = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Longest = TimeSpan.FromDays(366);
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(1);

    /// <summary>Why maintenance cannot last from one time to another; <see langword="null"/> when it can.</summary>
    /// <param name="startsAt">When it would begin.</param>
    /// <param name="endsAt">When it would end.</param>
    /// <param name="advice">What to give instead, as the end of a sentence.</param>
    public static string? Refusal(DateTimeOffset? startsAt, DateTimeOffset? endsAt, string advice = "") => endsAt - startsAt < Tick
        ? $"It would begin at {TimeText.Iso(startsAt)} and end at {TimeText.Iso(endsAt)}: it has to end after it begins{advice}."
        : null;

    /// <summary>Why maintenance cannot last so long; <see langword="null"/> when it can.</summary>
    public static string? Refusal(TimeSpan? duration) =>
        duration < Shortest ? $"-Duration is {duration}: give at least a second, hours first, such as 00:30 for half an hour."
        : duration > Longest ? $"-Duration is {duration:%d} days, and at most {Longest:%d} are accepted. Give -EndsAt for a longer window."
        : null;

    /// <summary>Why maintenance that begins at a time cannot last so long; <see langword="null"/> when it can.</summary>
    public static string? Refusal(DateTimeOffset? startsAt, TimeSpan? duration) =>
        startsAt is { } start && duration is { } length && length > DateTimeOffset.MaxValue - start
            ? $"It would begin at {TimeText.Iso(start)} and end after the year 9999: give an earlier -StartsAt."
            : null;

    /// <summary>
    /// Why it cannot repeat until a day, be it given or the window's own; <see langword="null"/> when it can, or this machine cannot
    /// tell.
    /// </summary>
    public static string? Refusal(DateTime? until, DateTimeOffset? startsAt, string? timeZone)
    {
        TimeZoneInfo? zone = timeZone is null ? TimeZoneInfo.Utc : TimeZoneNames.Find(timeZone);
        return until is { } day && startsAt is { } start && zone is not null && TimeZoneInfo.ConvertTime(start, zone).Date > day.Date
            ? FormattableString.Invariant($"It would repeat until {day:yyyy-MM-dd}, which is before the day on which it begins ({TimeZoneInfo.ConvertTime(start, zone):yyyy-MM-dd} in {timeZone ?? "UTC"}): give a later -RepeatUntil.")
            : null;
    }

    /// <summary>
    /// The warning about maintenance in the past, which is allowed but mostly a mistake; <see langword="null"/> when some of it
    /// is in the future.
    /// </summary>
    /// <param name="startsAt">When it begins for the first time.</param>
    /// <param name="endsAt">When it ends for the first time.</param>
    /// <param name="repeats">Whether it repeats.</param>
    /// <param name="until">The last day on which it may begin; <see langword="null"/> when it repeats without an end or that is not known.</param>
    /// <param name="now">The present time.</param>
    public static string? Warning(DateTimeOffset? startsAt, DateTimeOffset? endsAt, bool repeats, DateTime? until, DateTimeOffset now)
    {
        if (startsAt is not { } start || endsAt is not { } end || end > now)
        {
            return null;
        }

        // A day ends last in the time zone 12 hours behind UTC. In ticks, because the sum may be beyond the year 9999.
        bool isOver = !repeats || until?.Date.Ticks + TimeSpan.FromHours(36).Ticks + (end - start).Ticks <= now.UtcTicks;
        return !isOver ? null : repeats
            ? FormattableString.Invariant($"This maintenance is over already: it repeats until {until:yyyy-MM-dd} only. It pauses no check and silences no alert.")
            : $"This maintenance is over already: it ends at {TimeText.Iso(end)}. It pauses no check and silences no alert.";
    }

    /// <summary>The last day on which a window may begin again; <see langword="null"/> when it repeats without an end.</summary>
    public static DateTime? RepeatEnd(MaintenanceWindow window) =>
        DateTime.TryParseExact(window.RepeatEndsAt?.Split('T')[0], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateTime day) ? day : null;

    /// <summary>Whether it runs at a time.</summary>
    public static bool IsRunning(DateTimeOffset? startsAt, DateTimeOffset? endsAt, DateTimeOffset at) => startsAt <= at && at < endsAt;

    /// <summary>The end of maintenance that ends now: always after its beginning, even when it began in this millisecond.</summary>
    public static DateTimeOffset EndNow(DateTimeOffset startsAt, DateTimeOffset now) => now - startsAt < Tick ? startsAt + Tick : now;
}
