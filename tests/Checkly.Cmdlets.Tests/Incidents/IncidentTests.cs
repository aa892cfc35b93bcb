using System.Management.Automation;
using Checkly.Tests;

namespace Checkly.Cmdlets.Tests;

/// <summary>New-ChecklyIncident and Get-ChecklyIncident, against a server and on the sandbox.</summary>
public sealed class IncidentTests(ApiServer server) : ModuleTest, IClassFixture<ApiServer>
{
    private const string OtherId = "3abcfdfe-ae2d-4632-8dd1-18dd871e18fc";

    [Fact]
    public void New_sends_what_was_given_with_minor_as_the_impact()
    {
        ConnectTo(server.Uri);
        server.Answer("POST", "/v1/incidents", 200, $$"""{"id":"{{IncidentId}}","name":"Down","dashboardId":7}""");

        PSObject incident = Do("New-ChecklyIncident Down -DashboardId 7 -Status investigating -Description 'Looking.'").Only();

        Assert.Equal(
            """{"name":"Down","impact":"MINOR","dashboardId":7,"incidentUpdates":[{"status":"INVESTIGATING","description":"Looking."}]}"""u8.ToArray(),
            Assert.Single(server.Requests).Body);
        Assert.Equal("Checkly.Incident", incident.BaseObject.GetType().FullName);
        Assert.Equal(IncidentId, Get(incident, "Id"));
        Assert.Equal(7L, Get(incident, "DashboardId"));
    }

    [Fact]
    public void New_sends_times_in_utc()
    {
        ConnectTo(server.Uri);
        server.Answer("POST", "/v1/incidents", 200, """{"id":"x"}""");

        Do("""
            New-ChecklyIncident -Name Down -DashboardId 7 -Impact major -Status RESOLVED -Description Up `
                -StartedAt '2026-01-02T03:04:05+02:00' -StoppedAt ([datetime]::new(2026, 1, 2, 3, 4, 5, [System.DateTimeKind]::Utc))
            """);

        Assert.Equal(
            """{"name":"Down","impact":"MAJOR","startedAt":"2026-01-02T01:04:05.000Z","stoppedAt":"2026-01-02T03:04:05.000Z","dashboardId":7,"incidentUpdates":[{"status":"RESOLVED","description":"Up"}]}"""u8.ToArray(),
            Assert.Single(server.Requests).Body);
    }

    [Theory]
    [InlineData("-Name ' '", "'Name'")]
    [InlineData("-Name x -Impact HUGE", "MAINTENANCE")]
    [InlineData("-Name x -DashboardId ' '", "'DashboardId'")]
    [InlineData("-Name x -DashboardId 1.5", "'DashboardId'")]
    [InlineData("-Name x -StartedAt soon", "'StartedAt'")]
    [InlineData("-Name x -Status BROKEN", "'Status'")]
    [InlineData("-Name x -Description \"`t\"", "'Description'")]
    public void New_refuses_bad_input_before_any_request(string arguments, string named)
    {
        ConnectTo(server.Uri);
        string dashboard = arguments.Contains("DashboardId", StringComparison.Ordinal) ? string.Empty : "-DashboardId 7";

        string status = arguments.Contains("-Status", StringComparison.Ordinal) ? string.Empty : "-Status RESOLVED";
        string description = arguments.Contains("-Description", StringComparison.Ordinal) ? string.Empty : "-Description x";

        Outcome outcome = Run($"New-ChecklyIncident {arguments} {dashboard} {status} {description}");

        Assert.Contains(named, outcome.Error.Exception.Message, StringComparison.Ordinal);
        Assert.Empty(server.Requests);
    }

    [Theory]
    [InlineData("Get-ChecklyIncident $a, $b")]
    [InlineData("Get-ChecklyIncident -IncidentId $a, $b")]
    [InlineData("$a, $b | Get-ChecklyIncident")]
    [InlineData("@{ Id = $a }, @{ Id = $b } | ForEach-Object { [pscustomobject]$_ } | Get-ChecklyIncident")]
    [InlineData("[Checkly.Incident]@{ Id = $a }, [Checkly.IncidentUpdate]@{ Id = 'other'; IncidentId = $b } | Get-ChecklyIncident")]
    [InlineData("Get-ChecklyIncident ([Checkly.Incident]@{ Id = $a }), $b")]
    public void Get_takes_one_or_many_in_every_natural_way(string script)
    {
        ConnectTo(server.Uri);
        server.Answer("GET", $"/v1/incidents/{IncidentId}", 200, $$"""{"id":"{{IncidentId}}"}""")
            .Answer("GET", $"/v1/incidents/{OtherId}", 200, $$"""{"id":"{{OtherId}}"}""");

        Outcome outcome = Do(script, ("a", IncidentId), ("b", OtherId));

        Assert.Equal([IncidentId, OtherId], outcome.Output.Select(incident => Get(incident, "Id")));
        Assert.Equal(
            [$"/v1/incidents/{IncidentId}?includeAllIncidentUpdates=true", $"/v1/incidents/{OtherId}?includeAllIncidentUpdates=true"],
            server.Requests.Select(request => request.Target));
    }

    [Fact]
    public void Get_without_an_id_says_why_there_is_no_list_and_what_there_is()
    {
        Do("Connect-Checkly -Sandbox");

        Outcome none = Run("Get-ChecklyIncident");
        Do("$one = New-ChecklyIncident 'Checkout is slow' -DashboardId 1001 -Status INVESTIGATING -Description d");
        Outcome one = Run("Get-ChecklyIncident");

        Assert.StartsWith("Checkly.BadRequest,", none.Error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal("The API cannot list the incidents of dashboards: give an id. For incidents of status pages use Get-ChecklyStatusPageIncident.", none.Error.Exception.Message);
        Assert.Equal($"The API cannot list the incidents of dashboards: give an id. This session has seen {Do("$one.Id").Only()} 'Checkout is slow (INVESTIGATING)'. For incidents of status pages use Get-ChecklyStatusPageIncident.", one.Error.Exception.Message);
    }

    [Theory]
    [InlineData("New-ChecklyIncident x -DashboardId 5a9db0c5 -Status RESOLVED -Description y")]
    [InlineData("New-ChecklyIncident x -DashboardId 'sandbox STATUS' -Status RESOLVED -Description y")]
    [InlineData("New-ChecklyIncident x -DashboardId sandbox -Status RESOLVED -Description y")]
    [InlineData("'sandbox' | New-ChecklyIncident x -Status RESOLVED -Description y")]
    [InlineData("[pscustomobject]@{ Name = 'x'; DashboardId = '5a9db0c5'; Status = 'RESOLVED'; Description = 'y' } | New-ChecklyIncident")]
    public void A_dashboard_is_found_by_whatever_it_is_called(string command) =>
        Assert.Equal(1001L, Get(Do($"Connect-Checkly -Sandbox; {command}").Only(), "DashboardId"));

    [Fact]
    public void The_whole_job_works_on_the_sandbox()
    {
        Outcome outcome = Do("""
            Connect-Checkly -Sandbox
            $incident = New-ChecklyIncident 'Checkout is slow' -DashboardId 1001 -Status INVESTIGATING -Description 'Looking.'
            $null = $incident | New-ChecklyIncidentUpdate -Status identified -Description 'Found.'
            $null = New-ChecklyIncidentUpdate $incident RESOLVED 'Fixed 🔧.'
            Get-ChecklyIncident $incident
            """);

        PSObject incident = outcome.Only();
        Assert.Equal("RESOLVED", Get(incident, "CurrentStatus"));
        var updates = (System.Collections.IEnumerable)Get(incident, "IncidentUpdates")!;
        Assert.Equal(
            ["RESOLVED: Fixed 🔧.", "IDENTIFIED: Found.", "INVESTIGATING: Looking."],
            updates.Cast<object>().Select(PSObject.AsPSObject).Select(update => $"{Get(update, "Status")}: {Get(update, "Description")}"));
    }

    [Fact]
    public void A_value_of_one_row_is_not_carried_over_to_the_next()
    {
        Outcome outcome = Do("""
            Connect-Checkly -Sandbox
            [pscustomobject]@{ Name = 'One'; Impact = 'MAJOR'; StartedAt = '2026-01-02T03:04:05Z' }, [pscustomobject]@{ Name = 'Two' } | New-ChecklyIncident -DashboardId 1001 -Status RESOLVED -Description d
            """);

        Assert.Equal(("MINOR", null), (Get(outcome.Output[1], "Impact"), Get(outcome.Output[1], "StartedAt")));
    }

    [Theory]
    [InlineData("Größe, œuvre, 日本語, 🚀")]
    [InlineData("say \"no\" \\ <b>bold</b> & 'more'")]
    [InlineData("first line\nsecond line\twith a tab")]
    [InlineData("$(Get-Date) `n %20 {0}")]
    public void A_text_is_kept_as_it_is(string text)
    {
        Outcome outcome = Do("""
            Connect-Checkly -Sandbox
            $update = New-ChecklyIncident x -DashboardId 1001 -Status RESOLVED -Description y | New-ChecklyIncidentUpdate -Status RESOLVED -Description $text
            $update.Description
            (Get-ChecklyIncident $update).IncidentUpdates[0].Description
            """, ("text", text));

        Assert.Equal([text, text], outcome.Output.Select(item => item.BaseObject));
    }

    [Fact]
    public void The_sandbox_answers_errors_as_the_api_does()
    {
        Do("Connect-Checkly -Sandbox");

        Outcome outcome = Run("New-ChecklyIncident Down -DashboardId 5 -Status RESOLVED -Description x");

        Assert.StartsWith("Checkly.NotFound,", outcome.Error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("the sandbox has dashboard 1001", outcome.Error.Exception.Message, StringComparison.Ordinal);
    }

    protected override void Cleanup() => server.Reset();
}
