using System.Collections;

namespace Checkly;

/// <summary>
/// A maintenance window (<c>/v1/maintenance-windows</c>): a planned period of work, which may recur. Each occurrence is a
/// <see cref="Maintenance"/>.
/// </summary>
[ApiModel(ApiChange.Partial)]
public sealed partial class MaintenanceWindow
{
    /// <summary>The id, an integer.</summary>
    [ApiField("id", Required = true, ReadOnly = true)]
    public long? Id { get; set; }

    /// <summary>The name, at most 200 characters.</summary>
    [ApiField("name")]
    public string? Name { get; set; }

    /// <summary>The tags of the checks and groups to which the window applies.</summary>
    [ApiField("tags")]
    public string[] Tags { get; set; } = [];

    /// <summary>When the first occurrence begins.</summary>
    [ApiField("startsAt")]
    public DateTimeOffset? StartsAt { get; set; }

    /// <summary>When the first occurrence ends.</summary>
    [ApiField("endsAt")]
    public DateTimeOffset? EndsAt { get; set; }

    /// <summary>The number of units between two occurrences, 1 to 365.</summary>
    [ApiField("repeatInterval")]
    public long? RepeatInterval { get; set; }

    /// <summary>DAY, WEEK or MONTH, or <see langword="null"/> for a window that does not recur; a string, so that new values can be read.</summary>
    [ApiField("repeatUnit")]
    public string? RepeatUnit { get; set; }

    /// <summary>
    /// The last day on which an occurrence may begin, in the time zone of the window. It is a calendar date and not a point in time, so
    /// it is a string as the API writes it.
    /// </summary>
    [ApiField("repeatEndsAt")]
    public string? RepeatEndsAt { get; set; }

    /// <summary>The IANA name of the time zone in which the window recurs, such as <c>America/New_York</c>; <see langword="null"/> for UTC.</summary>
    [ApiField("timezone")]
    public string? Timezone { get; set; }

    /// <summary>Whether all checks of the account pause, regardless of their tags.</summary>
    [ApiField("pauseAllChecks")]
    public bool? PauseAllChecks { get; set; }

    /// <summary>The tags of the checks that do not alert.</summary>
    [ApiField("silenceAlertsTags")]
    public string[] SilenceAlertsTags { get; set; } = [];

    /// <summary>Whether no check of the account alerts, regardless of its tags.</summary>
    [ApiField("silenceAllAlerts")]
    public bool? SilenceAllAlerts { get; set; }

    /// <summary>The description, at most 2,000 characters. Status pages that show the window show it too.</summary>
    [ApiField("description")]
    public string? Description { get; set; }

    /// <summary>
    /// How status pages show the window, under the API's names: <c>enabled</c>, without which the other fields have no effect,
    /// <c>severity</c>, <c>statusPageIds</c>, <c>serviceIds</c>, <c>affectAllServices</c>, <c>notifyOnStart</c>,
    /// <c>notifyOnEnd</c>, <c>reminderMinutesBefore</c> and others. The type allows a hashtable, which a mocked command may return.
    /// </summary>
    [ApiField("statusPageVisibility")]
    public IDictionary StatusPageVisibility { get; set; } = JsonValues.NewMap();

    /// <summary>When it was created.</summary>
    [ApiField("created_at", "createdAt", ReadOnly = true)]
    public DateTimeOffset? CreatedAt { get; set; }

    /// <summary>When it was last changed; <see langword="null"/> when it was never changed.</summary>
    [ApiField("updated_at", ReadOnly = true)]
    public DateTimeOffset? UpdatedAt { get; set; }
}
