using System.Globalization;
using System.Management.Automation;

namespace Checkly;

/// <summary>
/// What New-ChecklyMaintenanceWindow and Set-ChecklyMaintenanceWindow share: the times and the repetition. What happens to checks
/// and where customers see it is in the other two files of this class.
/// </summary>
public abstract partial class MaintenanceWindowSettingsCommand : ChecklySessionCommand
{
    /// <summary>When it begins. Each of the two cmdlets describes it in its own words.</summary>
    public abstract ClockTime? StartsAt { get; set; }

    /// <summary>
    /// Repeat every this many units: -RepeatEvery 2 -RepeatUnit WEEK is every other week. The default is 1.
    /// </summary>
    [Parameter]
    [Alias("RepeatInterval")]
    [ValidateRange(1, 365)]
    [ApiField("repeatInterval")]
    public int RepeatEvery { get; set; }

    /// <summary>The unit of -RepeatEvery, in upper or lower case.</summary>
    [Parameter]
    [ValidateSet("DAY", "WEEK", "MONTH")]
    [ApiField("repeatUnit")]
    public string? RepeatUnit { get; set => field = value?.ToUpperInvariant(); }

    /// <summary>
    /// The last day on which it may begin, a calendar date in the time zone of -TimeZone; the last time runs to its end. The
    /// date is taken as it is written. Without it, or with $null, it repeats without an end.
    /// </summary>
    [Parameter]
    [Alias("RepeatEndsAt")]
    [AllowNull]
    [CalendarDate]
    public DateTime? RepeatUntil { get; set; }

    /// <summary>
    /// The window's time zone: an IANA name such as Europe/Berlin, a Windows name such as 'W. Europe Standard Time', or what
    /// Get-TimeZone returns. The window repeats by the clock of that zone, in summer and in winter, and times without an
    /// offset are on that clock. A window without a time zone, or with $null, repeats by UTC.
    /// </summary>
    [Parameter]
    [AllowNull]
    [TimeZoneName]
    [ArgumentCompleter(typeof(TimeZoneCompleter))]
    [ApiField("timezone")]
    public string? TimeZone { get; set => field = value is { Length: 0 } ? null : value; }

    /// <summary>
    /// The values of the bound parameters, under the API's names. The cmdlets add the times, which depend on each other.
    /// </summary>
    internal Dictionary<string, object?> GivenSettings()
    {
        Dictionary<string, object?> settings = BoundFields().Where(field => !IsOfVisibility(field.Key)).ToDictionary(field => field.Key, field => field.Value);
        if (IsGiven(nameof(RepeatUntil)))
        {
            settings["repeatEndsAt"] = RepeatUntil?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        }

        AddChecks(settings);
        return settings;
    }
}
