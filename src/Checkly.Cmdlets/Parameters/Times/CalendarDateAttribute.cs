using System.Globalization;
using System.Management.Automation;

namespace Checkly;

/// <summary>
/// Takes the date that was written, whatever clock or offset stands beside it: a calendar date must not become the day
/// before or after because this machine is elsewhere.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class CalendarDateAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData) =>
        (inputData is PSObject wrapped ? wrapped.BaseObject : inputData) switch
        {
            DateTimeOffset time => time.DateTime.Date,
            DateTime time => DateTime.SpecifyKind(time.Date, DateTimeKind.Unspecified),
            string { Length: > 0 } text => Read(text),
            var other => other,
        };

    private static DateTime Read(string text)
    {
        try
        {
            // A mere time is no date: it would stand for the day that it is on this machine.
            return ClockTime.Parse(text, CultureInfo.CurrentCulture) is { HasDate: true } date ? date.Clock.Date : throw new FormatException($"'{text}' has no date.");
        }
        catch (FormatException notOne)
        {
            throw new ArgumentTransformationMetadataException($"'{text}' is no date such as 2026-12-31.", notOne);
        }
    }
}
