using System.Text;
using Checkly.Tests;

namespace Checkly.Cmdlets.Tests;

/// <summary>The times of incidents: read as ISO 8601 in every culture, and never left out because they cannot be read.</summary>
public sealed class IncidentClockTests(ApiServer server) : ModuleTest, IClassFixture<ApiServer>
{
    private const string PageIncidents = "/v1/status-pages/incidents";

    private string[] Bodies => [.. server.Requests.Select(request => Encoding.UTF8.GetString(request.Body))];

    [Theory]
    [InlineData("th-TH")]
    [InlineData("fa-IR")]
    [InlineData("ar-SA")]
    public void The_culture_does_not_matter(string culture)
    {
        Connect();
        string year = TimeZoneInfo.ConvertTimeToUtc(new DateTime(2026, 2, 1, 3, 4, 0), TimeZoneInfo.Local).ToString("yyyy-MM-dd'T'HH:mm", System.Globalization.CultureInfo.InvariantCulture);

        DoIn(culture, $"""
            New-ChecklyIncident Down -DashboardId 7 -Status RESOLVED -Description Up -StartedAt '2026-02-01 03:04'
            New-ChecklyStatusPageIncidentUpdate {IncidentId} RESOLVED Up -PublicDate '2026-02-01 03:04'
            """);

        Assert.Equal(2, Bodies.Length);
        Assert.All(Bodies, body => Assert.Contains($"\"{year}:00.000Z\"", body, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("StartedAt", "New-ChecklyIncident -DashboardId 7 -Status RESOLVED -Description Up")]
    [InlineData("StoppedAt", "New-ChecklyIncident -DashboardId 7 -Status RESOLVED -Description Up")]
    [InlineData("PublicDate", $"New-ChecklyStatusPageIncidentUpdate -IncidentId {IncidentId} -Status RESOLVED -Description Up")]
    public void A_cell_that_is_no_time_is_an_error_of_its_row(string column, string command)
    {
        Connect();

        Outcome outcome = Run($"'nonsense', '2026-02-01T03:04Z', '' | ForEach-Object {{ [pscustomobject]@{{ Name = 'x'; {column} = $_ }} }} | {command}");

        Assert.Null(outcome.Thrown);
        Assert.Contains("'nonsense' is not a time such as", Assert.Single(outcome.Errors).Exception.Message, StringComparison.Ordinal);
        Assert.Equal([true, false], Bodies.Select(body => body.Contains("2026-02-01T03:04:00.000Z", StringComparison.Ordinal)));
    }

    protected override void Cleanup() => server.Reset();

    private void Connect()
    {
        server.Answer("POST", "/v1/incidents", 200, $$"""{"id":"{{IncidentId}}"}""")
            .Answer("POST", $"{PageIncidents}/{IncidentId}/incident-updates", 201, """{"id":"x","description":"Up","status":"RESOLVED"}""");
        ConnectTo(server.Uri);
    }
}
