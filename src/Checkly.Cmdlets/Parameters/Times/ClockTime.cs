using System.Globalization;

namespace Checkly;

/// <summary>
/// A time as the user typed it. With an offset (or Z) it is a point in time. Without an offset it is a wall-clock time, which
/// becomes a point in time once the time zone is known.
/// </summary>
public sealed class ClockTime : IEquatable<ClockTime>
{
    private const string TimeFormat = "HH:mm:ss.FFFFFFF";
    private const string Format = "yyyy-MM-dd'T'" + TimeFormat;
    private const DateTimeStyles Styles = DateTimeStyles.RoundtripKind | DateTimeStyles.AllowWhiteSpaces;

    /// <summary>Creates a time; one that is neither local nor UTC is what a clock shows.</summary>
    /// <param name="time">The time.</param>
    /// <exception cref="FormatException">
    /// A clock change of this machine skips the time, or it is outside the years 1 to 9999 in UTC.
    /// </exception>
    public ClockTime(DateTime time)
        : this(DateTime.SpecifyKind(time, DateTimeKind.Unspecified), OffsetOf(time), hasDate: true)
    {
    }

    /// <summary>Creates a point in time.</summary>
    /// <param name="time">The time.</param>
    public ClockTime(DateTimeOffset time)
        : this(time.DateTime, time.Offset, hasDate: true)
    {
    }

    private ClockTime(DateTime clock, TimeSpan? offset, bool hasDate)
    {
        Clock = clock;
        Offset = offset;
        HasDate = hasDate;
    }

    /// <summary>What the clock shows. The date means nothing where <see cref="HasDate"/> is false.</summary>
    public DateTime Clock { get; }

    /// <summary>How far that clock is ahead of UTC; <see langword="null"/> when it was not given.</summary>
    public TimeSpan? Offset { get; }

    /// <summary>Whether a date was given. Without one the present day on that clock is meant.</summary>
    public bool HasDate { get; }

    /// <summary>
    /// Parses a text without assuming a time zone. A text that begins with a year of four digits, such as 2026-12-24, 2026-1-5 or
    /// 2026/12/24, means the same in every culture, also in one with another calendar; any other text is parsed in the format of
    /// the culture.
    /// </summary>
    /// <param name="text">Such as <c>2026-05-01 22:00</c>, <c>2026-05-01T20:00:00Z</c> or <c>22:00</c>.</param>
    /// <param name="provider">The culture; the invariant culture by default.</param>
    /// <returns>The time.</returns>
    /// <exception cref="FormatException">The text is not a time. The message is a full sentence.</exception>
    public static ClockTime Parse(string text, IFormatProvider? provider)
    {
        IFormatProvider culture = BeginsWithYear(text ?? throw new ArgumentNullException(nameof(text))) ? CultureInfo.InvariantCulture : provider ?? CultureInfo.InvariantCulture;
        try
        {
            // .NET reads 10.5 as the 5th of October.
            DateTime clock = text.Trim().All(c => char.IsDigit(c) || c is '.' or ',') && text.Count(c => c is '.' or ',') == 1
                ? throw new FormatException("It is a number.")
                : DateTime.Parse(text, culture, Styles);
            // This style fills in today for a missing date; without it, .NET fills in the year 1.
            bool hasDate = !DateTime.TryParse(text, culture, Styles | DateTimeStyles.NoCurrentDateDefault, out DateTime bare) || bare.Date == clock.Date;
            if (clock.Kind == DateTimeKind.Unspecified)
            {
                return new ClockTime(clock, null, hasDate);
            }

            DateTimeOffset time = DateTimeOffset.Parse(text, culture, DateTimeStyles.AllowWhiteSpaces);
            return new ClockTime(time.DateTime, time.Offset, hasDate);
        }
        catch (Exception notOne) when (notOne is FormatException or ArgumentException)
        {
            throw new FormatException($"'{text}' is not a time such as '2026-12-31 22:00', 22:00 or 2026-12-31T21:00Z.", notOne);
        }
    }

    /// <summary>The point in time, on the clock of a time zone where no offset was given.</summary>
    /// <param name="zone">The time zone.</param>
    /// <param name="now">The present time, which gives the date where the user typed none.</param>
    /// <returns>The point in time.</returns>
    /// <exception cref="FormatException">The clock does not show the time, or shows it twice. The message is a full sentence.</exception>
    internal DateTimeOffset At(TimeZoneInfo zone, DateTimeOffset now)
    {
        if (Offset is not { } offset)
        {
            return WallClock.Find(HasDate ? Clock : TimeZoneInfo.ConvertTime(now, zone).Date + Clock.TimeOfDay, zone);
        }

        return new DateTimeOffset(HasDate ? Clock : now.ToOffset(offset).Date + Clock.TimeOfDay, offset);
    }

    /// <inheritdoc/>
    public bool Equals(ClockTime? other) =>
        other is not null && Instant == other.Instant && Offset.HasValue == other.Offset.HasValue && HasDate == other.HasDate;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as ClockTime);

    /// <inheritdoc/>
    public override int GetHashCode() => Instant.GetHashCode();

    /// <summary>The time in ISO 8601, with what was given of date and offset.</summary>
    /// <returns>Such as <c>2026-05-01T22:00:00</c>, <c>2026-05-01T22:00:00+02:00</c> or <c>22:00:00</c>.</returns>
    public override string ToString()
    {
        string format = HasDate ? Format : TimeFormat;
        return Offset is { } offset
            ? new DateTimeOffset(Clock, offset).ToString(format + "zzz", CultureInfo.InvariantCulture)
            : Clock.ToString(format, CultureInfo.InvariantCulture);
    }

    private static TimeSpan? OffsetOf(DateTime time)
    {
        if (time.Kind == DateTimeKind.Local && TimeZoneInfo.Local.IsInvalidTime(time))
        {
            throw WallClock.Gap(time, TimeZoneInfo.Local);
        }

        try
        {
            return time.Kind == DateTimeKind.Unspecified ? null : new DateTimeOffset(time).Offset;
        }
        catch (ArgumentException far)
        {
            throw WallClock.OutOfRange(time, far);
        }
    }

    private static bool BeginsWithYear(string text) => text.Trim() is { Length: > 5 } date && date[4] is '-' or '/' && date.Take(4).All(char.IsDigit);

    private DateTime Instant => Clock - (Offset ?? TimeSpan.Zero);
}
