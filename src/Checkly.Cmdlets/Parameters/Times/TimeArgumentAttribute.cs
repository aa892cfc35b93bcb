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
    /// <summary>Whether a time without an offset is local, and a point in time is wanted.</summary>
    public bool IsLocal { get; set; }

    /// <summary>Whether an empty text counts as not given, as an empty cell of a row does.</summary>
    public bool MayBeEmpty { get; set; }

    /// <inheritdoc/>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData)
    {
        object? given = inputData is PSObject wrapped ? wrapped.BaseObject : inputData;
        try
        {
            return given switch
            {
                null => null,
                string text when MayBeEmpty && text.Trim().Length == 0 => null,
                string text => Wanted(ClockTime.Parse(text, CultureInfo.CurrentCulture)),
                DateTime time => Wanted(new ClockTime(time)),
                DateTimeOffset time => IsLocal ? time : new ClockTime(time),
                ClockTime time => Wanted(time),
                _ => throw new FormatException($"A {given.GetType().Name} is no time."),
            };
        }
        catch (Exception notOne) when (notOne is FormatException or ArgumentException)
        {
            throw new ArgumentTransformationMetadataException($"'{inputData}' is no time such as '2026-12-31 22:00' or 2026-12-31T21:00Z.", notOne);
        }
    }

    private object Wanted(ClockTime time) => IsLocal ? time.In(TimeZoneInfo.Local) : time;
}
