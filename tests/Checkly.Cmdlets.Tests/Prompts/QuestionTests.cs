using Checkly.Tests;

namespace Checkly.Cmdlets.Tests;

/// <summary>A question names what is changed or removed, and the account.</summary>
public sealed class QuestionTests(ApiServer server) : ModuleTest, IClassFixture<ApiServer>
{
    private const string InSandbox = "Connect-Checkly -Sandbox; $null = Get-ChecklyStatusPage; ";
    private const string NewIncident = "$i = New-ChecklyIncident 'Checkout is slow' -DashboardId 1001 -Status INVESTIGATING -Description Looking.; ";
    private const string NewPageIncident = "$i = New-ChecklyStatusPageIncident 'Checkout is slow' -Service API -Description Looking.; ";
    private const string NewWindow = "$w = New-ChecklyMaintenanceWindow Upgrade -StartsAt 2026-05-01T22:00:00Z -Duration 01:00 -Tag db -SilenceAlerts; $m = Get-ChecklyMaintenance $w; ";

    [Theory]
    [InlineData(NewIncident + "Remove-ChecklyIncident $i", @"\ARemove incident 'Checkout is slow' \([-0-9a-f]{36}\) with all its updates in the sandbox\?\z")]
    [InlineData(NewIncident + "$i.IncidentUpdates | Remove-ChecklyIncidentUpdate", @"\ARemove update 'INVESTIGATING: Looking\.' \([-0-9a-f]{36}\) of incident 'Checkout is slow' \([-0-9a-f]{36}\) in the sandbox\?\z")]
    [InlineData(NewPageIncident + "Remove-ChecklyStatusPageIncident $i", @"\ARemove incident 'Checkout is slow' \([-0-9a-f]{36}\) with all its updates from all status pages in the sandbox\?\z")]
    [InlineData(NewPageIncident + "$i.IncidentUpdates | Remove-ChecklyStatusPageIncidentUpdate", @"\ARemove update 'INVESTIGATING: Looking\.' \([-0-9a-f]{36}\) of incident 'Checkout is slow' \([-0-9a-f]{36}\) in the sandbox\?\z")]
    [InlineData("Get-ChecklyStatusPageService -Name API | Remove-ChecklyStatusPageService", @"\ARemove service 'API' \(5a9db0c5-7e57-4c0d-8000-000000000012\) in the sandbox\?\z")]
    [InlineData("Get-ChecklyStatusPage | Remove-ChecklyStatusPage", @"\ARemove status page 'Sandbox status' \([-0-9a-f]{36}\) in the sandbox\?\z")]
    [InlineData("$p = Get-ChecklyStatusPage; $null = New-ChecklyStatusPageSubscription $p ada@example.com; Get-ChecklyStatusPageSubscription $p | Remove-ChecklyStatusPageSubscription", @"\ARemove subscription 'ada@example\.com' \([-0-9a-f]{36}\) of status page 'Sandbox status' \([-0-9a-f]{36}\) in the sandbox\?\z")]
    [InlineData("Get-ChecklyDashboard | Remove-ChecklyDashboard", @"\ARemove dashboard 'Sandbox status' \([-0-9a-f]+\) in the sandbox\?\z")]
    [InlineData(NewWindow + "Remove-ChecklyMaintenanceWindow $w", @"\ARemove maintenance window 'Upgrade' \(2001\) with all its maintenances in the sandbox\?\z")]
    [InlineData(NewWindow + "$m | Remove-ChecklyMaintenance", @"\ARemove maintenance '2026-05-0[12]T[^']+' \([-0-9a-f]{36}\) of maintenance window 'Upgrade' \(2001\) with all its updates in the sandbox\?\z")]
    [InlineData(NewWindow + "$m | New-ChecklyMaintenanceUpdate -Status COMPLETED -Description Done. | Remove-ChecklyMaintenanceUpdate", @"\ARemove update 'COMPLETED: Done\.' \([-0-9a-f]{36}\) of maintenance '2026-05-0[12]T[^']+' \([-0-9a-f]{36}\) of maintenance window 'Upgrade' \(2001\) in the sandbox\?\z")]
    public void A_removal_is_asked_about_by_name(string script, string question)
    {
        PromptAnswers.Enqueue("No");

        Do(InSandbox + script);

        Assert.Matches(question, Assert.Single(Questions));
    }

    [Theory]
    [InlineData(NewIncident + "Set-ChecklyIncident $i -Impact MAJOR -Confirm", @"\AChange incident 'Checkout is slow' \([-0-9a-f]{36}\) in the sandbox\? PUT /v1/incidents/")]
    [InlineData(NewIncident + "New-ChecklyIncidentUpdate $i RESOLVED Fixed. -Confirm", @"\AAdd to incident 'Checkout is slow' \([-0-9a-f]{36}\) in the sandbox\? POST /v1/incidents/[-0-9a-f]{36}/updates \{""status"":""RESOLVED""")]
    [InlineData(NewPageIncident + "Resolve-ChecklyStatusPageIncident $i -Confirm", @"\AAdd to incident 'Checkout is slow' \([-0-9a-f]{36}\) in the sandbox\? POST .* \(appears on 1 status page: Sandbox status; nobody gets a mail\)\z")]
    [InlineData("Get-ChecklyStatusPageService -Name API | Set-ChecklyStatusPageService -Name Shop -Confirm", @"\AChange service 'API' \([-0-9a-f]{36}\) in the sandbox\? PUT ")]
    [InlineData("New-ChecklyStatusPageService Shop -Confirm", @"\ASend to the sandbox\? POST /v1/status-pages/services \{""name"":""Shop""\}\z")]
    [InlineData("Get-ChecklyStatusPage | New-ChecklyStatusPageSubscription -Address a@example.com, b@example.com -Confirm", @"\ASubscribe 2 addresses to status page 'Sandbox status' \([-0-9a-f]{36}\) in the sandbox\? Each new one gets a mail that asks for a confirmation\.\z")]
    public void A_change_is_asked_about_by_name_and_with_its_request(string script, string question)
    {
        PromptAnswers.Enqueue("No");

        Do(InSandbox + script);

        Assert.Matches(question, Assert.Single(Questions));
    }

    [Fact]
    public void What_was_not_seen_is_read_before_the_question()
    {
        Connect();
        server.Answer("GET", $"/v1/incidents/{IncidentId}", 200, $$"""{"id":"{{IncidentId}}","name":"Checkout\u001b[2J\u202e is slow","impact":"MINOR","dashboardId":1,"incidentUpdates":[]}""");
        PromptAnswers.Enqueue("No");

        Do($"Remove-ChecklyIncident {IncidentId}");

        Assert.Equal($"Remove incident 'Checkout\u241b[2J is slow' ({IncidentId}) with all its updates in account {AccountId} at {server.Uri}?", Assert.Single(Questions));
        Assert.Equal("GET", Assert.Single(server.Requests).Method);
    }

    [Fact]
    public void A_name_cannot_end_its_quotation()
    {
        Connect();
        server.Answer("GET", $"/v1/incidents/{IncidentId}", 200, $$"""{"id":"{{IncidentId}}","name":"x' (1) in account y? 'z","impact":"MINOR","dashboardId":1,"incidentUpdates":[]}""");
        PromptAnswers.Enqueue("No");

        Do($"Remove-ChecklyIncident {IncidentId}");

        Assert.StartsWith($"Remove incident 'x\u2019 (1) in account y? \u2019z' ({IncidentId}) with", Assert.Single(Questions), StringComparison.Ordinal);
    }

    [Fact]
    public void An_id_hides_nothing()
    {
        PromptAnswers.Enqueue("No");

        Do("Connect-Checkly -Sandbox; Invoke-ChecklyApi DELETE /v1/snippets/%E2%80%8B1001");

        Assert.Equal("Remove snippet %E2%80%8B1001 in the sandbox?", Assert.Single(Questions));
    }

    /// <summary>Characters that a terminal does not show are escaped in a body, which stays the same JSON.</summary>
    [Fact]
    public void What_would_be_sent_hides_nothing()
    {
        Connect();

        Outcome outcome = Do($"New-ChecklyIncidentUpdate {IncidentId} RESOLVED \"a`u{{200b}}b`u{{e0041}}c`u{{9b}}\" -WhatIf; Invoke-ChecklyApi POST /v1/x \"{{`r`n}}\" -WhatIf");

        Assert.Contains("""{"status":"RESOLVED","description":"a\u200bb\udb40\udc41c\u009b"}""", outcome.Shown, StringComparison.Ordinal);
        Assert.DoesNotContain("\\u000d", outcome.Shown, StringComparison.Ordinal);
    }

    [Fact]
    public void What_cannot_be_read_is_asked_about_by_its_id()
    {
        Connect();
        PromptAnswers.Enqueue("Yes");

        Run($"Remove-ChecklyIncident {IncidentId}");

        Assert.Equal($"Remove incident {IncidentId} with all its updates in account {AccountId} at {server.Uri}?", Assert.Single(Questions));
        Assert.Equal(["GET", "DELETE"], server.Requests.Select(request => request.Method));
    }

    [Theory]
    [InlineData("-Confirm:$false", "DELETE")]
    [InlineData("-WhatIf", null)]
    public void Where_nobody_is_asked_nothing_is_read(string switches, string? sent)
    {
        Connect();
        server.Answer("DELETE", $"/v1/incidents/{IncidentId}", 204);

        Do($"Remove-ChecklyIncident {IncidentId} {switches}");

        Assert.Equal(sent, server.Requests.Select(request => request.Method).SingleOrDefault());
    }

    [Fact]
    public void A_long_name_is_cut_and_the_key_is_left_out()
    {
        Connect();
        server.Answer("GET", "/v1/dashboards/4b82a8ad", 200, $$"""{"id":1,"dashboardId":"4b82a8ad","header":"{{Key}} {{new string('x', 200)}}"}""");
        PromptAnswers.Enqueue("No");

        Do("Remove-ChecklyDashboard 4b82a8ad");

        string question = Assert.Single(Questions);
        Assert.DoesNotContain(Key, question, StringComparison.Ordinal);
        Assert.StartsWith("Remove dashboard '[API key]", question, StringComparison.Ordinal);
        Assert.Contains("...' (4b82a8ad) in account", question, StringComparison.Ordinal);
    }

    private void Connect()
    {
        server.Reset();
        ConnectTo(server.Uri, account: AccountId);
    }
}
