using System.Net;
using System.Text.Json.Nodes;

namespace Checkly.Sandbox.Tests;

/// <summary>Incidents of dashboards, which the API does not list.</summary>
public sealed class IncidentTests
{
    private const string Incidents = "/v1/incidents";

    /// <summary>Other ways to write a time, which the API does not take.</summary>
    public static TheoryData<string> OddTimes => ["\"yesterday\"", "\"2022-13-45T00:00:00.000Z\"", "\"11/25/2022\"", "\"25 November 2022\"", "\"\"", "\"12:00\"", "1669379696000", "true"];

    private static string Dated { get; } = Bodies.With(Bodies.With(Bodies.Incident, "startedAt", "\"2022-11-25T12:34:56.000Z\""), "stoppedAt", "\"2022-11-25T13:34:56.000Z\"");

    [Fact]
    public async Task A_new_incident_comes_back_whole_with_its_one_update()
    {
        TestClock clock = new();
        using DocumentedCall sandbox = new(clock.Read);

        SandboxAnswer created = await sandbox.PostAsync(Incidents, Bodies.Incident);

        Assert.Equal((HttpStatusCode.OK, "application/json"), (created.Status, created.MediaType));
        JsonObject update = Assert.Single(created.Updates);
        Assert.All([created.Text("id"), update["id"]!.GetValue<string>()], id => Assert.True(Guid.TryParseExact(id, "D", out _)));
        Json.Equal(
            $$"""
            {
              "id": "{{created.Text("id")}}", "name": "Service outage", "impact": "MAJOR", "dashboardId": 1001, "startedAt": null, "stoppedAt": null,
              "created_at": "2022-09-08T19:41:28.658Z", "updated_at": null,
              "incidentUpdates": [{
                "id": {{update["id"]!.ToJsonString()}}, "status": "INVESTIGATING", "description": "The service is down.",
                "created_at": "2022-09-08T19:41:28.658Z", "updated_at": null
              }]
            }
            """,
            created.Object);
        clock.AddMinutes(1);
        Assert.Equal(created.Body, (await sandbox.GetAsync($"{Incidents}/{created.Text("id")}")).Body);
        Assert.NotEqual(created.Text("id"), (await sandbox.PostAsync(Incidents, Bodies.Incident)).Text("id"));
    }

    [Theory]
    [InlineData("impact", "MAINTENANCE MAJOR MINOR")]
    [InlineData("status", "INVESTIGATING IDENTIFIED MONITORING RESOLVED MAINTENANCE")]
    public async Task Every_known_value_is_kept(string field, string values)
    {
        using DocumentedCall sandbox = new();
        foreach (string value in values.Split(' '))
        {
            SandboxAnswer created = await sandbox.PostAsync(
                Incidents,
                field == "impact" ? Bodies.With(Bodies.Incident, field, $"\"{value}\"") : Bodies.With(Bodies.Incident, "incidentUpdates", $"[{Bodies.Update("First.", value)}]"));

            Assert.Equal(value, (string?)(field == "impact" ? created.Object : created.Updates.Single())[field]);
        }
    }

    [Theory]
    [InlineData("\"2022-11-25T12:34:56.000Z\"")]
    [InlineData("\"2022-11-25T12:34:56Z\"")]
    [InlineData("\"2022-11-25T13:34:56+01:00\"")]
    [InlineData("\"2022-11-25T07:34:56.000-05:00\"")]
    [InlineData("null")]
    public async Task A_date_stays_the_same_moment(string date)
    {
        using DocumentedCall sandbox = new();
        string expected = date == "null" ? date : "\"2022-11-25T12:34:56.000Z\"";
        foreach (string field in (string[])["startedAt", "stoppedAt"])
        {
            SandboxAnswer created = await sandbox.PostAsync(Incidents, Bodies.With(Bodies.Incident, field, date));
            Json.Equal(expected, created.Object[field]);
            string path = $"{Incidents}/{(await sandbox.PostAsync(Incidents, Bodies.Incident)).Text("id")}";
            Json.Equal(expected, (await sandbox.PutAsync(path, Bodies.With(Bodies.Change, field, date))).Object[field]);
            Json.Equal(expected, (await sandbox.GetAsync(path)).Object[field]);
        }
    }

    [Theory]
    [MemberData(nameof(OddTimes))]
    public async Task A_time_in_another_way_of_writing_is_a_bad_request(string time)
    {
        using SandboxCall sandbox = new();

        Refused.BadRequest(await sandbox.PostAsync(Incidents, Bodies.With(Bodies.Incident, "startedAt", time)));
    }

    [Theory]
    [InlineData("1002")]
    [InlineData("0")]
    [InlineData("-1001")]
    [InlineData("9007199254740991")]
    public async Task An_unknown_dashboard_is_not_found(string dashboard)
    {
        using SandboxCall sandbox = new();

        Refused.NotFound(await sandbox.PostAsync(Incidents, Bodies.With(Bodies.Incident, "dashboardId", dashboard)));
    }

    [Fact]
    public async Task A_change_is_answered_without_the_updates_and_leaves_them_alone()
    {
        TestClock clock = new();
        using DocumentedCall sandbox = new(clock.Read);
        string incident = await sandbox.Sandbox.IncidentAsync();
        string other = await sandbox.Sandbox.IncidentAsync();
        await sandbox.Sandbox.UpdateAsync(incident, "Second.");
        SandboxAnswer before = await sandbox.Sandbox.HistoryAsync(incident);
        clock.AddMinutes(60);

        SandboxAnswer changed = await sandbox.PutAsync($"{Incidents}/{incident}", Bodies.Change);

        Assert.Equal((HttpStatusCode.OK, "application/json"), (changed.Status, changed.MediaType));
        Json.Equal(
            $$"""
            {
              "id": "{{incident}}", "name": "Slow service", "impact": "MINOR", "dashboardId": 1001, "startedAt": null, "stoppedAt": null,
              "created_at": "2022-09-08T19:41:28.658Z", "updated_at": "2022-09-08T20:41:28.658Z", "incidentUpdates": null
            }
            """,
            changed.Object);
        JsonObject expected = changed.Object;
        expected["incidentUpdates"] = before.Object["incidentUpdates"]!.DeepClone();
        Json.Equal(expected.ToJsonString(), (await sandbox.Sandbox.HistoryAsync(incident)).Object);
        Assert.Null((await sandbox.Sandbox.HistoryAsync(other)).Object["updated_at"]);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("startedAt")]
    [InlineData("stoppedAt")]
    public async Task A_date_that_a_change_leaves_out_is_kept_and_one_of_null_is_cleared(string? cleared)
    {
        using DocumentedCall sandbox = new();
        string path = $"{Incidents}/{await sandbox.Sandbox.IncidentAsync(Dated)}";

        SandboxAnswer changed = await sandbox.PutAsync(path, cleared is null ? Bodies.Change : Bodies.With(Bodies.Change, cleared, "null"));

        foreach (SandboxAnswer answer in (SandboxAnswer[])[changed, await sandbox.GetAsync(path)])
        {
            Assert.Equal(cleared == "startedAt" ? null : "2022-11-25T12:34:56.000Z", (string?)answer.Object["startedAt"]);
            Assert.Equal(cleared == "stoppedAt" ? null : "2022-11-25T13:34:56.000Z", (string?)answer.Object["stoppedAt"]);
        }
    }

    [Fact]
    public async Task A_deleted_incident_is_gone_with_all_its_updates_and_another_one_stays()
    {
        using SandboxCall sandbox = new();
        string path = $"{Incidents}/{await sandbox.IncidentAsync()}";
        string update = $"{path}/updates/{await sandbox.UpdateAsync(path.Split('/')[^1])}";
        string other = await sandbox.IncidentAsync();
        string before = (await sandbox.HistoryAsync(other)).Body;

        SandboxAnswer deleted = await sandbox.DeleteAsync(path);

        Assert.Equal((HttpStatusCode.NoContent, ""), (deleted.Status, deleted.Body));
        Refused.NotFound(await sandbox.GetAsync(path));
        Refused.NotFound(await sandbox.PutAsync(path, Bodies.Change));
        Refused.NotFound(await sandbox.DeleteAsync(path));
        Refused.NotFound(await sandbox.PostAsync($"{path}/updates", Bodies.Update()));
        Refused.NotFound(await sandbox.PutAsync(update, Bodies.Description));
        Refused.NotFound(await sandbox.DeleteAsync(update));
        Assert.Equal(before, (await sandbox.HistoryAsync(other)).Body);
    }

    [Fact]
    public async Task An_unknown_incident_is_not_found()
    {
        using SandboxCall sandbox = new();
        string update = await sandbox.UpdateAsync(await sandbox.IncidentAsync());
        string unknown = $"{Incidents}/{Guid.NewGuid()}";

        Refused.NotFound(await sandbox.GetAsync(unknown));
        Refused.NotFound(await sandbox.PutAsync(unknown, Bodies.Change));
        Refused.NotFound(await sandbox.DeleteAsync(unknown));
        Refused.NotFound(await sandbox.PostAsync($"{unknown}/updates", Bodies.Update()));
        Refused.NotFound(await sandbox.PutAsync($"{unknown}/updates/{update}", Bodies.Description));
        Refused.NotFound(await sandbox.DeleteAsync($"{unknown}/updates/{update}"));
    }
}
