using System.Net;

namespace Checkly.Sandbox.Tests;

public sealed class IncidentReadTests
{
    [Theory]
    [InlineData("")]
    [InlineData("?includeAllIncidentUpdates=false")]
    public async Task Only_the_newest_update_comes_unless_all_are_asked_for(string query)
    {
        TestClock clock = new();
        using SandboxCall sandbox = new(clock.Read);
        string incident = await sandbox.IncidentAsync();
        clock.AddMinutes(1);
        await sandbox.UpdateAsync(incident, "Second.");
        clock.AddMinutes(1);
        string newest = await sandbox.UpdateAsync(incident, "Third.", "RESOLVED");

        SandboxAnswer answer = await sandbox.GetAsync($"/v1/incidents/{incident}{query}");

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        var update = Assert.Single(answer.Updates);
        Assert.Equal(newest, update["id"]!.GetValue<string>());
        Assert.Equal("Third.", update["description"]!.GetValue<string>());
        Assert.Equal("RESOLVED", update["status"]!.GetValue<string>());
    }

    [Fact]
    public async Task The_whole_history_comes_newest_first()
    {
        TestClock clock = new();
        using SandboxCall sandbox = new(clock.Read);
        string incident = await sandbox.IncidentAsync();
        clock.AddMinutes(1);
        await sandbox.UpdateAsync(incident, "Second.");
        clock.AddMinutes(1);
        await sandbox.UpdateAsync(incident, "Third.");

        SandboxAnswer answer = await sandbox.HistoryAsync(incident);

        Assert.Equal(["Third.", "Second.", "The service is down."], answer.Descriptions);
    }

    [Fact]
    public async Task Updates_of_the_same_moment_come_newest_first_too()
    {
        // A script posts several within one millisecond: the order of posting decides then.
        TestClock clock = new();
        using SandboxCall sandbox = new(clock.Read);
        string incident = await sandbox.IncidentAsync();
        string[] posted = [.. Enumerable.Range(0, 20).Select(number => $"Number {number}.")];
        foreach (string description in posted)
        {
            await sandbox.UpdateAsync(incident, description);
        }

        SandboxAnswer all = await sandbox.HistoryAsync(incident);
        SandboxAnswer newest = await sandbox.GetAsync($"/v1/incidents/{incident}");

        Assert.Equal([.. posted.Reverse(), "The service is down."], all.Descriptions);
        Assert.Equal(["Number 19."], newest.Descriptions);
    }

    [Fact]
    public async Task Updates_of_one_incident_do_not_appear_in_another()
    {
        using SandboxCall sandbox = new();
        string one = await sandbox.IncidentAsync();
        string other = await sandbox.IncidentAsync();

        await sandbox.UpdateAsync(one, "Only here.");

        Assert.Equal(["Only here.", "The service is down."], (await sandbox.HistoryAsync(one)).Descriptions);
        Assert.Equal(["The service is down."], (await sandbox.HistoryAsync(other)).Descriptions);
    }

    [Fact]
    public async Task Reading_changes_nothing()
    {
        TestClock clock = new();
        using SandboxCall sandbox = new(clock.Read);
        string incident = await sandbox.IncidentAsync();
        SandboxAnswer first = await sandbox.HistoryAsync(incident);
        clock.AddMinutes(1);

        Assert.Equal(first.Body, (await sandbox.HistoryAsync(incident)).Body);
    }

    [Fact]
    public async Task An_unknown_incident_is_not_found()
    {
        using SandboxCall sandbox = new();
        await sandbox.IncidentAsync();

        Refused.NotFound(await sandbox.GetAsync($"/v1/incidents/{Guid.NewGuid()}"));
    }

    [Fact]
    public async Task A_wish_for_all_updates_that_is_no_boolean_is_a_bad_request()
    {
        using SandboxCall sandbox = new();
        string incident = await sandbox.IncidentAsync();

        Refused.BadRequest(await sandbox.GetAsync($"/v1/incidents/{incident}?includeAllIncidentUpdates=maybe"));
    }
}
