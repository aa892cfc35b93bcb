using System.Net;

namespace Checkly.Sandbox.Tests;

public sealed class LifetimeTests
{
    [Fact]
    public async Task Two_sandboxes_know_nothing_of_each_other()
    {
        using SandboxCall one = new();
        using SandboxCall other = new();
        string incident = await one.IncidentAsync();
        string path = $"/v1/incidents/{incident}";

        Refused.NotFound(await other.GetAsync(path));
        Refused.NotFound(await other.DeleteAsync(path));
        Assert.Equal(HttpStatusCode.OK, (await one.GetAsync(path)).Status);
    }

    [Fact]
    public async Task Clients_of_one_handler_share_its_state()
    {
        using SandboxHandler handler = new();
        using SandboxCall one = new(handler);
        using SandboxCall other = new(handler);

        string incident = await one.IncidentAsync();
        await other.UpdateAsync(incident, "From the other.");

        Assert.Equal(["From the other.", "The service is down."], (await one.HistoryAsync(incident)).Descriptions);
    }

    [Fact]
    public async Task An_incident_lives_through_all_its_changes()
    {
        using SandboxCall sandbox = new();
        string incident = await sandbox.IncidentAsync();
        string path = $"/v1/incidents/{incident}";
        string second = await sandbox.UpdateAsync(incident, "Secnd.", "IDENTIFIED");
        await sandbox.PutAsync($"{path}/updates/{second}", """{ "description": "Second." }""");
        string mistake = await sandbox.UpdateAsync(incident, "A mistake.", "RESOLVED");
        await sandbox.DeleteAsync($"{path}/updates/{mistake}");
        await sandbox.PutAsync(path, Bodies.Change);
        await sandbox.UpdateAsync(incident, "Over.", "RESOLVED");

        SandboxAnswer answer = await sandbox.HistoryAsync(incident);

        Assert.Equal("Slow service", answer.Text("name"));
        Assert.Equal(["Over.", "Second.", "The service is down."], answer.Descriptions);
        Assert.Equal(
            ["RESOLVED", "IDENTIFIED", "INVESTIGATING"],
            answer.Updates.Select(update => update["status"]!.GetValue<string>()));
    }
}
