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
        const string Dashboard = """
            {"dashboardId":"4b82a8ad","id":7,"header":"x","customUrl":"acme","customDomain":null,"logo":"","favicon":null,"link":"https://x","width":"FULL",
             "tags":["a"],"checksPerPage":15,"useTagsAndOperator":false,"customCSS":"","created_at":"2022-09-08T19:41:28.658Z",
             "keys":[{"id":"e50ad839-1b90-4955-b716-1c6edbda57cb","rawKey":"da_x","maskedKey":"...x","created_at":"2022-09-08T19:41:28.658Z"}]}
            """;
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
            .Answer("GET", "/v1/maintenance-windows", 200, "[]").Answer("POST", "/v1/maintenance-windows", 201, window)
            .Answer("GET", "/v1/maintenance-windows/42", 200, window).Answer("PUT", "/v1/maintenance-windows/42", 200, window).Answer("DELETE", "/v1/maintenance-windows/42", 204)
            .Answer("GET", "/v1/maintenance-windows/43", 200, window.Replace("2026-05-01T22", "2999-05-01T22", StringComparison.Ordinal)).Answer("PUT", "/v1/maintenance-windows/43", 200, window)
            .Answer("GET", maintenance, 200, time).Answer("GET", "/v1/maintenance-windows/42/maintenances", 200, "[]")
            .Answer("PATCH", maintenance, 200, time).Answer("DELETE", maintenance, 204)
            .Answer("POST", $"{maintenance}/updates", 201, update)
            .Answer("PUT", $"{maintenance}/updates/{UpdateId}", 200, update).Answer("DELETE", $"{maintenance}/updates/{UpdateId}", 204)
            .Answer("GET", "/v1/dashboards/acme", 200, Dashboard).Answer("GET", "/v1/dashboards/status.example.com", 200, Dashboard);
    }
}
