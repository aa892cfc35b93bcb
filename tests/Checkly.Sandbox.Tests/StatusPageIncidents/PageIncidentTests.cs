using System.Net;
using System.Text.Json.Nodes;

namespace Checkly.Sandbox.Tests;

public sealed class PageIncidentTests
{
    private readonly TestClock _clock = new();

    [Fact]
    public async Task A_new_incident_is_answered_whole()
    {
        using PageIncidentCall sandbox = new(_clock.Read);

        SandboxAnswer created = await sandbox.PostAsync(PageIncidentCall.Incidents, PageIncidentBodies.Incident);

        Assert.Equal(HttpStatusCode.Created, created.Status);
        JsonObject update = Assert.Single(created.Updates);
        Json.Equal(
            $$"""
            {
              "id": "{{created.Text("id")}}", "name": "Checkout fails", "severity": "MAJOR", "lastUpdateStatus": "IDENTIFIED", "duration": null,
              "created_at": "2022-09-08T19:41:28.658Z", "updated_at": "2022-09-08T19:41:28.658Z",
              "services": [{ "id": "{{SandboxStatusPage.FirstServiceId}}", "name": "Website", "accountId": "{{SandboxAccount.Id}}", "created_at": "2022-09-08T19:41:28.658Z", "updated_at": null }],
              "incidentUpdates": [{
                "id": {{update["id"]!.ToJsonString()}}, "description": "We are looking into it.", "status": "IDENTIFIED",
                "publicIncidentUpdateDate": "2022-09-08T19:41:28.658Z", "notifySubscribers": false, "created_at": "2022-09-08T19:41:28.658Z"
              }]
            }
            """,
            created.Object);
        Assert.Equal(created.Body, (await sandbox.GetAsync($"{PageIncidentCall.Incidents}/{created.Text("id")}")).Body);
    }

    [Fact]
    public async Task Without_a_status_it_begins_with_the_first()
    {
        using PageIncidentCall sandbox = new();

        SandboxAnswer created = await sandbox.PostAsync(
            PageIncidentCall.Incidents, Bodies.With(PageIncidentBodies.Incident, "incidentUpdates", """[{ "description": "Looking." }]"""));

        Assert.Equal("INVESTIGATING", created.Text("lastUpdateStatus"));
    }

    [Fact]
    public async Task What_the_server_gives_out_may_be_sent_and_is_not_used()
    {
        using PageIncidentCall sandbox = new(_clock.Read);
        SandboxAnswer first = await sandbox.PostAsync(PageIncidentCall.Incidents, PageIncidentBodies.Incident);
        JsonObject copy = first.Object;

        SandboxAnswer second = await sandbox.PostAsync(PageIncidentCall.Incidents, copy.ToJsonString());

        Assert.Equal(HttpStatusCode.Created, second.Status);
        Assert.NotEqual(first.Text("id"), second.Text("id"));
        Assert.NotEqual(first.Updates[0]["id"]!.GetValue<string>(), second.Updates[0]["id"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_change_keeps_the_updates()
    {
        using PageIncidentCall sandbox = new(_clock.Read);
        string incident = await sandbox.OpenAsync();
        SandboxAnswer before = await sandbox.GetAsync(incident);
        _clock.AddMinutes(1);

        SandboxAnswer changed = await sandbox.PutAsync(incident, PageIncidentBodies.Change);

        Assert.Equal(HttpStatusCode.OK, changed.Status);
        Assert.Equal(("Checkout is slow", "MINOR"), (changed.Text("name"), changed.Text("severity")));
        Assert.Equal(["Website", "API"], changed.Object["services"].Texts("name"));
        Assert.Equal("2022-09-08T19:42:28.658Z", changed.Text("updated_at"));
        Json.Equal(before.Object["incidentUpdates"]!.ToJsonString(), changed.Object["incidentUpdates"]);
        Assert.Equal(changed.Body, (await sandbox.GetAsync(incident)).Body);
    }

    [Fact]
    public async Task A_page_lists_the_incidents_of_its_services()
    {
        using PageIncidentCall sandbox = new();
        string other = (await sandbox.PostAsync(StatusPageCall.Services, StatusPageBodies.Service)).Text("id");
        await sandbox.OpenAsync();
        string services = $"[{PageIncidentBodies.Website.Replace(SandboxStatusPage.FirstServiceId, other, StringComparison.Ordinal)}]";
        await sandbox.OpenAsync(Bodies.With(Bodies.With(PageIncidentBodies.Incident, "services", services), "name", "\"Elsewhere\""));

        JsonObject page = (await sandbox.GetAsync(StatusPageCall.Pages)).Object["entries"].Objects()[0];

        Assert.Equal(["Checkout fails"], page["incidents"].Texts("name"));
    }

    [Fact]
    public async Task An_incident_remembers_a_service_that_was_deleted()
    {
        using PageIncidentCall sandbox = new();
        string incident = await sandbox.OpenAsync();

        await sandbox.DeleteAsync(StatusPageCall.FirstService);

        Assert.Equal(["Website"], (await sandbox.GetAsync(incident)).Object["services"].Texts("name"));
        Refused.NotFound(await sandbox.PutAsync(incident, PageIncidentBodies.Change));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(24)]
    [InlineData(25)]
    public async Task The_list_is_newest_first_over_all_its_pages(int limit)
    {
        using PageIncidentCall sandbox = new();
        for (int number = 1; number <= 25; number++)
        {
            await sandbox.OpenAsync(Bodies.With(PageIncidentBodies.Incident, "name", $"\"{number}\""));
        }

        List<string> names = [];
        for (string? next = ""; next is not null;)
        {
            JsonObject page = (await sandbox.ListAsync($"?limit={limit}{next}")).Object;
            names.AddRange(page["entries"].Texts("name"));
            next = page["nextId"] is { } id ? $"&nextId={Uri.EscapeDataString(id.GetValue<string>())}" : null;
            // What is opened while somebody reads does not shift the pages.
            await sandbox.OpenAsync();
        }

        Assert.Equal(Enumerable.Range(1, 25).Reverse().Select(number => $"{number}"), names);
    }
}
