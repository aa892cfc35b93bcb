using System.Text.Json.Nodes;
using static Checkly.Sandbox.JsonTest;

namespace Checkly.Sandbox;

/// <summary>What the API takes for maintenance windows.</summary>
internal static class MaintenanceWindowRules
{
    public static readonly SettingTable Settings = new(
        ("name", null, IsText, "must be a string"),
        ("tags", new JsonArray(), IsTexts, "must be an array of strings"),
        ("startsAt", null, IsTime, "must be a valid date"),
        ("endsAt", null, IsTime, "must be a valid date"),
        // Null, for a window that does not repeat, is documented for changes only; creations are known to take it too.
        ("repeatUnit", null, OrNull(OneOf("DAY", "WEEK", "MONTH")), "must be one of [DAY, WEEK, MONTH]"),
        ("repeatInterval", null, OrNull(WholeFrom(1, 365)), "must be an integer between 1 and 365"),
        ("repeatEndsAt", null, OrNull(IsTime), "must be a valid date"),
        ("timezone", null, OrNull(value => IsText(value) && TimeZones.IsName(value!.GetValue<string>())), "must be an IANA time zone"),
        ("pauseAllChecks", false, IsFlag, "must be a boolean"),
        ("silenceAlertsTags", new JsonArray(), IsTexts, "must be an array of strings"),
        ("silenceAllAlerts", false, IsFlag, "must be a boolean"),
        ("description", null, TextUpTo(2000), "must be a string of at most 2000 characters"));

    private static readonly SettingTable Visibility = new(
        ("enabled", false, IsFlag, "must be a boolean"),
        ("severity", null, OrNull(OneOf("MINOR", "MEDIUM", "MAJOR", "CRITICAL")), "must be one of [MINOR, MEDIUM, MAJOR, CRITICAL]"),
        ("affectAllServices", false, IsFlag, "must be a boolean"),
        ("notifyOnStart", false, IsFlag, "must be a boolean"),
        ("notifyOnEnd", false, IsFlag, "must be a boolean"),
        ("suppressAutoIncidents", false, IsFlag, "must be a boolean"),
        ("reminderMinutesBefore", new JsonArray(), AreReminders, "must be at most 3 integers between 60 and 10080"),
        ("autoStart", true, IsFlag, "must be a boolean"),
        ("autoEnd", true, IsFlag, "must be a boolean"),
        ("showAffectedServices", true, IsFlag, "must be a boolean"),
        ("statusPageIds", new JsonArray(), IsGuids, "must be an array of GUIDs"),
        ("serviceIds", new JsonArray(), IsGuids, "must be an array of GUIDs"));

    /// <summary>The settings out of a body, all of them checked. A change is documented to be partial.</summary>
    /// <param name="request">The request that has the body.</param>
    /// <param name="state">Where the status pages and services are.</param>
    /// <param name="current">The settings so far, when changing.</param>
    public static JsonObject Read(SandboxRequest request, SandboxState state, JsonObject? current = null)
    {
        FieldCheck fields = request.Fields([.. Settings.Names, "statusPageVisibility"]);
        if (current is null)
        {
            fields.Need("name", "startsAt", "endsAt", "repeatUnit");
        }

        JsonObject settings = Settings.Read(fields, current, partial: true);
        settings["name"] = fields.Has("name") ? fields.Text("name", most: 200) : settings["name"]!.GetValue<string>();
        foreach (string time in (string[])["startsAt", "endsAt"])
        {
            settings[time] = fields.Has(time) ? fields.Moment(time) : settings[time]!.GetValue<string>();
        }

        if (fields.Time("repeatEndsAt") is { } last)
        {
            // Documented to become the day in UTC.
            settings["repeatEndsAt"] = $"{last.Substring(0, 10)}T00:00:00.000Z";
        }

        RefuseBackwards(settings["startsAt"]!.GetValue<string>(), settings["endsAt"]!.GetValue<string>());
        settings["statusPageVisibility"] = ReadVisibility(fields.Object("statusPageVisibility", Visibility.Names), state, current);
        return settings;
    }

    /// <summary>Not documented; but what ends before it begins can be no maintenance.</summary>
    /// <exception cref="SandboxRefusal">It does not end after it begins.</exception>
    public static void RefuseBackwards(string startsAt, string endsAt)
    {
        if (string.CompareOrdinal(endsAt, startsAt) <= 0)
        {
            throw SandboxRefusal.BadRequest("\"endsAt\" must be greater than \"startsAt\"");
        }
    }

    // Not documented whether a change is partial within the visibility too; it is, here.
    private static JsonObject ReadVisibility(FieldCheck fields, SandboxState state, JsonObject? current)
    {
        JsonObject visibility = Visibility.Write(Visibility.Read(fields, current?["statusPageVisibility"]!.AsObject(), partial: true));
        RefuseUnknown(visibility["statusPageIds"], state.StatusPages.Pages);
        RefuseUnknown(visibility["serviceIds"], state.StatusPages.Services);
        return visibility;
    }

    private static void RefuseUnknown<T>(JsonNode? ids, Shelf<T> shelf)
        where T : class, IStored
    {
        foreach (JsonNode? id in ids!.AsArray())
        {
            _ = shelf[Guid.Parse(id!.GetValue<string>()).ToString()];
        }
    }

    private static bool AreReminders(JsonNode? value) => value is JsonArray { Count: <= 3 } reminders && reminders.All(WholeFrom(60, 10080));

    private static bool IsGuids(JsonNode? value) => value is JsonArray ids && ids.All(IsGuid);
}
