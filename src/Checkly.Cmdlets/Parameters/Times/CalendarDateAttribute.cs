using System.Globalization;
using System.Management.Automation;

namespace Checkly;

/// <summary>
/// Converts an argument to a calendar date and ignores a time of day and an offset beside it. Otherwise the time zone of this
/// machine could move the date by a day.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class CalendarDateAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData) =>
        ArgumentValue.Plain(inputData) switch
        {
            DateTimeOffset time => time.DateTime.Date,
            DateTime time => DateTime.SpecifyKind(time.Date, DateTimeKind.Unspecified),
            string { Length: > 0 } text => Read(text),
            var day when ArgumentValue.IsoText(day) is { } text => Read(text),
            var other => other,
        };

    private static DateTime Read(string text)
    {
        try
        {
            // A time of day alone is not a date: it would mean today on this machine.
            return ClockTime.Parse(text, CultureInfo.CurrentCulture) is { HasDate: true } date ? date.Clock.Date : throw new FormatException($"'{text}' has no date.");
        }
        catch (FormatException notOne)
        {
            throw new ArgumentTransformationMetadataException($"'{text}' is no date such as 2026-12-31.", notOne);
        }
    }
}
