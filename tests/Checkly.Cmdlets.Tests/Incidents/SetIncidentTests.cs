using System.Management.Automation;
using System.Text;
using Checkly.Tests;

namespace Checkly.Cmdlets.Tests;

/// <summary>Set-ChecklyIncident: what is not named stays as it is.</summary>
public sealed class SetIncidentTests(ApiServer server) : ModuleTest, IClassFixture<ApiServer>
{
    private const string Path = $"/v1/incidents/{IncidentId}";
    private const string Before = $$"""
        {"id":"{{IncidentId}}","name":"Old name","impact":"MINOR","startedAt":"2026-01-02T03:04:05.000Z","stoppedAt":null,"dashboardId":7,
         "incidentUpdates":[{"id":"u1","status":"INVESTIGATING","description":"Looking."}]}
        """;

    [Theory]
    [InlineData("-Impact major", """{"name":"Old name","impact":"MAJOR","startedAt":"2026-01-02T03:04:05.000Z","stoppedAt":null}""")]
    [InlineData("-Name New", """{"name":"New","impact":"MINOR","startedAt":"2026-01-02T03:04:05.000Z","stoppedAt":null}""")]
    [InlineData("-StartedAt $null", """{"name":"Old name","impact":"MINOR","startedAt":null,"stoppedAt":null}""")]
    [InlineData("-StoppedAt '2026-01-03T00:00:00Z'", """{"name":"Old name","impact":"MINOR","startedAt":"2026-01-02T03:04:05.000Z","stoppedAt":"2026-01-03T00:00:00.000Z"}""")]
    [InlineData("-StartedAt $null -StoppedAt $null -Name N -Impact MAINTENANCE", """{"name":"N","impact":"MAINTENANCE","startedAt":null,"stoppedAt":null}""")]
    public void It_reads_first_and_keeps_the_rest(string arguments, string body)
    {
        Connect();

        Outcome outcome = Do($"Set-ChecklyIncident -Id {IncidentId} {arguments}");

        Assert.Empty(outcome.Output);
        Assert.Equal([("GET", Path + "?includeAllIncidentUpdates=true"), ("PUT", Path), ("GET", Path)], server.Requests.Select(request => (request.Method, request.Target)));
        Assert.Equal(body, Encoding.UTF8.GetString(server.Requests[1].Body));
    }

    [Fact]
    public void PassThru_returns_the_changed_incident_with_its_history()
    {
        Connect();

        PSObject incident = Do($"Set-ChecklyIncident {IncidentId} -Impact MAJOR -PassThru").Only();

        Assert.Equal("Changed", Get(incident, "Name"));
        Assert.Equal("INVESTIGATING", Get(incident, "CurrentStatus"));
    }

    [Fact]
    public void An_incident_that_is_piped_does_not_write_its_old_values_back()
    {
        Connect();

        Do($"[Checkly.Incident]@{{ Id = '{IncidentId}'; Name = 'Stale'; Impact = 'MAINTENANCE'; StartedAt = '2020-01-01' }} | Set-ChecklyIncident -Impact MAJOR");

        Assert.Equal("""{"name":"Old name","impact":"MAJOR","startedAt":"2026-01-02T03:04:05.000Z","stoppedAt":null}""", Encoding.UTF8.GetString(server.Requests[1].Body));
    }

    [Theory]
    [InlineData("", "nothing to change")]
    [InlineData("-StartedAt '2026-01-02' -StoppedAt '2026-01-01'", "before -StartedAt")]
    public void What_makes_no_sense_is_refused_before_any_request(string arguments, string why)
    {
        Connect();

        Outcome outcome = Run($"Set-ChecklyIncident {IncidentId} {arguments}");

        Assert.StartsWith("Checkly.BadRequest,", outcome.Error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal(IncidentId, outcome.Error.TargetObject);
        Assert.Contains(why, outcome.Error.Exception.Message, StringComparison.Ordinal);
        Assert.Empty(server.Requests);
    }

    [Theory]
    [InlineData("Set-ChecklyIncident $id -Name New")]
    [InlineData("$id | Set-ChecklyIncident -Name New")]
    [InlineData("Set-ChecklyIncident -Id ([Checkly.Incident]@{ Id = $id }) -Name New")]
    [InlineData("[Checkly.IncidentUpdate]@{ Id = 'other'; IncidentId = $id } | Set-ChecklyIncident -Name New")]
    [InlineData("[pscustomobject]@{ Id = $id } | Set-ChecklyIncident -Name New")]
    [InlineData("[pscustomobject]@{ IncidentId = $id } | Set-ChecklyIncident -Name New")]
    public void The_incident_can_be_given_in_every_natural_way(string script)
    {
        Connect();

        Do(script, ("id", IncidentId));

        Assert.Contains("\"name\":\"New\"", Encoding.UTF8.GetString(server.Requests[1].Body), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("-Name ' '", "Name")]
    [InlineData("-Name $null", "Name")]
    [InlineData("-Impact HUGE", "Impact")]
    [InlineData("-StoppedAt soon", "StoppedAt")]
    public void What_no_incident_can_have_is_refused_by_its_name(string arguments, string parameter)
    {
        Connect();

        Assert.Contains($"'{parameter}'", Run($"Set-ChecklyIncident {IncidentId} {arguments}").Error.Exception.Message, StringComparison.Ordinal);
        Assert.Empty(server.Requests);
    }

    [Fact]
    public void A_stop_before_the_start_that_the_server_knows_changes_nothing()
    {
        Connect();

        Outcome outcome = Run($"Set-ChecklyIncident {IncidentId} -StoppedAt '2025-01-01'");

        Assert.Contains("before -StartedAt", outcome.Error.Exception.Message, StringComparison.Ordinal);
        Assert.Equal("GET", Assert.Single(server.Requests).Method);
    }

    [Fact]
    public void New_refuses_a_stop_before_the_start_too()
    {
        Connect();

        Outcome outcome = Run("New-ChecklyIncident x -DashboardId 7 -Status RESOLVED -Description x -StartedAt '2026-01-02' -StoppedAt '2026-01-01'");

        Assert.StartsWith("Checkly.BadRequest,", outcome.Error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Empty(server.Requests);
    }

    protected override void Cleanup() => server.Reset();

    private void Connect()
    {
        ConnectTo(server.Uri);
        server.Answer("GET", Path, 200, Before).Answer("PUT", Path, 200, $$"""{"id":"{{IncidentId}}","name":"Changed","impact":"MAJOR","incidentUpdates":null}""");
    }
}
