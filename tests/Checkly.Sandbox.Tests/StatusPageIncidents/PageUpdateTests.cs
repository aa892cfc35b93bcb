using System.Net;

namespace Checkly.Sandbox.Tests;

public sealed class PageUpdateTests
{
    private readonly TestClock _clock = new();

    [Fact]
    public async Task A_new_update_is_answered_and_comes_first()
    {
        using PageIncidentCall sandbox = new(_clock.Read);
        string incident = await sandbox.OpenAsync();

        SandboxAnswer posted = await sandbox.PostAsync(PageIncidentCall.Updates(incident), PageIncidentBodies.Update);

        Assert.Equal(HttpStatusCode.OK, posted.Status);
        Json.Equal(
            $$"""
            {
              "id": "{{posted.Text("id")}}", "description": "A fix is out.", "status": "MONITORING", "notifySubscribers": false,
              "publicIncidentUpdateDate": "2022-09-08T19:41:28.658Z", "created_at": "2022-09-08T19:41:28.658Z"
            }
            """,
            posted.Object);
        Assert.Equal(posted.Body, (await sandbox.GetAsync($"{PageIncidentCall.Updates(incident)}/{posted.Text("id")}")).Body);
        SandboxAnswer whole = await sandbox.GetAsync(incident);
        Assert.Equal(["A fix is out.", "We are looking into it."], whole.Descriptions);
        Assert.Equal("MONITORING", whole.Text("lastUpdateStatus"));
        Json.Equal(whole.Object["incidentUpdates"]!.ToJsonString(), (await sandbox.GetAsync(PageIncidentCall.Updates(incident))).Array);
    }

    [Fact]
    public async Task An_update_that_is_set_back_takes_its_place_in_the_past()
    {
        using PageIncidentCall sandbox = new(_clock.Read);
        string incident = await sandbox.OpenAsync();

        SandboxAnswer posted = await sandbox.PostAsync(PageIncidentCall.Updates(incident), PageIncidentBodies.FullUpdate);

        Assert.Equal("2022-09-08T18:00:00.000Z", posted.Text("publicIncidentUpdateDate"));
        Assert.Equal("2022-09-08T19:41:28.658Z", posted.Text("created_at"));
        Assert.True(posted.Object["notifySubscribers"]!.GetValue<bool>());
        Assert.NotEqual("e50ad839-1b90-4955-b716-1c6edbda57cb", posted.Text("id"));
        SandboxAnswer whole = await sandbox.GetAsync(incident);
        Assert.Equal(["We are looking into it.", "It works again."], whole.Descriptions);
        Assert.Equal("IDENTIFIED", whole.Text("lastUpdateStatus"));
    }

    [Fact]
    public async Task Without_a_status_the_incident_keeps_its_own()
    {
        using PageIncidentCall sandbox = new();
        string incident = await sandbox.OpenAsync();
        await sandbox.UpdateAsync(incident);

        SandboxAnswer posted = await sandbox.PostAsync(PageIncidentCall.Updates(incident), """{ "description": "Still watching." }""");

        Assert.Equal("MONITORING", posted.Text("status"));
    }

    [Fact]
    public async Task A_change_writes_every_field()
    {
        using PageIncidentCall sandbox = new(_clock.Read);
        string update = await sandbox.UpdateAsync(await sandbox.OpenAsync());
        string id = (await sandbox.GetAsync(update)).Text("id");
        _clock.AddMinutes(1);

        SandboxAnswer changed = await sandbox.PutAsync(update, PageIncidentBodies.FullUpdate);

        Assert.Equal(HttpStatusCode.OK, changed.Status);
        Json.Equal(
            $$"""
            {
              "id": "{{id}}", "description": "It works again.", "status": "RESOLVED", "notifySubscribers": true,
              "publicIncidentUpdateDate": "2022-09-08T18:00:00.000Z", "created_at": "2022-09-08T19:41:28.658Z"
            }
            """,
            changed.Object);
        Assert.Equal(changed.Body, (await sandbox.GetAsync(update)).Body);
    }

    [Fact]
    public async Task A_change_resets_what_has_a_default_and_keeps_the_status()
    {
        using PageIncidentCall sandbox = new(_clock.Read);
        string update = await sandbox.UpdateAsync(await sandbox.OpenAsync(), PageIncidentBodies.FullUpdate);
        _clock.AddMinutes(1);

        SandboxAnswer changed = await sandbox.PutAsync(update, """{ "description": "Corrected." }""");

        Assert.Equal("RESOLVED", changed.Text("status"));
        Assert.False(changed.Object["notifySubscribers"]!.GetValue<bool>());
        Assert.Equal("2022-09-08T19:42:28.658Z", changed.Text("publicIncidentUpdateDate"));
    }

    [Fact]
    public async Task A_deleted_update_is_gone_and_the_last_one_stays()
    {
        using PageIncidentCall sandbox = new();
        string incident = await sandbox.OpenAsync();
        string update = await sandbox.UpdateAsync(incident);

        Assert.Equal(HttpStatusCode.NoContent, (await sandbox.DeleteAsync(update)).Status);

        Refused.NotFound(await sandbox.GetAsync(update));
        Refused.NotFound(await sandbox.PutAsync(update, PageIncidentBodies.Update));
        Refused.NotFound(await sandbox.DeleteAsync(update));
        SandboxAnswer left = await sandbox.GetAsync(incident);
        Assert.Equal("IDENTIFIED", left.Text("lastUpdateStatus"));
        Refused.BadRequest(await sandbox.DeleteAsync($"{PageIncidentCall.Updates(incident)}/{left.Updates[0]["id"]}"));
    }

    [Fact]
    public async Task The_list_has_the_hundred_latest_and_the_incident_has_all()
    {
        using PageIncidentCall sandbox = new();
        string incident = await sandbox.OpenAsync();
        for (int number = 1; number <= 100; number++)
        {
            await sandbox.Sandbox.PostAsync(PageIncidentCall.Updates(incident), $$"""{ "description": "Number {{number}}" }""");
        }

        SandboxAnswer list = await sandbox.GetAsync(PageIncidentCall.Updates(incident));

        Assert.Equal(Enumerable.Range(1, 100).Reverse().Select(number => $"Number {number}"), list.Array.Texts("description"));
        Assert.Equal(101, (await sandbox.GetAsync(incident)).Updates.Length);
    }

    [Fact]
    public async Task An_update_belongs_to_its_incident()
    {
        using PageIncidentCall sandbox = new();
        string update = await sandbox.UpdateAsync(await sandbox.OpenAsync());
        string other = await sandbox.OpenAsync();
        string elsewhere = $"{PageIncidentCall.Updates(other)}/{update.Split('/')[^1]}";

        Refused.NotFound(await sandbox.GetAsync(elsewhere));
        Refused.NotFound(await sandbox.PutAsync(elsewhere, PageIncidentBodies.Update));
        Refused.NotFound(await sandbox.DeleteAsync(elsewhere));
        Refused.BadRequest(await sandbox.GetAsync($"{PageIncidentCall.Updates(other)}/latest"));
    }
}
