using Checkly.Tests;

namespace Checkly.Cmdlets.Tests;

/// <summary>Where the id of a dashboard, status page, service, window, snippet or check is wanted, its name can be given.</summary>
public sealed class NamedIdTests(ApiServer server) : ModuleTest, IClassFixture<ApiServer>
{
    private const string One = "0d1a3e5c-1d0b-4d53-8d2f-5d1c1c7c2f10";
    private const string Two = "7c9e6679-7425-40de-944b-e07fc1f90ae7";
    private const string Upgrade = "$w = New-ChecklyMaintenanceWindow Upgrade -Duration 01:00 -Tag db -SilenceAlerts; ";

    [Theory]
    [InlineData("(Get-ChecklyCheck 'checkout api').Name", "Checkout API")]
    [InlineData("(Get-ChecklyCheckStatus 'Checkout API').Name", "Checkout API")]
    [InlineData("(Get-ChecklyDashboard 'Sandbox status').DashboardId", "5a9db0c5")]
    [InlineData("(Get-ChecklyDashboard 1001).DashboardId", "5a9db0c5")]
    [InlineData("(Set-ChecklyDashboard sandbox -Header New -PassThru).Header", "New")]
    [InlineData("Remove-ChecklyDashboard sandbox -Confirm:$false; @(Get-ChecklyDashboard).Count", "0")]
    [InlineData("(Get-ChecklyStatusPage 'Sandbox status').Url", "sandbox")]
    [InlineData("(Get-ChecklyStatusPage SANDBOX).Url", "sandbox")]
    [InlineData("(Set-ChecklyStatusPage sandbox -Name New -PassThru).Name", "New")]
    [InlineData("Remove-ChecklyStatusPage sandbox -Confirm:$false; @(Get-ChecklyStatusPage).Count", "0")]
    [InlineData("(Get-ChecklyStatusPageService API).Name", "API")]
    [InlineData("(Set-ChecklyStatusPageService API Data -PassThru).Name", "Data")]
    [InlineData("Remove-ChecklyStatusPageService API -Confirm:$false; (Get-ChecklyStatusPageService).Name", "Website")]
    [InlineData("(New-ChecklyStatusPageSubscription sandbox a@example.com).Created; (Get-ChecklyStatusPageSubscription sandbox).Address", "1 a@example.com")]
    [InlineData("$null = New-ChecklyStatusPageSubscription sandbox a@example.com; $s = Get-ChecklyStatusPageSubscription sandbox; Remove-ChecklyStatusPageSubscription sandbox $s.Id -Confirm:$false; @(Get-ChecklyStatusPageSubscription sandbox).Count", "0")]
    [InlineData("(New-ChecklyStatusPageIncident Slow -Description 'Looking.' -StatusPageId sandbox).Services.Count; (Get-ChecklyStatusPageIncident -StatusPageId sandbox).Name", "2 Slow")]
    [InlineData("(New-ChecklyMaintenanceWindow x -Duration 01:00 -StatusPageId sandbox -AffectAllServices).StatusPageVisibility['statusPageIds']", "5a9db0c5-7e57-4c0d-8000-000000000010")]
    [InlineData(Upgrade + "(Get-ChecklyMaintenanceWindow upgrade).Name; (Set-ChecklyMaintenanceWindow Upgrade -Name New -PassThru).Name", "Upgrade New")]
    [InlineData(Upgrade + "$m = Get-ChecklyMaintenance Upgrade; (Get-ChecklyMaintenance Upgrade $m.Id).Id -eq $m.Id", "True")]
    [InlineData(Upgrade + "$m = Get-ChecklyMaintenance Upgrade; $u = New-ChecklyMaintenanceUpdate -MaintenanceWindowId Upgrade -MaintenanceId $m.Id -Status COMPLETED -Description Done.; (Set-ChecklyMaintenanceUpdate Upgrade $m.Id $u.Id Better. -PassThru).Description; Remove-ChecklyMaintenanceUpdate Upgrade $m.Id $u.Id -Confirm:$false; Remove-ChecklyMaintenance Upgrade $m.Id -Confirm:$false; @(Get-ChecklyMaintenance Upgrade).Count", "Better. 0")]
    [InlineData(Upgrade + "Remove-ChecklyMaintenanceWindow Upgrade -Confirm:$false; @(Get-ChecklyMaintenanceWindow).Count", "0")]
    [InlineData("$null = New-ChecklySnippet 'Log in' x; (Get-ChecklySnippet 'log in').Script; (Set-ChecklySnippet 'Log in' -Script y -PassThru).Script; Remove-ChecklySnippet 'Log in' -Confirm:$false; @(Get-ChecklySnippet).Count", "x y 0")]
    public void A_name_stands_for_the_id(string script, string written) =>
        Assert.Equal(written, string.Join(' ', Do($"Connect-Checkly -Sandbox; {script}").Output));

    [Fact]
    public void The_list_is_read_once_for_a_pipeline_and_not_for_ids()
    {
        ConnectTo(server.Uri);
        Services("A", "B");
        server.Answer("GET", "/v1/status-pages/services/*", 200, $$"""{"id":"{{One}}","name":"x"}""");

        Do($"'a', 'B', 'A', '{Two}' | Get-ChecklyStatusPageService");

        const string Path = "/v1/status-pages/services";
        Assert.Equal([$"{Path}?limit=100", $"{Path}/{One}", $"{Path}/{Two}", $"{Path}/{One}", $"{Path}/{Two}"], server.Requests.Select(request => request.Target));
    }

    [Fact]
    public void A_name_of_several_is_refused_with_their_ids_and_changes_nothing()
    {
        ConnectTo(server.Uri);
        Services("Shop", "shop");

        Outcome outcome = Run("Remove-ChecklyStatusPageService SHOP -Confirm:$false");

        Assert.Equal($"The account has 2 services 'SHOP': {One} 'Shop', {Two} 'shop'. Give the id of the one you mean.", outcome.Error.Exception.Message);
        Assert.Equal("GET", Assert.Single(server.Requests).Method);
    }

    [Fact]
    public void As_it_is_written_it_comes_first()
    {
        ConnectTo(server.Uri);
        Services("Shop", "shop");
        server.Answer("DELETE", $"/v1/status-pages/services/{Two}", 204);

        Do("Remove-ChecklyStatusPageService shop -Confirm:$false");

        Assert.Equal($"/v1/status-pages/services/{Two}", server.Requests[^1].Target);
    }

    [Theory]
    [InlineData("Get-ChecklyStatusPageService nope", "The account has no service 'nope'. It has 'Website', 'API'.", "Run Get-ChecklyStatusPageService to see what there is.")]
    [InlineData("Get-ChecklySnippet nope", "The account has no snippet 'nope'. It has none yet: New-ChecklySnippet makes one.", "Run Get-ChecklySnippet to see what there is.")]
    public void A_name_that_nothing_has_is_said(string command, string message, string advice)
    {
        Outcome outcome = Run($"Connect-Checkly -Sandbox; {command}");

        Assert.StartsWith("Checkly.NotFound,", outcome.Error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal((message, advice), (outcome.Error.Exception.Message, outcome.Error.ErrorDetails.RecommendedAction));
    }

    [Fact]
    public void A_list_that_cannot_be_read_is_asked_for_once()
    {
        ConnectTo(server.Uri);
        server.Answer("GET", "/v1/maintenance-windows", 500, "{}");

        Outcome outcome = Run("'a', 'b', '7', 'c' | Remove-ChecklyMaintenanceWindow -Confirm:$false");

        Assert.Equal(["/v1/maintenance-windows?limit=100&page=1", "/v1/maintenance-windows/7"], server.Requests.Select(request => request.Target));
        Assert.Equal(4, outcome.Errors.Count);
        Assert.Equal("The maintenance window 'b' was not looked up, since the account's list could not be read.", outcome.Errors[1].Exception.Message);
    }

    [Theory]
    [InlineData("Win`u{00A0}2")]
    [InlineData("win  2")]
    public void Blanks_are_as_they_are_shown(string given)
    {
        ConnectTo(server.Uri);
        server.Answer("GET", "/v1/maintenance-windows", 200, """[{"id":1,"name":"Win 2"}]""").Answer("GET", "/v1/maintenance-windows/1", 200, """{"id":1}""");

        Assert.Single(Do($"Get-ChecklyMaintenanceWindow \"{given}\"").Output);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-5")]
    public void A_number_that_no_dashboard_has_is_not_sent(string number)
    {
        Outcome outcome = Run($"Connect-Checkly -Sandbox; New-ChecklyIncident x -DashboardId {number} -Status RESOLVED -Description d");

        Assert.StartsWith($"The account has no dashboard '{number}'.", outcome.Error.Exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void One_that_is_not_there_costs_no_other() =>
        Assert.Equal("API", Get(Run("Connect-Checkly -Sandbox; 'nope', 'API' | Get-ChecklyStatusPageService").Output.Single(), "Name"));

    [Fact]
    public void A_question_names_what_was_found()
    {
        PromptAnswers.Enqueue("No");

        Do("Connect-Checkly -Sandbox; Remove-ChecklyStatusPageService api");

        Assert.Equal("Remove service 'API' (5a9db0c5-7e57-4c0d-8000-000000000012) in the sandbox?", Assert.Single(Questions));
    }

    protected override void Cleanup() => server.Reset();

    private void Services(string one, string two) => server.Answer("GET", "/v1/status-pages/services", 200, $$"""
        {"length":2,"entries":[{"id":"{{One}}","name":"{{one}}"},{"id":"{{Two}}","name":"{{two}}"}],"nextId":null}
        """);
}
