using System.Collections;
using System.Globalization;
using System.Text.Json;

namespace Checkly;

/// <summary>
/// A maintenance window (<c>/v1/maintenance-windows</c>): a time in which work is done, once or again and again. Each time is
/// a <see cref="Maintenance"/>.
/// </summary>
public sealed class MaintenanceWindow
{
    /// <summary>The window's id, a whole number.</summary>
    public long? Id { get; set; }

    /// <summary>What the window is called, at most 200 characters.</summary>
    public string? Name { get; set; }

    /// <summary>The text that goes with it, at most 2,000 characters; on status pages too where they show the window.</summary>
    public string? Description { get; set; }

    /// <summary>The tags of the checks and groups that it applies to.</summary>
    public string[] Tags { get; set; } = [];

    /// <summary>When it begins for the first time.</summary>
    public DateTimeOffset? StartsAt { get; set; }

    /// <summary>When it ends for the first time.</summary>
    public DateTimeOffset? EndsAt { get; set; }

    /// <summary>DAY, WEEK or MONTH, none for once; text, so that a new one still reads.</summary>
    public string? RepeatUnit { get; set; }

    /// <summary>How many of these units lie between two times, 1 to 365.</summary>
    public long? RepeatInterval { get; set; }

    /// <summary>
    /// The last day on which it may begin, in its time zone. A calendar date and no point in time, so it is text as the API
    /// writes it.
    /// </summary>
    public string? RepeatEndsAt { get; set; }

    /// <summary>The IANA name of the time zone in which it repeats, such as <c>America/New_York</c>; none is UTC.</summary>
    public string? Timezone { get; set; }

    /// <summary>Whether all checks of the account pause, whatever their tags.</summary>
    public bool? PauseAllChecks { get; set; }

    /// <summary>Whether no check of the account alerts, whatever its tags.</summary>
    public bool? SilenceAllAlerts { get; set; }

    /// <summary>The tags of the checks that do not alert.</summary>
    public string[] SilenceAlertsTags { get; set; } = [];

    /// <summary>
    /// How status pages show it, under the API's names: <c>enabled</c>, without which nothing else here counts,
    /// <c>severity</c>, <c>statusPageIds</c>, <c>serviceIds</c>, <c>affectAllServices</c>, <c>notifyOnStart</c>,
    /// <c>notifyOnEnd</c>, <c>reminderMinutesBefore</c> and others. Any map, so that a hashtable does where a command is
    /// mocked.
    /// </summary>
    public IDictionary StatusPageVisibility { get; set; } = JsonValues.NewMap();

    /// <summary>When it was created (<c>created_at</c>).</summary>
    public DateTimeOffset? CreatedAt { get; set; }

    /// <summary>When it was last changed (<c>updated_at</c>); none when it never was.</summary>
    public DateTimeOffset? UpdatedAt { get; set; }

    /// <summary>What else the server said.</summary>
    public IDictionary<string, object?> AdditionalProperties { get; set; } = JsonValues.NewMap();

    /// <summary>The id, so that a window can stand wherever its id can, also where a command is mocked.</summary>
    /// <param name="window">The window.</param>
    public static explicit operator long(MaintenanceWindow window) =>
        window?.Id ?? throw new InvalidCastException("The maintenance window has no id.");

    /// <summary>The id, so that a window can stand wherever its id can: in a text, and where a command is mocked.</summary>
    /// <returns>The id.</returns>
    public override string ToString() => Id?.ToString(CultureInfo.InvariantCulture) ?? string.Empty;

    internal static MaintenanceWindow Read(JsonElement json)
    {
        var fields = new JsonFields(json);
        return new MaintenanceWindow
        {
            Id = fields.RequiredInteger("id"),
            Name = fields.Text("name"),
            Description = fields.Text("description"),
            Tags = fields.Texts("tags"),
            StartsAt = fields.Time("startsAt"),
            EndsAt = fields.Time("endsAt"),
            RepeatUnit = fields.Text("repeatUnit"),
            RepeatInterval = fields.Integer("repeatInterval"),
            RepeatEndsAt = fields.Text("repeatEndsAt"),
            Timezone = fields.Text("timezone"),
            PauseAllChecks = fields.Flag("pauseAllChecks"),
            SilenceAllAlerts = fields.Flag("silenceAllAlerts"),
            SilenceAlertsTags = fields.Texts("silenceAlertsTags"),
            StatusPageVisibility = fields.Map("statusPageVisibility"),
            CreatedAt = fields.Time("created_at"),
            UpdatedAt = fields.Time("updated_at"),
            AdditionalProperties = fields.Rest(),
        };
    }
}
