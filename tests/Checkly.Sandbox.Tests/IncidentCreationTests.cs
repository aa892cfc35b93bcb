using System.Net;
using System.Text.Json.Nodes;

namespace Checkly.Sandbox.Tests;

public sealed class IncidentCreationTests
{
    [Fact]
    public async Task A_new_incident_comes_back_whole_with_its_one_update()
    {
        using SandboxCall sandbox = new();

        SandboxAnswer answer = await sandbox.PostAsync("/v1/incidents", Bodies.Incident);

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Equal("application/json", answer.MediaType);
        Assert.Equal("Service outage", answer.Text("name"));
        Assert.Equal("MAJOR", answer.Text("impact"));
        Assert.Equal(1001, answer.Object["dashboardId"]!.GetValue<long>());
        Assert.True(Guid.TryParseExact(answer.Text("id"), "D", out _));
        Assert.True(answer.Object.ContainsKey("created_at"));
        Assert.True(answer.Object.ContainsKey("updated_at"));

        JsonObject update = Assert.Single(answer.Updates);
        Assert.Equal("INVESTIGATING", update["status"]!.GetValue<string>());
        Assert.Equal("The service is down.", update["description"]!.GetValue<string>());
        Assert.True(Guid.TryParseExact(update["id"]!.GetValue<string>(), "D", out _));
        Assert.True(update.ContainsKey("created_at"));
        Assert.True(update.ContainsKey("updated_at"));
        Assert.Null(update["updated_at"]);
    }

    [Fact]
    public async Task A_new_incident_can_be_read_as_it_was_answered()
    {
        using SandboxCall sandbox = new();
        SandboxAnswer created = await sandbox.PostAsync("/v1/incidents", Bodies.Incident);

        SandboxAnswer read = await sandbox.GetAsync($"/v1/incidents/{created.Text("id")}");

        Assert.True(JsonNode.DeepEquals(created.Object, read.Object), $"{created.Body}\n{read.Body}");
    }

    [Fact]
    public async Task Two_incidents_with_the_same_body_are_two()
    {
        using SandboxCall sandbox = new();

        Assert.NotEqual(await sandbox.IncidentAsync(), await sandbox.IncidentAsync());
    }

    [Theory]
    [InlineData("MAINTENANCE")]
    [InlineData("MAJOR")]
    [InlineData("MINOR")]
    public async Task Every_known_impact_is_kept(string impact)
    {
        using SandboxCall sandbox = new();

        SandboxAnswer answer = await sandbox.PostAsync(
            "/v1/incidents", Bodies.With(Bodies.Incident, "impact", $"\"{impact}\""));

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Equal(impact, answer.Text("impact"));
    }

    [Theory]
    [InlineData("INVESTIGATING")]
    [InlineData("IDENTIFIED")]
    [InlineData("MONITORING")]
    [InlineData("RESOLVED")]
    [InlineData("MAINTENANCE")]
    public async Task An_incident_may_begin_with_every_known_status(string status)
    {
        using SandboxCall sandbox = new();

        SandboxAnswer answer = await sandbox.PostAsync(
            "/v1/incidents", Bodies.With(Bodies.Incident, "incidentUpdates", $"[{Bodies.Update("First.", status)}]"));

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Equal(status, Assert.Single(answer.Updates)["status"]!.GetValue<string>());
    }

    [Theory]
    [InlineData("startedAt")]
    [InlineData("stoppedAt")]
    public async Task A_given_date_is_kept(string field)
    {
        using SandboxCall sandbox = new();
        string body = Bodies.With(Bodies.Incident, field, "\"2022-11-25T12:34:56.000Z\"");

        SandboxAnswer answer = await sandbox.PostAsync("/v1/incidents", body);

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Equal("2022-11-25T12:34:56.000Z", answer.Text(field));
    }

    [Theory]
    [InlineData("2022-11-25T13:34:56+01:00")]
    [InlineData("2022-11-25T12:34:56Z")]
    [InlineData("2022-11-25T07:34:56.000-05:00")]
    public async Task A_date_in_another_zone_stays_the_same_moment(string date)
    {
        using SandboxCall sandbox = new();

        SandboxAnswer answer = await sandbox.PostAsync(
            "/v1/incidents", Bodies.With(Bodies.Incident, "startedAt", $"\"{date}\""));

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Equal(
            new DateTimeOffset(2022, 11, 25, 12, 34, 56, TimeSpan.Zero),
            DateTimeOffset.Parse(answer.Text("startedAt"), System.Globalization.CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("startedAt")]
    [InlineData("stoppedAt")]
    public async Task A_date_may_be_null(string field)
    {
        using SandboxCall sandbox = new();

        SandboxAnswer answer = await sandbox.PostAsync("/v1/incidents", Bodies.With(Bodies.Incident, field, "null"));

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Null(answer.Object[field]);
    }
}
