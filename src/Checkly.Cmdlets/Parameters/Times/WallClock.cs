using System.Globalization;

namespace Checkly;

/// <summary>
/// Converts a wall-clock time of a time zone to a point in time. A time that a clock change skips or repeats is refused, because
/// a guess could silently move maintenance or an incident by an hour.
/// </summary>
internal static class WallClock
{
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    /// <summary>The one moment at which the clock shows a time.</summary>
    /// <exception cref="FormatException">A clock change skips this time or repeats it. The message says what to give instead.</exception>
    public static DateTimeOffset Find(DateTime clock, TimeZoneInfo zone)
    {
        (TimeSpan before, TimeSpan after) = Around(clock, zone);
        TimeSpan[] candidates = before == after ? [before] : [before, after];
        if (candidates.All(offset => !IsInRange(clock.Ticks - offset.Ticks)))
        {
            throw OutOfRange(clock);
        }

        DateTimeOffset[] moments =
        [
            .. candidates.Where(offset => IsInRange(clock.Ticks - offset.Ticks))
                .Select(offset => new DateTimeOffset(clock.Ticks, offset)).Where(moment => zone.GetUtcOffset(moment) == moment.Offset),
        ];
        return moments.Length switch
        {
            0 => throw Gap(clock, zone),
            1 => moments[0],
            _ => throw new FormatException(
                $"{Text(clock)} comes twice in {zone.Id}, where the clocks are put back: give {TimeText.WithOffset(moments[0])} for the first time or {TimeText.WithOffset(moments[1])} for the second."),
        };
    }

    /// <summary>Why there is no such time: the clocks are put forward over it.</summary>
    public static FormatException Gap(DateTime clock, TimeZoneInfo zone)
    {
        (TimeSpan before, TimeSpan after) = Around(clock, zone);
        long early = Clamped(clock.Ticks - Day.Ticks);
        long late = Clamped(clock.Ticks + Day.Ticks);
        while (late - early > 1)
        {
            long middle = early + ((late - early) / 2);
            (early, late) = OffsetAt(middle, zone) == before ? (middle, late) : (early, middle);
        }

        var instead = new DateTimeOffset(Clamped(clock.Ticks - before.Ticks), TimeSpan.Zero);
        return new FormatException(
            $"There is no {Text(clock)} in {zone.Id}: the clocks are put forward from {Text(new DateTime(late) + before)} to {Text(new DateTime(late) + after)}. "
            + $"Give a time before or after that, such as {TimeText.WithOffset(TimeZoneInfo.ConvertTime(instead, zone))}.");
    }

    /// <summary>Why a time cannot be sent: in UTC it would be before the year 1 or after the year 9999.</summary>
    public static FormatException OutOfRange(DateTime clock, Exception? inner = null) =>
        new($"{Text(clock)} is outside the years 1 to 9999 in UTC: give another time.", inner);

    /// <summary>The offsets of the zone a day before and a day after a time, between which its clocks may change.</summary>
    private static (TimeSpan Before, TimeSpan After) Around(DateTime clock, TimeZoneInfo zone) =>
        (OffsetAt(Clamped(clock.Ticks - Day.Ticks), zone), OffsetAt(Clamped(clock.Ticks + Day.Ticks), zone));

    private static TimeSpan OffsetAt(long utcTicks, TimeZoneInfo zone) => zone.GetUtcOffset(new DateTimeOffset(utcTicks, TimeSpan.Zero));

    private static bool IsInRange(long ticks) => ticks >= DateTime.MinValue.Ticks && ticks <= DateTime.MaxValue.Ticks;

    private static long Clamped(long ticks) => Math.Min(Math.Max(ticks, DateTime.MinValue.Ticks), DateTime.MaxValue.Ticks);

    private static string Text(DateTime clock) => clock.ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture);
}
