using System.Net;
using System.Text.Json.Nodes;

namespace Checkly.Sandbox.Tests;

/// <summary>The history of an incident of a dashboard.</summary>
public sealed class IncidentUpdateTests
{
    private readonly TestClock _clock = new();

    [Fact]
    public async Task A_new_update_comes_back_as_one_object_with_its_incident()
    {
        using DocumentedCall sandbox = new(_clock.Read);
        string incident = await sandbox.Sandbox.IncidentAsync();
        _clock.AddMinutes(60);

        SandboxAnswer posted = await sandbox.PostAsync($"/v1/incidents/{incident}/updates", Bodies.Update("We found the issue.", "IDENTIFIED"));

        Assert.Equal((HttpStatusCode.Created, "application/json"), (posted.Status, posted.MediaType));
        Assert.True(Guid.TryParseExact(posted.Text("id"), "D", out _));
        string update = $$""" "id": "{{posted.Text("id")}}", "status": "IDENTIFIED", "description": "We found the issue.", "created_at": "2022-09-08T20:41:28.658Z", "updated_at": null""";
        Json.Equal($$"""{ "incidentId": "{{incident}}", {{update}} }""", posted.Object);
        Json.Equal($"{{ {update} }}", Assert.Single((await sandbox.GetAsync($"/v1/incidents/{incident}")).Updates));
        // The same twice is two updates.
        Assert.NotEqual(await sandbox.Sandbox.UpdateAsync(incident), await sandbox.Sandbox.UpdateAsync(incident));
        Assert.Equal(4, (await sandbox.GetAsync($"/v1/incidents/{incident}?includeAllIncidentUpdates=true")).Updates.Length);
    }

    /// <summary>A script posts several within one millisecond: the order of posting decides then.</summary>
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public async Task A_history_comes_newest_first_and_without_a_wish_only_its_newest(int minutes)
    {
        using SandboxCall sandbox = new(_clock.Read);
        string incident = await sandbox.IncidentAsync();
        string other = await sandbox.IncidentAsync();
        string[] order = ["RESOLVED", "INVESTIGATING", "MAINTENANCE", "RESOLVED", "MONITORING", "IDENTIFIED"];
        foreach (string status in order)
        {
            _clock.AddMinutes(minutes);
            await sandbox.UpdateAsync(incident, $"To {status}.", status);
        }

        SandboxAnswer all = await sandbox.HistoryAsync(incident);

        Assert.Equal([.. order.AsEnumerable().Reverse(), "INVESTIGATING"], all.Updates.Select(update => (string)update["status"]!));
        Assert.Equal([.. order.AsEnumerable().Reverse().Select(status => $"To {status}."), "The service is down."], all.Descriptions);
        foreach (string query in (string[])["", "?includeAllIncidentUpdates=false"])
        {
            Json.Equal(all.Updates[0].ToJsonString(), Assert.Single((await sandbox.GetAsync($"/v1/incidents/{incident}{query}")).Updates));
        }

        Refused.BadRequest(await sandbox.GetAsync($"/v1/incidents/{incident}?includeAllIncidentUpdates=maybe"));
        Assert.Equal(["The service is down."], (await sandbox.HistoryAsync(other)).Descriptions);
        _clock.AddMinutes(1);
        Assert.Equal(all.Body, (await sandbox.HistoryAsync(incident)).Body);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public async Task A_changed_update_keeps_its_place_in_the_history(int which)
    {
        using DocumentedCall sandbox = new(_clock.Read);
        string incident = await sandbox.Sandbox.IncidentAsync();
        await sandbox.Sandbox.UpdateAsync(incident, "Second.", "IDENTIFIED");
        await sandbox.Sandbox.UpdateAsync(incident, "Third.");
        JsonObject expected = (await sandbox.Sandbox.HistoryAsync(incident)).Object;
        _clock.AddMinutes(60);
        JsonNode update = expected["incidentUpdates"]![which]!;
        (update["description"], update["updated_at"], expected["updated_at"]) = ("Corrected.", "2022-09-08T20:41:28.658Z", "2022-09-08T20:41:28.658Z");

        SandboxAnswer changed = await sandbox.PutAsync($"/v1/incidents/{incident}/updates/{update["id"]}", Bodies.Description);

        Assert.Equal((HttpStatusCode.OK, "application/json"), (changed.Status, changed.MediaType));
        // It comes back without its incident.
        Json.Equal(update.ToJsonString(), changed.Object);
        Json.Equal(expected.ToJsonString(), (await sandbox.Sandbox.HistoryAsync(incident)).Object);
    }

    [Fact]
    public async Task A_deleted_update_is_gone_and_the_last_one_stays()
    {
        using DocumentedCall sandbox = new();
        string incident = await sandbox.Sandbox.IncidentAsync();
        string path = $"/v1/incidents/{incident}/updates";
        string second = $"{path}/{await sandbox.Sandbox.UpdateAsync(incident, "Second.")}";
        string third = $"{path}/{await sandbox.Sandbox.UpdateAsync(incident, "Third.")}";

        SandboxAnswer deleted = await sandbox.DeleteAsync(third);

        Assert.Equal((HttpStatusCode.NoContent, ""), (deleted.Status, deleted.Body));
        Assert.Equal(["Second."], (await sandbox.GetAsync($"/v1/incidents/{incident}")).Descriptions);
        Refused.NotFound(await sandbox.DeleteAsync(third));
        Refused.NotFound(await sandbox.PutAsync(third, Bodies.Description));
        await sandbox.DeleteAsync(second);
        SandboxAnswer left = await sandbox.Sandbox.HistoryAsync(incident);
        Refused.BadRequest(await sandbox.DeleteAsync($"{path}/{left.Updates.Single()["id"]}"));
        Assert.Equal(left.Body, (await sandbox.Sandbox.HistoryAsync(incident)).Body);
    }

    [Fact]
    public async Task An_update_that_is_unknown_or_of_another_incident_is_not_found_and_stays()
    {
        using SandboxCall sandbox = new();
        string one = await sandbox.IncidentAsync();
        string other = await sandbox.IncidentAsync();
        string update = await sandbox.UpdateAsync(other);
        string before = (await sandbox.HistoryAsync(other)).Body;

        foreach (string path in (string[])[$"/v1/incidents/{one}/updates/{update}", $"/v1/incidents/{one}/updates/{Guid.NewGuid()}"])
        {
            Refused.NotFound(await sandbox.PutAsync(path, Bodies.Description));
            Refused.NotFound(await sandbox.DeleteAsync(path));
        }

        Assert.Equal(before, (await sandbox.HistoryAsync(other)).Body);
    }
}
