using System.Net;
using System.Text.Json.Nodes;

namespace Checkly.Sandbox.Tests;

public sealed class UpdateChangeTests
{
    [Fact]
    public async Task A_changed_description_comes_back_without_the_incident()
    {
        TestClock clock = new();
        using SandboxCall sandbox = new(clock.Read);
        string incident = await sandbox.IncidentAsync();
        string update = await sandbox.UpdateAsync(incident, "Helo.", "IDENTIFIED");
        clock.AddMinutes(60);

        SandboxAnswer answer = await sandbox.PutAsync(
            $"/v1/incidents/{incident}/updates/{update}", """{ "description": "Hello." }""");

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Equal("application/json", answer.MediaType);
        Assert.Equal(update, answer.Text("id"));
        Assert.Equal("Hello.", answer.Text("description"));
        Assert.Equal("IDENTIFIED", answer.Text("status"));
        Assert.Equal("2022-09-08T19:41:28.658Z", answer.Text("created_at"));
        Assert.Equal("2022-09-08T20:41:28.658Z", answer.Text("updated_at"));
        Assert.False(answer.Object.ContainsKey("incidentId"));
    }

    [Fact]
    public async Task A_changed_update_keeps_its_place_in_the_history()
    {
        TestClock clock = new();
        using SandboxCall sandbox = new(clock.Read);
        string incident = await sandbox.IncidentAsync();
        clock.AddMinutes(1);
        string update = await sandbox.UpdateAsync(incident, "Second.");
        clock.AddMinutes(1);
        await sandbox.UpdateAsync(incident, "Third.");
        JsonObject[] before = (await sandbox.HistoryAsync(incident)).Updates;
        clock.AddMinutes(1);

        await sandbox.PutAsync($"/v1/incidents/{incident}/updates/{update}", Bodies.Description);

        SandboxAnswer after = await sandbox.HistoryAsync(incident);
        Assert.Equal(["Third.", "Corrected.", "The service is down."], after.Descriptions);
        Assert.True(JsonNode.DeepEquals(before[0], after.Updates[0]));
        Assert.True(JsonNode.DeepEquals(before[2], after.Updates[2]));
        Assert.Equal("2022-09-08T19:44:28.658Z", after.Updates[1]["updated_at"]!.GetValue<string>());
    }

    [Fact]
    public async Task The_first_update_can_be_changed_too()
    {
        using SandboxCall sandbox = new();
        SandboxAnswer created = await sandbox.PostAsync("/v1/incidents", Bodies.Incident);
        string incident = created.Text("id");
        string first = created.Updates[0]["id"]!.GetValue<string>();

        await sandbox.PutAsync($"/v1/incidents/{incident}/updates/{first}", Bodies.Description);

        Assert.Equal(["Corrected."], (await sandbox.HistoryAsync(incident)).Descriptions);
    }

    [Fact]
    public async Task An_unknown_update_is_not_found()
    {
        using SandboxCall sandbox = new();
        string incident = await sandbox.IncidentAsync();

        Refused.NotFound(await sandbox.PutAsync(
            $"/v1/incidents/{incident}/updates/{Guid.NewGuid()}", Bodies.Description));
    }

    [Fact]
    public async Task An_unknown_incident_is_not_found()
    {
        using SandboxCall sandbox = new();
        string update = await sandbox.UpdateAsync(await sandbox.IncidentAsync());

        Refused.NotFound(await sandbox.PutAsync(
            $"/v1/incidents/{Guid.NewGuid()}/updates/{update}", Bodies.Description));
    }

    [Fact]
    public async Task An_update_of_another_incident_is_not_found_and_stays_as_it_was()
    {
        using SandboxCall sandbox = new();
        string one = await sandbox.IncidentAsync();
        string other = await sandbox.IncidentAsync();
        string update = await sandbox.UpdateAsync(other);
        SandboxAnswer before = await sandbox.HistoryAsync(other);

        Refused.NotFound(await sandbox.PutAsync($"/v1/incidents/{one}/updates/{update}", Bodies.Description));

        Assert.Equal(before.Body, (await sandbox.HistoryAsync(other)).Body);
    }

    private static async Task RefusedAsync(string body)
    {
        using SandboxCall sandbox = new();
        string incident = await sandbox.IncidentAsync();
        string update = await sandbox.UpdateAsync(incident);
        SandboxAnswer before = await sandbox.HistoryAsync(incident);

        Refused.BadRequest(await sandbox.PutAsync($"/v1/incidents/{incident}/updates/{update}", body));

        Assert.Equal(before.Body, (await sandbox.HistoryAsync(incident)).Body);
    }
}
