using System.Net;
using System.Text.Json.Nodes;

namespace Checkly.Sandbox.Tests;

public sealed class IncidentChangeTests
{
    private const string Dated =
        """
        {
          "name": "Service outage",
          "impact": "MAJOR",
          "dashboardId": 1001,
          "startedAt": "2022-11-25T12:34:56.000Z",
          "stoppedAt": "2022-11-25T13:34:56.000Z",
          "incidentUpdates": [{ "status": "INVESTIGATING", "description": "The service is down." }]
        }
        """;

    [Fact]
    public async Task A_change_is_answered_without_the_updates()
    {
        using SandboxCall sandbox = new();
        string incident = await sandbox.IncidentAsync();

        SandboxAnswer answer = await sandbox.PutAsync($"/v1/incidents/{incident}", Bodies.Change);

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Equal("application/json", answer.MediaType);
        Assert.Equal(incident, answer.Text("id"));
        Assert.Equal("Slow service", answer.Text("name"));
        Assert.Equal("MINOR", answer.Text("impact"));
        Assert.Equal(1001, answer.Object["dashboardId"]!.GetValue<long>());
        Assert.True(answer.Object.ContainsKey("incidentUpdates"));
        Assert.Null(answer.Object["incidentUpdates"]);
    }

    [Fact]
    public async Task A_change_is_kept_and_leaves_the_updates_alone()
    {
        using SandboxCall sandbox = new();
        string incident = await sandbox.IncidentAsync();
        await sandbox.UpdateAsync(incident, "Second.");
        SandboxAnswer before = await sandbox.HistoryAsync(incident);

        await sandbox.PutAsync($"/v1/incidents/{incident}", Bodies.Change);

        SandboxAnswer after = await sandbox.HistoryAsync(incident);
        Assert.Equal("Slow service", after.Text("name"));
        Assert.Equal("MINOR", after.Text("impact"));
        Assert.True(JsonNode.DeepEquals(before.Object["incidentUpdates"], after.Object["incidentUpdates"]));
    }

    [Fact]
    public async Task A_change_of_one_incident_leaves_another_alone()
    {
        using SandboxCall sandbox = new();
        string one = await sandbox.IncidentAsync();
        string other = await sandbox.IncidentAsync();
        SandboxAnswer before = await sandbox.HistoryAsync(other);

        await sandbox.PutAsync($"/v1/incidents/{one}", Bodies.Change);

        Assert.Equal(before.Body, (await sandbox.HistoryAsync(other)).Body);
    }

    [Fact]
    public async Task A_change_tells_when_it_was_made_and_not_when_the_incident_was()
    {
        TestClock clock = new();
        using SandboxCall sandbox = new(clock.Read);
        string incident = await sandbox.IncidentAsync();
        clock.AddMinutes(60);

        SandboxAnswer answer = await sandbox.PutAsync($"/v1/incidents/{incident}", Bodies.Change);

        Assert.Equal("2022-09-08T19:41:28.658Z", answer.Text("created_at"));
        Assert.Equal("2022-09-08T20:41:28.658Z", answer.Text("updated_at"));
        Assert.Equal("2022-09-08T20:41:28.658Z", (await sandbox.HistoryAsync(incident)).Text("updated_at"));
    }

    [Fact]
    public async Task Dates_that_are_left_out_are_kept()
    {
        using SandboxCall sandbox = new();
        string incident = await sandbox.IncidentAsync(Dated);

        SandboxAnswer answer = await sandbox.PutAsync($"/v1/incidents/{incident}", Bodies.Change);

        Assert.Equal("2022-11-25T12:34:56.000Z", answer.Text("startedAt"));
        Assert.Equal("2022-11-25T13:34:56.000Z", answer.Text("stoppedAt"));
        SandboxAnswer read = await sandbox.HistoryAsync(incident);
        Assert.Equal("2022-11-25T12:34:56.000Z", read.Text("startedAt"));
        Assert.Equal("2022-11-25T13:34:56.000Z", read.Text("stoppedAt"));
    }

    [Theory]
    [InlineData("startedAt", "stoppedAt")]
    [InlineData("stoppedAt", "startedAt")]
    public async Task A_date_of_null_is_cleared_and_the_other_is_kept(string cleared, string kept)
    {
        using SandboxCall sandbox = new();
        string incident = await sandbox.IncidentAsync(Dated);
        SandboxAnswer before = await sandbox.HistoryAsync(incident);

        SandboxAnswer answer = await sandbox.PutAsync(
            $"/v1/incidents/{incident}", Bodies.With(Bodies.Change, cleared, "null"));

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Null(answer.Object[cleared]);
        Assert.Equal(before.Text(kept), answer.Text(kept));
        SandboxAnswer read = await sandbox.HistoryAsync(incident);
        Assert.Null(read.Object[cleared]);
        Assert.Equal(before.Text(kept), read.Text(kept));
    }

    [Theory]
    [InlineData("startedAt")]
    [InlineData("stoppedAt")]
    public async Task A_given_date_is_set(string field)
    {
        using SandboxCall sandbox = new();
        string incident = await sandbox.IncidentAsync();

        SandboxAnswer answer = await sandbox.PutAsync(
            $"/v1/incidents/{incident}", Bodies.With(Bodies.Change, field, "\"2023-01-02T03:04:05.000Z\""));

        Assert.Equal("2023-01-02T03:04:05.000Z", answer.Text(field));
        Assert.Equal("2023-01-02T03:04:05.000Z", (await sandbox.HistoryAsync(incident)).Text(field));
    }

    [Fact]
    public async Task An_unknown_incident_is_not_found()
    {
        using SandboxCall sandbox = new();
        await sandbox.IncidentAsync();

        Refused.NotFound(await sandbox.PutAsync($"/v1/incidents/{Guid.NewGuid()}", Bodies.Change));
    }

    private static async Task RefusedAsync(string body)
    {
        using SandboxCall sandbox = new();
        string incident = await sandbox.IncidentAsync();
        Refused.BadRequest(await sandbox.PutAsync($"/v1/incidents/{incident}", body));
    }
}
