using System.Text;
using Checkly.Tests;

namespace Checkly.Cmdlets.Tests;

/// <summary>
/// Every request that the cmdlets can make is one that the official document describes. It is not part of the project,
/// so it may be absent; then this says so.
/// </summary>
public sealed class DocumentedRequestTests(ApiServer server) : ModuleTest, IClassFixture<ApiServer>
{
    private const string UpdateId = "01f477f8-4293-4e1c-82bd-99797720434c";
    private const string PageId = "0d1a3e5c-1d0b-4d53-8d2f-5d1c1c7c2f10";
    private const string ServiceId = "7c9e6679-7425-40de-944b-e07fc1f90ae7";

    /// <summary>Every cmdlet that talks to the API, with the most and the least that it can send.</summary>
    public static TheoryData<string> Commands => new(
    [
        $"Connect-Checkly -ApiKey key -AccountId {AccountId} -BaseUri $uri",
        "Connect-Checkly -ApiKey key -BaseUri $uri",
        $"Get-ChecklyIncident {IncidentId}",
        "New-ChecklyIncident x -DashboardId 7 -Status RESOLVED -Description x",
        "New-ChecklyIncident x -DashboardId 7 -Status maintenance -Description x -Impact maintenance -StartedAt '2026-01-01' -StoppedAt '2026-01-02'",
        $"Set-ChecklyIncident {IncidentId} -Impact major",
        $"Set-ChecklyIncident {IncidentId} -Name x -StartedAt '2026-01-01' -StoppedAt '2026-01-02'",
        $"Set-ChecklyIncident {IncidentId} -StartedAt $null -StoppedAt $null",
        $"Remove-ChecklyIncident {IncidentId}",
        $"New-ChecklyIncidentUpdate {IncidentId} identified x",
        $"Get-ChecklyIncidentUpdate {IncidentId}",
        $"Set-ChecklyIncidentUpdate {IncidentId} {UpdateId} x",
        $"Remove-ChecklyIncidentUpdate {IncidentId} {UpdateId}",
        "Get-ChecklyDashboard",
        "Get-ChecklyDashboard -First 5 -Skip 7",
        "Get-ChecklyDashboard 4b82a8ad",
        "Get-ChecklyDashboard -CustomUrl acme",
        "Get-ChecklyDashboard -CustomDomain status.example.com",
        "New-ChecklyDashboard x",
        "New-ChecklyDashboard x -Description d -CustomUrl acme -CustomDomain status.example.com -Logo https://l -Favicon https://f -Link https://k -Width FULL -RefreshRate 30 -Paginate -PaginationRate 30 -SortByStatus -ChecksPerPage 5 -Tag a, b -UseTagsAndOperator -HideTags -EnableIncidents -ExpandChecks -ShowHeader -ShowCheckRunLinks -ShowGroupNames -ShowP95 -ShowP99 -CustomCss 'b{}' -IsPrivate",
        "New-ChecklyDashboard x -Description $null -CustomUrl $null -CustomDomain $null -Logo $null -Favicon $null -Link $null -CustomCss $null -Tag @() -Paginate:$false",
        "Set-ChecklyDashboard 4b82a8ad -Header New",
        "Set-ChecklyDashboard 4b82a8ad -CustomDomain $null -Width 960PX",
        "Remove-ChecklyDashboard 4b82a8ad",
        "Get-ChecklyCheck",
        "Get-ChecklyCheck -First 3 -Skip 4",
        $"Get-ChecklyCheck {IncidentId}",
        "Get-ChecklyCheckStatus",
        $"Get-ChecklyCheckStatus {IncidentId}",
        "Get-ChecklyAccount",
        $"Get-ChecklyAccount {AccountId}",
        "Get-ChecklyLocation",
        "Get-ChecklyRuntime",
        "Get-ChecklyRuntime 2024.09",
        "Get-ChecklyStaticIp",
        "Invoke-ChecklyApi GET /v1/alert-channels -All",
        "Invoke-ChecklyApi POST /v1/status-pages/services -Body @{ name = 'x' }",
        "Get-ChecklyStatusPage",
        "Get-ChecklyStatusPage -First 5 -Skip 7",
        $"Get-ChecklyStatusPage {PageId} -IncludeState",
        "New-ChecklyStatusPage x acme",
        $"New-ChecklyStatusPage x acme -Service {ServiceId}, API -CardName c -Description d -CustomDomain status.example.com -Logo https://l -LogoDark https://d -RedirectTo https://r -Favicon https://f -DefaultTheme dark",
        "New-ChecklyStatusPage x acme -Card @{ Name = 'c'; Services = 'API' }, @{ Name = 'none' } -Description $null -CustomDomain $null -Logo $null -LogoDark $null -RedirectTo $null -Favicon $null",
        $"Set-ChecklyStatusPage {PageId} -Name x",
        $"Set-ChecklyStatusPage {PageId} -AddService {PageId} -RemoveService API -Logo $null",
        $"Set-ChecklyStatusPage {PageId} -Card @{{ Id = '{UpdateId}'; Name = 'c'; Services = 'API' }}",
        $"Remove-ChecklyStatusPage {PageId}",
        "Get-ChecklyStatusPageService",
        $"Get-ChecklyStatusPageService {ServiceId}",
        "New-ChecklyStatusPageService x",
        $"Set-ChecklyStatusPageService {ServiceId} x",
        $"Remove-ChecklyStatusPageService {ServiceId}",
        $"Get-ChecklyStatusPageSubscription {PageId}",
        $"New-ChecklyStatusPageSubscription {PageId} a@b.de",
        $"New-ChecklyStatusPageSubscription {PageId} a@b.de, c@d.de -AutoVerify",
        $"Remove-ChecklyStatusPageSubscription {PageId} {UpdateId}",
        .. StatusPageIncidentCommands,
        "Get-ChecklyMaintenanceWindow -First 5 -Skip 7",
        "Get-ChecklyMaintenanceWindow 42",
        "New-ChecklyMaintenanceWindow x -Duration 00:30 -PauseAllChecks -RepeatUnit DAY",
        $"New-ChecklyMaintenanceWindow x -StartsAt '2026-01-01' -EndsAt '2026-01-02' -Description d -Tag a, b -PauseChecks -SilenceAlerts -RepeatEvery 2 -RepeatUnit week -RepeatUntil 2026-12-31 -TimeZone Europe/Berlin -StatusPageId {UpdateId} -ServiceId {UpdateId} -Severity minor -NotifyOnStart -NotifyOnEnd -SuppressAutoIncidents -ReminderMinutesBefore 60, 1440 -AutoStart:$false -AutoEnd -ShowAffectedServices",
        "Set-ChecklyMaintenanceWindow 42 -Once -TimeZone $null -Description $null -PauseChecks:$false -SilenceAllAlerts -StatusPageId @()",
        $"Set-ChecklyMaintenanceWindow 42 -Name x -Duration 02:00 -RepeatUnit MONTH -RepeatUntil $null -StatusPageId {UpdateId} -AffectAllServices",
        "Set-ChecklyMaintenanceWindow 43 -EndNow",
        "Remove-ChecklyMaintenanceWindow 42",
        "Get-ChecklyMaintenance 42 -First 5 -Skip 7",
        $"Get-ChecklyMaintenance 42 {UpdateId}",
        $"Set-ChecklyMaintenance 42 {UpdateId} -StartsAt 2026-05-01T20:30Z -EndsAt 2026-05-01T21:30Z",
        $"Remove-ChecklyMaintenance 42 {UpdateId}",
        $"New-ChecklyMaintenanceUpdate completed x -MaintenanceWindowId 42 -MaintenanceId {UpdateId} -NotifySubscribers",
        $"Set-ChecklyMaintenanceUpdate 42 {UpdateId} {UpdateId} -Status verifying",
        $"Set-ChecklyMaintenanceUpdate 42 {UpdateId} {UpdateId} x",
        $"Remove-ChecklyMaintenanceUpdate 42 {UpdateId} {UpdateId}",
    ]);

    private static string[] StatusPageIncidentCommands =>
    [
        $"New-ChecklyStatusPageIncident x -Service {ServiceId} -Description x",
        "New-ChecklyStatusPageIncident x -Service API -Description x -Severity critical -Status identified -NotifySubscribers -PublicDate '2026-01-01'",
        $"New-ChecklyStatusPageIncident x -StatusPageId {PageId} -Description x",
        "Get-ChecklyStatusPageIncident -First 5",
        $"Get-ChecklyStatusPageIncident -Status Open -StatusPageId {PageId}",
        $"Get-ChecklyStatusPageIncident {IncidentId}",
        $"Set-ChecklyStatusPageIncident {IncidentId} -Name x",
        $"Set-ChecklyStatusPageIncident {IncidentId} -Severity medium -Service API",
        $"Resolve-ChecklyStatusPageIncident {IncidentId} -Force",
        $"Remove-ChecklyStatusPageIncident {IncidentId}",
        $"New-ChecklyStatusPageIncidentUpdate {IncidentId} -Description x",
        $"New-ChecklyStatusPageIncidentUpdate {IncidentId} monitoring x -Severity major -NotifySubscribers -PublicDate '2026-01-01'",
        $"New-ChecklyStatusPageIncidentUpdate {IncidentId} -Description x -Severity major -WhatIf",
        $"Get-ChecklyStatusPageIncidentUpdate {IncidentId}",
        $"Get-ChecklyStatusPageIncidentUpdate {IncidentId} {UpdateId}",
        $"Set-ChecklyStatusPageIncidentUpdate {IncidentId} {UpdateId} x",
        $"Set-ChecklyStatusPageIncidentUpdate {IncidentId} {UpdateId} -Status resolved -PublicDate '2026-01-01'",
        $"Remove-ChecklyStatusPageIncidentUpdate {IncidentId} {UpdateId}",
    ];

    [Theory]
    [MemberData(nameof(Commands))]
    public async Task The_document_describes_every_request_of(string command)
    {
        OpenApiDocument? document = OpenApiDocument.BesideCheckout();
        Assert.SkipWhen(document is null, "The official document does not lie beside this checkout (../shared/api/openapi.json).");
        Answer();
        ConnectTo(server.Uri);

        Do($"$ConfirmPreference = 'None'; $null = {command}", ("uri", server.Uri));

        Assert.NotEmpty(server.Requests);
        foreach (SentRequest sent in server.Requests)
        {
            string? body = sent.Body.Length == 0 ? null : Encoding.UTF8.GetString(sent.Body);
            Assert.Empty(await document!.ProblemsAsync(sent.Method, sent.Target, body));
        }
    }

    [Fact]
    public void No_cmdlet_that_talks_to_the_api_is_left_out()
    {
        string[] silent = ["Get-ChecklySession", "Disconnect-Checkly"];
        string[] cmdlets = [.. Do("Get-Command -Module Checkly | ForEach-Object Name").Output.Select(name => name.ToString()).Except(silent).Order()];

        Assert.Equal(cmdlets, Commands.Select(row => row.Data.Split(' ')[0]).Distinct().Order());
    }

    protected override void Cleanup() => server.Reset();

    private void Answer()
    {
        string account = $$"""{"id":"{{AccountId}}","name":"Acme"}""";
        string update = $$"""{"id":"{{UpdateId}}","status":"RESOLVED","description":"x"}""";
        string incident = $$"""{"id":"{{IncidentId}}","name":"x","impact":"MINOR","startedAt":"2025-12-31T00:00:00.000Z","incidentUpdates":[{{update}}]}""";
        AnswerStatusPageIncidents();
        const string Dashboard = """
            {"dashboardId":"4b82a8ad","id":7,"header":"x","customUrl":"acme","customDomain":null,"logo":"","favicon":null,"link":"https://x","width":"FULL",
             "tags":["a"],"checksPerPage":15,"useTagsAndOperator":false,"customCSS":"","created_at":"2022-09-08T19:41:28.658Z",
             "keys":[{"id":"e50ad839-1b90-4955-b716-1c6edbda57cb","rawKey":"da_x","maskedKey":"...x","created_at":"2022-09-08T19:41:28.658Z"}]}
            """;
        AnswerStatusPages();
        const string Times = "\"startsAt\":\"2026-05-01T20:00:00.000Z\",\"endsAt\":\"2026-05-01T22:00:00.000Z\"";
        string window = $$"""{"id":42,"name":"x",{{Times}},"statusPageVisibility":{"enabled":true,"severity":null,"reminderMinutesBefore":[60],"statusPageIds":["{{UpdateId}}"],"serviceIds":["{{UpdateId}}"]} }""";
        string time = $$"""{"id":"{{UpdateId}}",{{Times}},"status":"SCHEDULED","updates":[{{update}}]}""";
        string maintenance = $"/v1/maintenance-windows/42/maintenances/{UpdateId}";
        server
            .Answer("GET", "/v1/accounts", 200, $"[{account}]").Answer("GET", "/v1/accounts/me", 200, account)
            .Answer("POST", "/v1/incidents", 200, incident)
            .Answer("GET", $"/v1/incidents/{IncidentId}", 200, incident).Answer("PUT", $"/v1/incidents/{IncidentId}", 200, incident).Answer("DELETE", $"/v1/incidents/{IncidentId}", 204)
            .Answer("POST", UpdatesPath, 201, update)
            .Answer("PUT", $"{UpdatesPath}/{UpdateId}", 200, update).Answer("DELETE", $"{UpdatesPath}/{UpdateId}", 204)
            .Answer("GET", "/v1/dashboards", 200, "[]").Answer("POST", "/v1/dashboards", 201, Dashboard)
            .Answer("GET", "/v1/dashboards/4b82a8ad", 200, Dashboard).Answer("PUT", "/v1/dashboards/4b82a8ad", 200, Dashboard).Answer("DELETE", "/v1/dashboards/4b82a8ad", 204)
            .Answer("GET", "/v1/checks", 200, "[]").Answer("GET", $"/v1/checks/{IncidentId}", 200, """{"id":"x","name":"x"}""")
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
    private void AnswerStatusPageIncidents()
    {
        const string Path = $"/v1/status-pages/incidents/{IncidentId}";
        const string Service = $$"""{"id":"{{ServiceId}}","name":"API","accountId":"{{AccountId}}","created_at":"2022-09-08T19:41:28.658Z"}""";
        const string Update = $$"""{"id":"{{UpdateId}}","status":"RESOLVED","description":"x","publicIncidentUpdateDate":"2022-09-08T19:41:28.658Z","notifySubscribers":true}""";
        const string Incident = $$"""{"id":"{{IncidentId}}","name":"x","severity":"MINOR","services":[{{Service}}],"lastUpdateStatus":"RESOLVED","incidentUpdates":[{{Update}}]}""";
        server
            .Answer("GET", "/v1/status-pages/incidents", 200, $$"""{"length":1,"entries":[{{Incident}}],"nextId":null}""").Answer("POST", "/v1/status-pages/incidents", 201, Incident)
            .Answer("GET", Path, 200, Incident).Answer("PUT", Path, 200, Incident).Answer("DELETE", Path, 204)
            .Answer("POST", $"{Path}/incident-updates", 200, Update)
            .Answer("GET", $"{Path}/incident-updates/{UpdateId}", 200, Update).Answer("PUT", $"{Path}/incident-updates/{UpdateId}", 200, Update).Answer("DELETE", $"{Path}/incident-updates/{UpdateId}", 204);
    }

    private void AnswerStatusPages()
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
