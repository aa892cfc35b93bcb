using System.Net;

namespace Checkly.Sandbox.Tests;

public sealed class UpdateCreationTests
{
    [Fact]
    public async Task A_new_update_comes_back_as_one_object_with_its_incident()
    {
        TestClock clock = new();
        using SandboxCall sandbox = new(clock.Read);
        string incident = await sandbox.IncidentAsync();
        clock.AddMinutes(60);

        SandboxAnswer answer = await sandbox.PostAsync(
            $"/v1/incidents/{incident}/updates", Bodies.Update("We found the issue.", "IDENTIFIED"));

        Assert.Equal(HttpStatusCode.Created, answer.Status);
        Assert.Equal("application/json", answer.MediaType);
        Assert.Equal("IDENTIFIED", answer.Text("status"));
        Assert.Equal("We found the issue.", answer.Text("description"));
        Assert.Equal(incident, answer.Text("incidentId"));
        Assert.Equal("2022-09-08T20:41:28.658Z", answer.Text("created_at"));
        Assert.True(Guid.TryParseExact(answer.Text("id"), "D", out _));
        Assert.True(answer.Object.ContainsKey("updated_at"));
        Assert.Null(answer.Object["updated_at"]);
    }

    [Fact]
    public async Task A_new_update_is_in_the_incident_as_it_was_answered()
    {
        using SandboxCall sandbox = new();
        string incident = await sandbox.IncidentAsync();
        SandboxAnswer posted = await sandbox.PostAsync($"/v1/incidents/{incident}/updates", Bodies.Update());

        SandboxAnswer read = await sandbox.GetAsync($"/v1/incidents/{incident}");

        var update = Assert.Single(read.Updates);
        foreach (string field in new[] { "id", "status", "description", "created_at" })
        {
            Assert.Equal(posted.Text(field), update[field]!.GetValue<string>());
        }

        Assert.Null(update["updated_at"]);
    }

    [Fact]
    public async Task The_same_update_twice_is_two_updates()
    {
        using SandboxCall sandbox = new();
        string incident = await sandbox.IncidentAsync();

        Assert.NotEqual(await sandbox.UpdateAsync(incident), await sandbox.UpdateAsync(incident));
        Assert.Equal(3, (await sandbox.HistoryAsync(incident)).Updates.Length);
    }

    [Fact]
    public async Task Statuses_may_come_in_any_order()
    {
        using SandboxCall sandbox = new();
        string incident = await sandbox.IncidentAsync();
        string[] order = ["RESOLVED", "INVESTIGATING", "MAINTENANCE", "RESOLVED", "MONITORING", "IDENTIFIED"];
        foreach (string status in order)
        {
            await sandbox.UpdateAsync(incident, "Next.", status);
        }

        SandboxAnswer history = await sandbox.HistoryAsync(incident);

        Assert.Equal(
            [.. order.Reverse(), "INVESTIGATING"],
            history.Updates.Select(update => update["status"]!.GetValue<string>()));
    }

    [Fact]
    public async Task An_unknown_incident_is_not_found()
    {
        using SandboxCall sandbox = new();
        await sandbox.IncidentAsync();

        Refused.NotFound(await sandbox.PostAsync($"/v1/incidents/{Guid.NewGuid()}/updates", Bodies.Update()));
    }

    private static async Task RefusedAsync(string body)
    {
        using SandboxCall sandbox = new();
        string incident = await sandbox.IncidentAsync();
        Refused.BadRequest(await sandbox.PostAsync($"/v1/incidents/{incident}/updates", body));
    }
}
