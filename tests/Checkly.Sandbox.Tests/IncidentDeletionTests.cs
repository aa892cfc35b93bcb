using System.Net;

namespace Checkly.Sandbox.Tests;

public sealed class IncidentDeletionTests
{
    [Fact]
    public async Task A_deletion_is_answered_without_a_body()
    {
        using SandboxCall sandbox = new();
        string incident = await sandbox.IncidentAsync();

        SandboxAnswer answer = await sandbox.DeleteAsync($"/v1/incidents/{incident}");

        Assert.Equal(HttpStatusCode.NoContent, answer.Status);
        Assert.Equal("", answer.Body);
    }

    [Fact]
    public async Task A_deleted_incident_is_gone_with_all_its_updates()
    {
        using SandboxCall sandbox = new();
        string incident = await sandbox.IncidentAsync();
        string update = await sandbox.UpdateAsync(incident);
        string path = $"/v1/incidents/{incident}";

        await sandbox.DeleteAsync(path);

        Refused.NotFound(await sandbox.GetAsync(path));
        Refused.NotFound(await sandbox.PutAsync(path, Bodies.Change));
        Refused.NotFound(await sandbox.DeleteAsync(path));
        Refused.NotFound(await sandbox.PostAsync($"{path}/updates", Bodies.Update()));
        Refused.NotFound(await sandbox.PutAsync($"{path}/updates/{update}", Bodies.Description));
        Refused.NotFound(await sandbox.DeleteAsync($"{path}/updates/{update}"));
    }

    [Fact]
    public async Task Another_incident_stays()
    {
        using SandboxCall sandbox = new();
        string one = await sandbox.IncidentAsync();
        string other = await sandbox.IncidentAsync();
        SandboxAnswer before = await sandbox.HistoryAsync(other);

        await sandbox.DeleteAsync($"/v1/incidents/{one}");

        Assert.Equal(before.Body, (await sandbox.HistoryAsync(other)).Body);
    }

    [Fact]
    public async Task An_unknown_incident_is_not_found()
    {
        using SandboxCall sandbox = new();
        await sandbox.IncidentAsync();

        Refused.NotFound(await sandbox.DeleteAsync($"/v1/incidents/{Guid.NewGuid()}"));
    }
}
