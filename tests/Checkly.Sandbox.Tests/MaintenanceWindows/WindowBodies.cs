namespace Checkly.Sandbox.Tests;

/// <summary>Maintenance windows as they go over the wire.</summary>
internal static class WindowBodies
{
    /// <summary>What a window must have; it takes place every day until the fourth.</summary>
    public const string Window =
        """
        {
          "name": "Database",
          "startsAt": "2026-12-01T02:00:00.000Z",
          "endsAt": "2026-12-01T03:30:00.000Z",
          "repeatUnit": "DAY",
          "repeatEndsAt": "2026-12-04"
        }
        """;

    /// <summary>Every setting, none of them with its default.</summary>
    public const string Full =
        $$"""
        {
          "name": "Database",
          "tags": ["db", "api"],
          "startsAt": "2026-12-01T02:00:00.000Z",
          "endsAt": "2026-12-01T03:30:00.000Z",
          "repeatInterval": 2,
          "repeatUnit": "WEEK",
          "repeatEndsAt": "2026-12-31T00:00:00.000Z",
          "timezone": "Europe/Berlin",
          "pauseAllChecks": true,
          "silenceAlertsTags": ["db"],
          "silenceAllAlerts": true,
          "description": "A new version.",
          "statusPageVisibility": {{Visibility}}
        }
        """;

    private const string Visibility =
        $$"""
        {
          "enabled": true, "severity": "MINOR", "affectAllServices": true, "notifyOnStart": true, "notifyOnEnd": true,
          "suppressAutoIncidents": true, "reminderMinutesBefore": [60, 1440, 10080], "autoStart": false, "autoEnd": false,
          "showAffectedServices": false, "statusPageIds": ["{{SandboxStatusPage.Id}}"], "serviceIds": ["{{SandboxStatusPage.FirstServiceId}}"]
        }
        """;

    public const string Dates = """{ "startsAt": "2026-12-01T04:00:00.000Z", "endsAt": "2026-12-01T05:00:00.000Z" }""";

    public const string Update = """{ "status": "IN_PROGRESS", "description": "We have begun.", "notifySubscribers": true }""";

    public const string UpdateChange = """{ "status": "VERIFYING", "description": "Nearly there." }""";

    public static string Once => Bodies.Without(Bodies.With(Window, "repeatUnit", "null"), "repeatEndsAt");
}
