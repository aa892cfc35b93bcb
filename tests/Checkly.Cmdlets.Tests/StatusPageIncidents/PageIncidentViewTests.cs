using Checkly.Tests;

namespace Checkly.Cmdlets.Tests;

/// <summary>What a person sees of status page incidents, and what Tab offers.</summary>
public sealed class PageIncidentViewTests : ModuleTest
{
    private const string Sample = """
        $incident = [Checkly.StatusPageIncident]@{
            Id = 'e50ad839-1b90-4955-b716-1c6edbda57cb'; Name = 'Checkout is slow'; Severity = 'MAJOR'; CurrentStatus = 'RESOLVED'; CreatedAt = '2026-01-02T09:00:00Z'
            Services = @([Checkly.StatusPageService]@{ Name = 'Website' }, [Checkly.StatusPageService]@{ Name = 'API' })
            IncidentUpdates = @(
                [Checkly.StatusPageIncidentUpdate]@{ IncidentId = 'i'; Status = 'RESOLVED'; Description = 'All is well.'; CreatedAt = '2026-01-02T11:59:00Z' }
                [Checkly.StatusPageIncidentUpdate]@{ IncidentId = 'i'; Status = 'INVESTIGATING'; Description = 'Payments take longer than usual. We are looking into it.'; CreatedAt = '2026-01-02T11:00:00Z'; PublicIncidentUpdateDate = '2026-01-02T11:05:00+02:00'; NotifySubscribers = $true })
        }
        """;

    [Fact]
    public void The_timeline_goes_by_the_date_that_customers_see() => Assert.Equal(
        $"""
        Checkout is slow
        RESOLVED  MAJOR  e50ad839-1b90-4955-b716-1c6edbda57cb
        affects Website, API
        created {Iso("2026-01-02T09:00:00Z")} (3 h ago)

          {Iso("2026-01-02T09:05:00Z")}  2 h ago    INVESTIGATING  Payments take longer than usual. We are
                                                               looking into it.
          {Iso("2026-01-02T11:59:00Z")}  1 min ago  RESOLVED       All is well.
        """,
        Do($"{Sample}\n[Checkly.IncidentTimeline]::Render($incident, 95, $false, [DateTimeOffset]'2026-01-02T12:00:00Z')").Only().ToString());

    [Fact]
    public void An_incident_shows_id_status_age_and_name() => Assert.Equal(
        [
            "Id                                   Status        Age    Name",
            "--                                   ------        ---    ----",
            $"{IncidentId} RESOLVED      3 h    Checkout is slow",
        ],
        Lines("$incident.CreatedAt = [DateTimeOffset]::Now.AddHours(-3.5); $incident"));

    [Fact]
    public void An_update_shows_the_public_date_and_whether_mail_went_out() => Assert.Equal(
        [
            "   Incident: i",
            "Public date (local) Status        Mail Description",
            "------------------- ------        ---- -----------",
            $"{Iso("2026-01-02T09:05:00Z")[..19].Replace('T', ' ')} INVESTIGATING yes  Payments take longer than usual. We are looking into it.",
            $"{Iso("2026-01-02T11:59:00Z")[..19].Replace('T', ' ')} RESOLVED      no   All is well.",
        ],
        Lines("$incident.IncidentUpdates[1], $incident.IncidentUpdates[0]"));

    [Theory]
    [InlineData("Get-ChecklyStatusPageIncident ")]
    [InlineData("Set-ChecklyStatusPageIncident -Id ")]
    [InlineData("Remove-ChecklyStatusPageIncident ")]
    [InlineData("Resolve-ChecklyStatusPageIncident ")]
    [InlineData("New-ChecklyStatusPageIncidentUpdate -IncidentId ")]
    [InlineData("Get-ChecklyStatusPageIncidentUpdate ")]
    [InlineData("Set-ChecklyStatusPageIncidentUpdate ")]
    [InlineData("Remove-ChecklyStatusPageIncidentUpdate ")]
    public void Incidents_that_the_session_has_seen_are_completed_the_last_first(string line)
    {
        Sandbox();

        Assert.Equal(["a (MONITORING)", "b (RESOLVED)"], Complete(line).Select(match => match.ToolTip));
    }

    [Fact]
    public void Updates_of_the_incident_that_was_given_are_completed()
    {
        Sandbox();

        Assert.Equal(["MONITORING: Two.", "INVESTIGATING: One."], Complete("Set-ChecklyStatusPageIncidentUpdate $a ").Select(match => match.ToolTip));
    }

    [Fact]
    public void What_was_removed_is_not_offered()
    {
        Sandbox();
        Do("$b | Remove-ChecklyStatusPageIncident -Confirm:$false");

        Assert.Equal(["a (MONITORING)"], Complete("Get-ChecklyStatusPageIncident ").Select(match => match.ToolTip));
    }

    [Fact]
    public void A_new_session_asks_once_for_the_newest()
    {
        using var server = new ApiServer();
        server.Answer("GET", "/v1/status-pages/incidents", 200, """{"length":2,"entries":[{"id":"new","name":"n","lastUpdateStatus":"IDENTIFIED"},{"id":"old"}]}""");
        ConnectTo(server.Uri);

        Assert.Equal(["new", "old"], Complete("Get-ChecklyStatusPageIncident ").Select(match => match.CompletionText));
        Assert.Equal("n (IDENTIFIED)", Complete("Resolve-ChecklyStatusPageIncident n")[0].ToolTip);
        Assert.Equal("/v1/status-pages/incidents?limit=20", Assert.Single(server.Requests).Target);
    }

    [Fact]
    public void A_server_that_fails_is_silent_and_not_asked_again()
    {
        using var server = new ApiServer();
        server.Answer("GET", "/v1/status-pages/incidents", 401, "{}");
        ConnectTo(server.Uri);

        Complete("Get-ChecklyStatusPageIncident ");
        Complete("Get-ChecklyStatusPageIncident ");

        Assert.Single(server.Requests);
        Assert.Empty(Do("$Error").Output);
    }

    [Theory]
    [InlineData("New-ChecklyStatusPageIncident x -StatusPageId ", "Sandbox status (sandbox) (5a9db0c5-7e57-4c0d-8000-000000000010)")]
    [InlineData("Get-ChecklyStatusPageIncident -StatusPageId ", "Sandbox status (sandbox) (5a9db0c5-7e57-4c0d-8000-000000000010)")]
    public void Status_pages_of_the_account_are_completed(string line, string offered)
    {
        Sandbox();

        Assert.Equal(offered, Assert.Single(Complete(line)).ToolTip);
    }

    private void Sandbox() => Do("""
        Connect-Checkly -Sandbox
        $a = New-ChecklyStatusPageIncident a -Service API -Description One.
        $b = New-ChecklyStatusPageIncident b -Service API -Status RESOLVED -Description Done.
        $null = New-ChecklyStatusPageIncidentUpdate $a MONITORING Two.
        """);

    private string[] Lines(string script) =>
        [.. Do($"{Sample}\n{script} | Out-Default").Shown.Split('\n').Select(line => line.TrimEnd()).Where(line => line.Length > 0)];
}
