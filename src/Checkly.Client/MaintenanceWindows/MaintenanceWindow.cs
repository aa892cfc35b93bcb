using System.Collections;

namespace Checkly;

/// <summary>
/// A maintenance window (<c>/v1/maintenance-windows</c>): a time in which work is done, once or again and again. Each time is
/// a <see cref="Maintenance"/>.
/// </summary>
[ApiModel(ApiChange.Partial)]
public sealed partial class MaintenanceWindow
{
    /// <summary>The window's id, a whole number.</summary>
    [ApiField("id", Required = true, ReadOnly = true)]
    public long? Id { get; set; }

    /// <summary>What the window is called, at most 200 characters.</summary>
    [ApiField("name")]
    public string? Name { get; set; }

    /// <summary>The tags of the checks and groups that it applies to.</summary>
    [ApiField("tags")]
    public string[] Tags { get; set; } = [];

    /// <summary>When it begins for the first time.</summary>
    [ApiField("startsAt")]
    public DateTimeOffset? StartsAt { get; set; }

    /// <summary>When it ends for the first time.</summary>
    [ApiField("endsAt")]
    public DateTimeOffset? EndsAt { get; set; }

    /// <summary>How many of these units lie between two times, 1 to 365.</summary>
    [ApiField("repeatInterval")]
    public long? RepeatInterval { get; set; }

    /// <summary>DAY, WEEK or MONTH, none for once; text, so that a new one still reads.</summary>
    [ApiField("repeatUnit")]
    public string? RepeatUnit { get; set; }

    /// <summary>
    /// The last day on which it may begin, in its time zone. A calendar date and no point in time, so it is text as the API
    /// writes it.
    /// </summary>
    [ApiField("repeatEndsAt")]
    public string? RepeatEndsAt { get; set; }

    /// <summary>The IANA name of the time zone in which it repeats, such as <c>America/New_York</c>; none is UTC.</summary>
    [ApiField("timezone")]
    public string? Timezone { get; set; }

    /// <summary>Whether all checks of the account pause, whatever their tags.</summary>
    [ApiField("pauseAllChecks")]
    public bool? PauseAllChecks { get; set; }

    /// <summary>The tags of the checks that do not alert.</summary>
    [ApiField("silenceAlertsTags")]
    public string[] SilenceAlertsTags { get; set; } = [];

    /// <summary>Whether no check of the account alerts, whatever its tags.</summary>
    [ApiField("silenceAllAlerts")]
    public bool? SilenceAllAlerts { get; set; }

    /// <summary>The text that goes with it, at most 2,000 characters; on status pages too where they show the window.</summary>
    [ApiField("description")]
    public string? Description { get; set; }

    /// <summary>
    /// How status pages show it, under the API's names: <c>enabled</c>, without which nothing else here counts,
    /// <c>severity</c>, <c>statusPageIds</c>, <c>serviceIds</c>, <c>affectAllServices</c>, <c>notifyOnStart</c>,
    /// <c>notifyOnEnd</c>, <c>reminderMinutesBefore</c> and others. Any map, so that a hashtable does where a command is
    /// mocked.
    /// </summary>
    [ApiField("statusPageVisibility")]
    public IDictionary StatusPageVisibility { get; set; } = JsonValues.NewMap();

    /// <summary>When it was created.</summary>
    [ApiField("created_at", "createdAt", ReadOnly = true)]
    public DateTimeOffset? CreatedAt { get; set; }

    /// <summary>When it was last changed; <see langword="null"/> when it never was.</summary>
    [ApiField("updated_at", ReadOnly = true)]
    public DateTimeOffset? UpdatedAt { get; set; }

    /// <summary>The id, so that a window can stand wherever its id can, also where a command is mocked.</summary>
    /// <param name="window">The window.</param>
    public static explicit operator long(MaintenanceWindow window) =>
        window?.Id ?? throw new InvalidCastException("The maintenance window has no id.");
}
