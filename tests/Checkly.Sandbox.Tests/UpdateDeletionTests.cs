using System.Net;

namespace Checkly.Sandbox.Tests;

public sealed class UpdateDeletionTests
{
    [Fact]
    public async Task A_deletion_is_answered_without_a_body()
    {
        using SandboxCall sandbox = new();
        string incident = await sandbox.IncidentAsync();
        string update = await sandbox.UpdateAsync(incident);

        SandboxAnswer answer = await sandbox.DeleteAsync($"/v1/incidents/{incident}/updates/{update}");

        Assert.Equal(HttpStatusCode.NoContent, answer.Status);
        Assert.Equal("", answer.Body);
    }

    [Fact]
    public async Task Only_the_deleted_update_is_gone()
    {
        using SandboxCall sandbox = new();
        string incident = await sandbox.IncidentAsync();
        string update = await sandbox.UpdateAsync(incident, "Second.");
        await sandbox.UpdateAsync(incident, "Third.");

        await sandbox.DeleteAsync($"/v1/incidents/{incident}/updates/{update}");

        Assert.Equal(["Third.", "The service is down."], (await sandbox.HistoryAsync(incident)).Descriptions);
    }

    [Fact]
    public async Task The_only_update_stays()
    {
        using SandboxCall sandbox = new();
        string incident = await sandbox.IncidentAsync();
        string only = (await sandbox.HistoryAsync(incident)).Updates[0]["id"]!.GetValue<string>();

        Refused.BadRequest(await sandbox.DeleteAsync($"/v1/incidents/{incident}/updates/{only}"));

        Assert.Equal(["The service is down."], (await sandbox.HistoryAsync(incident)).Descriptions);
    }

    [Fact]
    public async Task After_the_newest_the_one_before_it_is_the_newest()
    {
        using SandboxCall sandbox = new();
        string incident = await sandbox.IncidentAsync();
        await sandbox.UpdateAsync(incident, "Second.");
        string newest = await sandbox.UpdateAsync(incident, "Third.");

        await sandbox.DeleteAsync($"/v1/incidents/{incident}/updates/{newest}");

        Assert.Equal(["Second."], (await sandbox.GetAsync($"/v1/incidents/{incident}")).Descriptions);
    }

    [Fact]
    public async Task A_deleted_update_is_not_found()
    {
        using SandboxCall sandbox = new();
        string incident = await sandbox.IncidentAsync();
        string path = $"/v1/incidents/{incident}/updates/{await sandbox.UpdateAsync(incident)}";

        await sandbox.DeleteAsync(path);

        Refused.NotFound(await sandbox.DeleteAsync(path));
        Refused.NotFound(await sandbox.PutAsync(path, Bodies.Description));
    }

    [Fact]
    public async Task An_unknown_update_is_not_found()
    {
        using SandboxCall sandbox = new();
        string incident = await sandbox.IncidentAsync();

        Refused.NotFound(await sandbox.DeleteAsync($"/v1/incidents/{incident}/updates/{Guid.NewGuid()}"));
    }

    [Fact]
    public async Task An_unknown_incident_is_not_found()
    {
        using SandboxCall sandbox = new();
        string update = await sandbox.UpdateAsync(await sandbox.IncidentAsync());

        Refused.NotFound(await sandbox.DeleteAsync($"/v1/incidents/{Guid.NewGuid()}/updates/{update}"));
    }

    [Fact]
    public async Task An_update_of_another_incident_is_not_found_and_stays()
    {
        using SandboxCall sandbox = new();
        string one = await sandbox.IncidentAsync();
        string other = await sandbox.IncidentAsync();
        string update = await sandbox.UpdateAsync(other);
        SandboxAnswer before = await sandbox.HistoryAsync(other);

        Refused.NotFound(await sandbox.DeleteAsync($"/v1/incidents/{one}/updates/{update}"));

        Assert.Equal(before.Body, (await sandbox.HistoryAsync(other)).Body);
    }
}
