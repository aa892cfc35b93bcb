using System.Globalization;
using System.Management.Automation;

namespace Checkly;

/// <summary>
/// Reads a time as <see cref="ClockTime"/> does, and says what is none: left to the binder, a cell of a piped row that is no
/// time would count as not given, and what was planned would begin now.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class TimeArgumentAttribute : ArgumentTransformationAttribute
{
    /// <summary>Whether a time without an offset is on this machine's clock, and a point in time is wanted.</summary>
    public bool IsLocal { get; set; }

    /// <summary>Whether an empty text counts as not given, as an empty cell of a row does.</summary>
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
                _ when TimeText.PointInTime(inputData) is { } moment => new ClockTime(moment),
                _ => throw new FormatException($"'{inputData}' is no time such as '2026-12-31 22:00': it is a {given.GetType().Name}."),
            };
            return IsLocal ? time.At(TimeZoneInfo.Local, DateTimeOffset.UtcNow) : time;
        }
        catch (FormatException refusal)
        {
            throw new ArgumentTransformationMetadataException(refusal.Message, refusal);
        }
    }
}
