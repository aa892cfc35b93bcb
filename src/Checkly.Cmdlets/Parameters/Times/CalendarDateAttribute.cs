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
            string text when DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AllowWhiteSpaces, out DateTimeOffset time) => time.DateTime.Date,
            var other => other,
        };
}
