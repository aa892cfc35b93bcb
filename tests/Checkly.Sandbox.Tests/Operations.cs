namespace Checkly.Sandbox.Tests;

/// <summary>Every operation the sandbox knows, with a request that would succeed.</summary>
internal static class Operations
{
    // What stands in braces is an id that exists, or a path of ids.
    public static TheoryData<string, string, string?> All => new()
    {
        { "GET", "/v1/accounts", null },
        { "GET", "/v1/accounts/me", null },
        { "POST", "/v1/incidents", Bodies.Incident },
        { "GET", "/v1/incidents/{incident}", null },
        { "PUT", "/v1/incidents/{incident}", Bodies.Change },
        { "DELETE", "/v1/incidents/{incident}", null },
        { "POST", "/v1/incidents/{incident}/updates", Bodies.Update() },
        { "PUT", "/v1/incidents/{incident}/updates/{update}", Bodies.Description },
        { "DELETE", "/v1/incidents/{incident}/updates/{update}", null },
        { "GET", "/v1/dashboards", null },
        { "POST", "/v1/dashboards", DashboardBodies.Header },
        { "GET", $"/v1/dashboards/{SandboxAccount.DashboardTextId}", null },
        { "PUT", $"/v1/dashboards/{SandboxAccount.DashboardTextId}", DashboardBodies.Header },
        { "DELETE", $"/v1/dashboards/{SandboxAccount.DashboardTextId}", null },
        { "GET", StatusPageCall.Services, null },
        { "POST", StatusPageCall.Services, StatusPageBodies.Service },
        { "GET", StatusPageCall.FirstService, null },
        { "PUT", StatusPageCall.FirstService, StatusPageBodies.Service },
        { "DELETE", StatusPageCall.FirstService, null },
        { "GET", StatusPageCall.Pages, null },
        { "POST", StatusPageCall.Pages, StatusPageBodies.Full },
        { "GET", StatusPageCall.FirstPage, null },
        { "PUT", StatusPageCall.FirstPage, StatusPageBodies.Full },
        { "DELETE", StatusPageCall.FirstPage, null },
        { "GET", StatusPageCall.Subscriptions, null },
        { "POST", StatusPageCall.Subscriptions + "/bulk", StatusPageBodies.Subscriptions },
        { "DELETE", StatusPageCall.Subscriptions + "/{subscription}", null },
        { "GET", PageIncidentCall.Incidents, null },
        { "POST", PageIncidentCall.Incidents, PageIncidentBodies.Incident },
        { "GET", PageIncidentCall.Incidents + "/{pageIncident}", null },
        { "PUT", PageIncidentCall.Incidents + "/{pageIncident}", PageIncidentBodies.Change },
        { "DELETE", PageIncidentCall.Incidents + "/{pageIncident}", null },
        { "GET", PageIncidentCall.Incidents + "/{pageIncident}/incident-updates", null },
        { "POST", PageIncidentCall.Incidents + "/{pageIncident}/incident-updates", PageIncidentBodies.FullUpdate },
        { "GET", PageIncidentCall.Incidents + "/{pageUpdate}", null },
        { "PUT", PageIncidentCall.Incidents + "/{pageUpdate}", PageIncidentBodies.Update },
        { "DELETE", PageIncidentCall.Incidents + "/{pageUpdate}", null },
        { "GET", WindowCall.Windows, null },
        { "POST", WindowCall.Windows, WindowBodies.Full },
        { "GET", WindowCall.Windows + "/{window}", null },
        { "PUT", WindowCall.Windows + "/{window}", WindowBodies.Full },
        { "DELETE", WindowCall.Windows + "/{window}", null },
        { "GET", WindowCall.Windows + "/{window}/maintenances", null },
        { "GET", WindowCall.Windows + "/{maintenance}", null },
        { "PATCH", WindowCall.Windows + "/{maintenance}", WindowBodies.Dates },
        { "DELETE", WindowCall.Windows + "/{maintenance}", null },
        { "POST", WindowCall.Windows + "/{maintenance}/updates", WindowBodies.Update },
        { "PUT", WindowCall.Windows + "/{maintenanceUpdate}", WindowBodies.UpdateChange },
        { "DELETE", WindowCall.Windows + "/{maintenanceUpdate}", null },
        { "GET", $"/v1/accounts/{SandboxAccount.Id}", null },
        { "GET", "/v1/checks", null },
        { "GET", $"/v1/checks/{SandboxCheck.PassingId}", null },
        { "GET", "/v3/checks", null },
        { "GET", $"/v3/checks/{SandboxCheck.PassingId}", null },
        { "GET", $"/v2/check-results/{SandboxCheck.PassingId}", null },
        { "GET", "/v1/check-results/{checkResult}", null },
        { "POST", "/v2/check-sessions/trigger", "{}" },
        { "GET", "/v1/reporting", null },
        { "GET", "/v2/check-sessions/{checkSession}", null },
        { "POST", "/v1/check-sessions/{checkSession}/cancel", "{}" },
        { "GET", "/v1/check-statuses", null },
        { "GET", $"/v1/check-statuses/{SandboxCheck.PassingId}", null },
        { "GET", "/v1/locations", null },
        { "GET", "/v1/runtimes", null },
        { "GET", "/v1/runtimes/2025.04", null },
        { "GET", "/v1/static-ips", null },
        { "GET", "/v1/static-ips-by-region", null },
        { "GET", "/v1/static-ipv6s", null },
        { "GET", "/v1/static-ipv6s-by-region", null },
    };

    private static readonly Dictionary<string, Func<SandboxCall, Task<string>>> Makers = new()
    {
        ["{subscription}"] = StatusPageCall.SubscribeAsync,
        ["{pageIncident}"] = PageIncidentCall.OpenAsync,
        ["{pageUpdate}"] = PageIncidentCall.UpdateAsync,
        ["{window}"] = WindowCall.CreateAsync,
        ["{maintenance}"] = WindowCall.OccurrenceAsync,
        ["{maintenanceUpdate}"] = WindowCall.UpdateAsync,
        ["{checkResult}"] = CheckResultTests.FirstAsync,
        ["{checkSession}"] = CheckSessionTests.StartAsync,
    };

    /// <summary>The path of an operation after everything was made that it names.</summary>
    public static async Task<string> PathAsync(SandboxCall sandbox, string template)
    {
        string incident = await sandbox.IncidentAsync();
        string path = Path(template, incident, await sandbox.UpdateAsync(incident));
        foreach ((string placeholder, Func<SandboxCall, Task<string>> makeAsync) in Makers)
        {
            if (path.Contains(placeholder, StringComparison.Ordinal))
            {
                path = path.Replace(placeholder, await makeAsync(sandbox), StringComparison.Ordinal);
            }
        }

        return path;
    }

    public static string Path(string template, string incident, string update) =>
        template
            .Replace("{incident}", incident, StringComparison.Ordinal)
            .Replace("{update}", update, StringComparison.Ordinal);
}
