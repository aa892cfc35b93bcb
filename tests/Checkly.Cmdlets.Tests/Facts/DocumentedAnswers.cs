using Checkly.Tests;
using static Checkly.Cmdlets.Tests.DocumentedCommands;

namespace Checkly.Cmdlets.Tests;

/// <summary>What the API would answer, as far as the cmdlets need it to go on.</summary>
internal static class DocumentedAnswers
{
    private const string UpdatesPath = $"/v1/incidents/{IncidentId}/updates";

    /// <summary>Lets a server answer every call of <see cref="DocumentedCommands"/>.</summary>
    public static void Give(ApiServer server)
    {
        string account = $$"""{"id":"{{AccountId}}","name":"Acme"}""";
        string update = $$"""{"id":"{{UpdateId}}","status":"RESOLVED","description":"x"}""";
        string incident = $$"""{"id":"{{IncidentId}}","name":"x","impact":"MINOR","startedAt":"2025-12-31T00:00:00.000Z","incidentUpdates":[{{update}}]}""";
        AnswerStatusPageIncidents(server);
        const string Dashboard = """
            {"dashboardId":"4b82a8ad","id":7,"header":"x","customUrl":"acme","customDomain":null,"logo":"","favicon":null,"link":"https://x","width":"FULL",
             "tags":["a"],"checksPerPage":15,"useTagsAndOperator":false,"customCSS":"","created_at":"2022-09-08T19:41:28.658Z",
             "keys":[{"id":"e50ad839-1b90-4955-b716-1c6edbda57cb","rawKey":"da_x","maskedKey":"...x","created_at":"2022-09-08T19:41:28.658Z"}]}
            """;
        AnswerStatusPages(server);
        const string Times = "\"startsAt\":\"2026-05-01T20:00:00.000Z\",\"endsAt\":\"2026-05-01T22:00:00.000Z\"";
        string window = $$"""{"id":42,"name":"x",{{Times}},"statusPageVisibility":{"enabled":true,"severity":null,"reminderMinutesBefore":[60],"statusPageIds":["{{UpdateId}}"],"serviceIds":["{{UpdateId}}"]} }""";
        string time = $$"""{"id":"{{UpdateId}}",{{Times}},"status":"SCHEDULED","updates":[{{update}}]}""";
        string maintenance = $"/v1/maintenance-windows/42/maintenances/{UpdateId}";
        const string Snippet = """{"id":7,"name":"x","script":"y"}""";
        server
            .Answer("GET", "/v1/snippets", 200, "[]").Answer("POST", "/v1/snippets", 201, Snippet)
            .Answer("GET", "/v1/snippets/7", 200, Snippet).Answer("PUT", "/v1/snippets/7", 200, Snippet).Answer("DELETE", "/v1/snippets/7", 204)
            .Answer("GET", "/v1/accounts", 200, $"[{account}]").Answer("GET", "/v1/accounts/me", 200, account)
            .Answer("POST", "/v1/incidents", 200, incident)
            .Answer("GET", $"/v1/incidents/{IncidentId}", 200, incident).Answer("PUT", $"/v1/incidents/{IncidentId}", 200, incident).Answer("DELETE", $"/v1/incidents/{IncidentId}", 204)
            .Answer("POST", UpdatesPath, 201, update)
            .Answer("PUT", $"{UpdatesPath}/{UpdateId}", 200, update).Answer("DELETE", $"{UpdatesPath}/{UpdateId}", 204)
            .Answer("GET", "/v1/dashboards", 200, "[]").Answer("POST", "/v1/dashboards", 201, Dashboard)
            .Answer("GET", "/v1/dashboards/4b82a8ad", 200, Dashboard).Answer("PUT", "/v1/dashboards/4b82a8ad", 200, Dashboard).Answer("DELETE", "/v1/dashboards/4b82a8ad", 204)
            .Answer("GET", "/v1/reporting", 200, "[]")
            .Answer("POST", "/v2/check-sessions/trigger", 201, $$"""{"sessions":[{"checkSessionId":"{{IncidentId}}","checkId":"{{IncidentId}}"}]}""").Answer("POST", $"/v1/check-sessions/{IncidentId}/cancel", 204)
            .Answer("GET", $"/v2/check-sessions/{IncidentId}", 200, """{"checkSessionId":"x","status":"PASSED"}""").Answer("GET", $"/v2/check-sessions/{IncidentId}/completion", 200, """{"checkSessionId":"x","status":"PASSED"}""")
            .Answer("GET", $"/v2/check-results/{IncidentId}", 200, """{"length":0,"entries":[]}""").Answer("GET", $"/v1/check-results/{IncidentId}/{UpdateId}", 200, """{"id":"x"}""")
            .Answer("GET", "/v3/checks", 200, "[]").Answer("GET", $"/v3/checks/{IncidentId}", 200, """{"id":"x","name":"x"}""")
            .Answer("GET", "/v1/check-statuses", 200, "[]").Answer("GET", $"/v1/check-statuses/{IncidentId}", 200, """{"name":"x"}""")
            .Answer("GET", $"/v1/accounts/{AccountId}", 200, account).Answer("GET", "/v1/locations", 200, "[]")
            .Answer("GET", "/v1/runtimes", 200, "[]").Answer("GET", "/v1/runtimes/2024.09", 200, """{"name":"2024.09"}""")
            .Answer("GET", "/v1/static-ips-by-region", 200, "{}").Answer("GET", "/v1/static-ipv6s-by-region", 200, "{}")
            .Answer("GET", "/v1/alert-channels", 200, "[]")
            .Answer("GET", "/v1/maintenance-windows", 200, "[]").Answer("POST", "/v1/maintenance-windows", 201, window)
            .Answer("GET", "/v1/maintenance-windows/42", 200, window).Answer("PUT", "/v1/maintenance-windows/42", 200, window).Answer("DELETE", "/v1/maintenance-windows/42", 204)
            .Answer("GET", "/v1/maintenance-windows/43", 200, window.Replace("2026-05-01T22", "2999-05-01T22", StringComparison.Ordinal)).Answer("PUT", "/v1/maintenance-windows/43", 200, window)
            .Answer("GET", maintenance, 200, time).Answer("GET", "/v1/maintenance-windows/42/maintenances", 200, "[]")
            .Answer("PATCH", maintenance, 200, time).Answer("DELETE", maintenance, 204)
            .Answer("POST", $"{maintenance}/updates", 201, update)
            .Answer("PUT", $"{maintenance}/updates/{UpdateId}", 200, update).Answer("DELETE", $"{maintenance}/updates/{UpdateId}", 204)
            .Answer("GET", "/v1/dashboards/acme", 200, Dashboard).Answer("GET", "/v1/dashboards/status.example.com", 200, Dashboard);
    }

    private static void AnswerStatusPageIncidents(ApiServer server)
    {
        const string Path = $"/v1/status-pages/incidents/{IncidentId}";
        const string Service = $$"""{"id":"{{ServiceId}}","name":"API","accountId":"{{AccountId}}","created_at":"2022-09-08T19:41:28.658Z"}""";
        const string Update = $$"""{"id":"{{UpdateId}}","status":"RESOLVED","description":"x","publicIncidentUpdateDate":"2022-09-08T19:41:28.658Z","notifySubscribers":true}""";
        const string Incident = $$"""{"id":"{{IncidentId}}","name":"x","severity":"MINOR","services":[{{Service}}],"lastUpdateStatus":"RESOLVED","incidentUpdates":[{{Update}}]}""";
        server
            .Answer("GET", "/v1/status-pages/incidents", 200, $$"""{"length":1,"entries":[{{Incident}}],"nextId":null}""").Answer("POST", "/v1/status-pages/incidents", 201, Incident)
            .Answer("GET", Path, 200, Incident).Answer("PUT", Path, 200, Incident).Answer("DELETE", Path, 204)
            .Answer("POST", $"{Path}/incident-updates", 200, Update).Answer("GET", $"{Path}/incident-updates", 200, $"[{Update}]")
            .Answer("GET", $"{Path}/incident-updates/{UpdateId}", 200, Update).Answer("PUT", $"{Path}/incident-updates/{UpdateId}", 200, Update).Answer("DELETE", $"{Path}/incident-updates/{UpdateId}", 204);
    }

    private static void AnswerStatusPages(ApiServer server)
    {
        const string Service = $$"""{"id":"{{ServiceId}}","name":"API","accountId":"{{AccountId}}","created_at":"2025-12-31T00:00:00.000Z","updated_at":null}""";
        const string StatusPage = $$"""
            {"id":"{{PageId}}","name":"x","url":"acme","description":null,"customDomain":null,"logo":"https://l","logoDark":null,"redirectTo":null,"favicon":null,
             "defaultTheme":"AUTO","themeColors":null,"version":null,"isPrivate":false,"whiteLabel":false,
             "cards":[{"id":"{{UpdateId}}","name":"c","services":[{{Service}}],"created_at":"2025-12-31T00:00:00.000Z","updated_at":null}]}
            """;
        const string Path = $"/v1/status-pages/{PageId}";
        const string Subscriptions = $"{Path}/subscriptions";
        server
            .Answer("GET", "/v1/status-pages", 200, $$"""{"length":1,"entries":[{{StatusPage}}],"nextId":null}""").Answer("POST", "/v1/status-pages", 201, StatusPage)
            .Answer("GET", Path, 200, StatusPage).Answer("PUT", Path, 200, StatusPage).Answer("DELETE", Path, 204)
            .Answer("GET", "/v1/status-pages/incidents", 200, """{"length":0,"entries":[],"nextId":null}""")
            .Answer("GET", "/v1/status-pages/services", 200, $$"""{"length":1,"entries":[{{Service}}],"nextId":null}""").Answer("POST", "/v1/status-pages/services", 200, Service)
            .Answer("GET", $"/v1/status-pages/services/{ServiceId}", 200, Service).Answer("PUT", $"/v1/status-pages/services/{ServiceId}", 200, Service).Answer("DELETE", $"/v1/status-pages/services/{ServiceId}", 204)
            .Answer("GET", Subscriptions, 200, "[]").Answer("POST", $"{Subscriptions}/bulk", 201, """{"created":1,"skipped":0,"status":"PENDING"}""")
            .Answer("DELETE", $"{Subscriptions}/{UpdateId}", 204);
    }
}
