using System.Globalization;
using System.Management.Automation;

namespace Checkly;

/// <summary>
/// Converts an argument to a <see cref="ClockTime"/>, and fails when it is not a time. Without this attribute, the parameter
/// binder would ignore an invalid time in a piped row, and a planned maintenance or incident would begin now.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class TimeArgumentAttribute : ArgumentTransformationAttribute
{
    /// <summary>Whether to return a point in time. A time without an offset is then read in this machine's time zone.</summary>
    public bool IsLocal { get; set; }

    /// <summary>Whether an empty string, such as an empty cell of a CSV row, counts as not given.</summary>
    public bool MayBeEmpty { get; set; }

    /// <inheritdoc/>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData)
    {
        object? given = inputData is PSObject wrapped ? wrapped.BaseObject : inputData;
        if (given is null || (MayBeEmpty && given is string text && text.Trim().Length == 0))
        {
            return null;
        }

        try
        {
            ClockTime time = given switch
            {
                string written => ClockTime.Parse(written, CultureInfo.CurrentCulture),
                DateTime clock => new ClockTime(clock),
                ClockTime read => read,
                _ when ArgumentValue.IsoText(given) is { } iso => ClockTime.Parse(iso, CultureInfo.InvariantCulture),
                _ when TimeText.PointInTime(inputData) is { } moment => new ClockTime(moment),
                _ => throw new FormatException($"'{inputData}' is not a time such as '2026-12-31 22:00': it is a {given.GetType().Name}."),
            };
            return IsLocal ? time.At(TimeZoneInfo.Local, DateTimeOffset.UtcNow) : time;
        }
        catch (FormatException refusal)
        {
            throw new ArgumentTransformationMetadataException(refusal.Message, refusal);
        }
    }
}
