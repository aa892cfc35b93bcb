using System.Management.Automation;
using System.Text;
using Checkly.Tests;

namespace Checkly.Cmdlets.Tests;

/// <summary>On a machine in Berlin: what its clock leaves out or shows twice, and how it shows times.</summary>
[Collection(RunsAlone.Name)]
public sealed class LocalClockTests : ModuleTest
{
    private const string PageIncident = $"/v1/status-pages/incidents/{IncidentId}";
    private const string Gap = "There is no 2026-03-29T02:30:00 in Europe/Berlin: the clocks are put forward from 2026-03-29T02:00:00 to 2026-03-29T03:00:00";
    private const string Twice = "give 2026-10-25T02:30:00+02:00 for the first time or 2026-10-25T02:30:00+01:00 for the second";
    private const string NewIncident = "New-ChecklyIncident x -DashboardId 7 -Status RESOLVED -Description y";
    private readonly EnvironmentFor _environment = new(server: null);
    private readonly ApiServer _server = new();

    public LocalClockTests()
    {
        _environment.Set("TZ", "Europe/Berlin");
        TimeZoneInfo.ClearCachedData();
        _server.Answer("POST", "/v1/incidents", 200, $$"""{"id":"{{IncidentId}}"}""")
            .Answer("GET", $"/v1/incidents/{IncidentId}", 200, $$"""{"id":"{{IncidentId}}","name":"x","impact":"MINOR"}""")
            .Answer("PUT", $"/v1/incidents/{IncidentId}", 200, $$"""{"id":"{{IncidentId}}"}""")
            .Answer("POST", $"{PageIncident}/incident-updates", 201, """{"id":"x","description":"y","status":"RESOLVED"}""")
            .Answer("POST", "/v1/checks", 200, """{"id":"x"}""");
        ConnectTo(_server.Uri);
    }

    private string[] Bodies => [.. _server.Requests.Where(request => request.Method != "GET").Select(request => Encoding.UTF8.GetString(request.Body))];

    [Theory]
    [InlineData($"{NewIncident} -StartedAt")]
    [InlineData($"{NewIncident} -StoppedAt")]
    [InlineData($"Set-ChecklyIncident {IncidentId} -StartedAt")]
    [InlineData($"Set-ChecklyIncident {IncidentId} -StoppedAt")]
    [InlineData($"New-ChecklyStatusPageIncident x -Service {IncidentId} -Description y -PublicDate")]
    [InlineData($"New-ChecklyStatusPageIncidentUpdate {IncidentId} RESOLVED y -PublicDate")]
    [InlineData($"Set-ChecklyStatusPageIncidentUpdate {IncidentId} {IncidentId} -PublicDate")]
    [InlineData($"Resolve-ChecklyStatusPageIncident {IncidentId} -PublicDate")]
    public void A_time_that_is_not_one_moment_is_refused_by_every_cmdlet(string command)
    {
        foreach ((string time, string why) in new[]
        {
            ("'2026-03-29 02:30'", Gap),
            ("([datetime]'2026-03-29 02:30')", Gap),
            ("([datetime]::new(2026, 3, 29, 2, 30, 0, [DateTimeKind]'Local'))", Gap),
            ("'2026-10-25 02:30'", Twice),
            ("'0001-01-01'", "outside the years 1 to 9999"),
            ("([datetime]::MinValue)", "outside the years 1 to 9999"),
        })
        {
            Outcome outcome = Run($"{command} {time}");

            Assert.Contains(why, Assert.IsType<ParameterBindingException>(outcome.Thrown, exactMatch: false).Message, StringComparison.Ordinal);
        }

        Assert.Empty(_server.Requests);
    }

    [Fact]
    public void In_a_row_it_is_an_error_of_that_row()
    {
        Outcome outcome = Run($"'2026-03-29 02:30', '2026-03-29 03:30' | ForEach-Object {{ [pscustomobject]@{{ StartedAt = $_ }} }} | {NewIncident}");

        Assert.Null(outcome.Thrown);
        Assert.Contains(Gap, Assert.Single(outcome.Errors).Exception.Message, StringComparison.Ordinal);
        Assert.Contains("\"startedAt\":\"2026-03-29T01:30:00.000Z\"", Assert.Single(Bodies), StringComparison.Ordinal);
    }

    /// <summary>The hour that comes twice is one moment where the DateTime was made from one.</summary>
    [Theory]
    [InlineData("'2026-10-25T00:30:00Z'")]
    [InlineData("'2026-10-25T01:30:00Z'")]
    public void A_local_DateTime_is_the_moment_it_was_made_from(string moment)
    {
        Do($"{NewIncident} -StartedAt ([DateTimeOffset]{moment}).UtcDateTime.ToLocalTime()");

        Assert.Contains($"\"startedAt\":\"{moment.Trim('\'')[..19]}.000Z\"", Assert.Single(Bodies), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[datetime]'2026-07-01 12:00'", "2026-07-01T10:00:00")]
    [InlineData("[datetime]'2026-03-29 02:30'", null)]
    [InlineData("[datetime]'2026-10-25 02:30'", null)]
    [InlineData("[datetime]::MinValue", null)]
    public void A_DateTime_in_a_body_goes_by_the_same_rule(string time, string? sent)
    {
        Outcome outcome = Run($"$null = Invoke-ChecklyApi POST /v1/checks -Body @{{ at = {time} }}");

        Assert.Null(outcome.Thrown);
        Assert.Equal(sent is null ? ["Checkly.BadRequest"] : [], outcome.Errors.Select(error => error.FullyQualifiedErrorId.Split(',')[0]));
        Assert.Equal(sent is null ? 0 : 1, Bodies.Count(body => body.Contains(sent ?? "at", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_window_without_a_time_zone_is_on_the_clock_of_this_machine()
    {
        Outcome outcome = Run("New-ChecklyMaintenanceWindow x -PauseAllChecks -Duration 01:00 -StartsAt '2026-03-29 02:30'");

        Assert.StartsWith("Checkly.BadRequest,", outcome.Error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.StartsWith(Gap, outcome.Error.Exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Tables_show_local_time_and_everything_else_ISO_with_its_offset()
    {
        Assert.Equal("2026-07-01 12:00:00|2026-07-01T12:00:00+02:00", Do("$t = [DateTimeOffset]'2026-07-01T10:00:00Z'; [Checkly.TimeText]::Local($t) + '|' + [Checkly.TimeText]::Iso($t)").Only().ToString());
        Assert.Contains("2026-07-01 12:00:00", Do("[Checkly.IncidentUpdate]@{ CreatedAt = '2026-07-01T10:00:00Z' } | Out-Default").Shown, StringComparison.Ordinal);
        Assert.Contains("started 2026-01-01T13:00:00+01:00 (", Do("[Checkly.IncidentTimeline]::Render([Checkly.Incident]@{ StartedAt = '2026-01-01T12:00:00Z' }, 100, $false)").Only().ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_message_names_times_in_ISO() => Assert.Contains(
        "-StoppedAt (2026-07-01T12:00:00+02:00) is before -StartedAt (2026-07-01T13:00:00+02:00)",
        Run($"{NewIncident} -StartedAt '2026-07-01 13:00' -StoppedAt '2026-07-01 12:00'").Error.Exception.Message, StringComparison.Ordinal);

    protected override void Cleanup()
    {
        _environment.Dispose();
        TimeZoneInfo.ClearCachedData();
        _server.Dispose();
    }
}
