using System.Globalization;
using System.Management.Automation;

namespace Checkly;

/// <summary>
/// How the module writes points in time, the same in every culture: tables show local time, under a header that says
/// <c>(local)</c>; everything else, such as lists, timelines, messages and completion, shows ISO 8601 with the local offset.
/// </summary>
public static class TimeText
{
    /// <summary>A point in time on this machine's clock, for a table whose header says <c>(local)</c>.</summary>
    /// <param name="time">The time, live or deserialized; or <see langword="null"/>.</param>
    /// <returns>Such as <c>2026-05-01 22:00:00</c>; empty for <see langword="null"/>.</returns>
    public static string Local(object? time) => PointInTime(time)?.LocalDateTime.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture) ?? string.Empty;

    /// <summary>A point in time in ISO 8601, with the offset of this machine's clock at that time.</summary>
    /// <param name="time">The time, live or deserialized; or <see langword="null"/>.</param>
    /// <returns>Such as <c>2026-05-01T22:00:00+02:00</c>; empty for <see langword="null"/>.</returns>
    public static string Iso(object? time) => PointInTime(time) is { } moment ? WithOffset(moment.ToLocalTime()) : string.Empty;

    /// <summary>How long ago a point in time was, in the largest unit that fits, for a table.</summary>
    /// <param name="time">The time, live or deserialized; or <see langword="null"/>.</param>
    /// <returns>Such as <c>now</c>, <c>59 min</c>, <c>3 h</c> or <c>12 d</c>, and <c>in 3 h</c> for the future; empty for <see langword="null"/>.</returns>
    public static string Age(object? time) => PointInTime(time) is { } moment ? Length(DateTimeOffset.Now - moment, "{0}") : string.Empty;

    /// <summary>The same in a sentence, such as <c>3 h ago</c>.</summary>
    internal static string Ago(TimeSpan age) => Length(age, "{0} ago");

    private static string Length(TimeSpan age, string format)
    {
        TimeSpan length = age.Duration();
        string text = length.TotalMinutes < 1 ? string.Empty
            : length.TotalHours < 1 ? $"{(int)length.TotalMinutes} min"
            : length.TotalDays < 1 ? $"{(int)length.TotalHours} h"
            : $"{(int)length.TotalDays} d";
        return text.Length == 0 ? "now" : age < TimeSpan.Zero ? $"in {text}" : string.Format(CultureInfo.InvariantCulture, format, text);
    }

    /// <summary>A point in time in ISO 8601, with the offset that it has.</summary>
    internal static string WithOffset(DateTimeOffset time) => time.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);

    /// <summary>The point in time that an object is, or was before it was saved; <see langword="null"/> when it is none.</summary>
    internal static DateTimeOffset? PointInTime(object? time) => (time is PSObject wrapped ? wrapped.BaseObject : time) switch
    {
        DateTimeOffset moment => moment,
        null => null,
        // A deserialized DateTimeOffset is an object with properties.
        _ when ArgumentValue.Field(time, nameof(DateTimeOffset.UtcDateTime)) is { } saved && ArgumentValue.Plain(saved) is DateTime utc
            => new DateTimeOffset(DateTime.SpecifyKind(utc, DateTimeKind.Utc)),
        _ => null,
    };
}
