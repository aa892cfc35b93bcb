using System.Globalization;

namespace Checkly;

/// <summary>
/// A time as it was typed. With an offset (or Z) it is a point in time; without one it is what a clock shows, and becomes a
/// point in time where it is known which clock is meant.
/// </summary>
public sealed class ClockTime : IEquatable<ClockTime>
{
    private const string Format = "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF";

    /// <summary>Creates a time; one that is neither local nor UTC is what a clock shows.</summary>
    /// <param name="time">The time.</param>
    public ClockTime(DateTime time)
        : this(DateTime.SpecifyKind(time, DateTimeKind.Unspecified), time.Kind == DateTimeKind.Unspecified ? null : new DateTimeOffset(time).Offset)
    {
    }

    /// <summary>Creates a point in time.</summary>
    /// <param name="time">The time.</param>
    public ClockTime(DateTimeOffset time)
        : this(time.DateTime, time.Offset)
    {
    }

    private ClockTime(DateTime clock, TimeSpan? offset)
    {
        Clock = clock;
        Offset = offset;
    }

    /// <summary>What the clock shows.</summary>
    public DateTime Clock { get; }

    /// <summary>How far that clock is ahead of UTC, where it was said.</summary>
    public TimeSpan? Offset { get; }

    /// <summary>
    /// Reads a text without taking a time zone for granted. One that begins as ISO 8601 does means the same in every culture,
    /// also where years are counted from elsewhere; another is read as the culture writes dates.
    /// </summary>
    /// <param name="text">Such as <c>2026-05-01 22:00</c> or <c>2026-05-01T20:00:00Z</c>.</param>
    /// <param name="provider">How dates are written; the invariant culture when not given.</param>
    /// <returns>The time.</returns>
    /// <exception cref="FormatException">It is no date.</exception>
    public static ClockTime Parse(string text, IFormatProvider? provider)
    {
        IFormatProvider culture = IsIso(text ?? throw new ArgumentNullException(nameof(text))) ? CultureInfo.InvariantCulture : provider ?? CultureInfo.InvariantCulture;
        DateTime clock = DateTime.Parse(text, culture, DateTimeStyles.RoundtripKind | DateTimeStyles.AllowWhiteSpaces);
        return clock.Kind == DateTimeKind.Unspecified ? new ClockTime(clock, null) : new ClockTime(DateTimeOffset.Parse(text, culture, DateTimeStyles.AllowWhiteSpaces));
    }

    /// <summary>The point in time, on the clock of a time zone where no offset was given.</summary>
    /// <param name="zone">The time zone.</param>
    /// <returns>The point in time.</returns>
    public DateTimeOffset In(TimeZoneInfo zone) =>
        new(Clock, Offset ?? (zone ?? throw new ArgumentNullException(nameof(zone))).GetUtcOffset(Clock));

    /// <inheritdoc/>
    public bool Equals(ClockTime? other) => other is not null && Instant == other.Instant && Offset.HasValue == other.Offset.HasValue;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as ClockTime);

    /// <inheritdoc/>
    public override int GetHashCode() => Instant.GetHashCode();

    /// <summary>The time in ISO 8601.</summary>
    /// <returns>Such as <c>2026-05-01T22:00:00</c> or <c>2026-05-01T22:00:00+02:00</c>.</returns>
    public override string ToString() => Offset is { } offset
        ? new DateTimeOffset(Clock, offset).ToString(Format + "zzz", CultureInfo.InvariantCulture)
        : Clock.ToString(Format, CultureInfo.InvariantCulture);

    private static bool IsIso(string text) => text.Trim() is { Length: >= 10 } date && date[4] == '-' && date[7] == '-' && date.Take(4).All(char.IsDigit);

    private DateTime Instant => Clock - (Offset ?? TimeSpan.Zero);
}
