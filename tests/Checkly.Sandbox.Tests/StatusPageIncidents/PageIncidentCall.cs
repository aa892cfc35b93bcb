using System.Net;

namespace Checkly.Sandbox.Tests;

/// <summary>Sends requests about the incidents of status pages.</summary>
internal sealed class PageIncidentCall(Func<DateTimeOffset>? clock = null) : DocumentedCall(clock)
{
    public const string Incidents = "/v1/status-pages/incidents";

    public Task<SandboxAnswer> ListAsync(string query = "") => GetAsync(Incidents + query);

    /// <summary>Opens an incident, and answers its path.</summary>
    public async Task<string> OpenAsync(string body = PageIncidentBodies.Incident)
    {
        SandboxAnswer answer = await PostAsync(Incidents, body);
        Assert.Equal(HttpStatusCode.Created, answer.Status);
        return $"{Incidents}/{answer.Text("id")}";
    }

    /// <summary>Posts an update, and answers its path.</summary>
    public async Task<string> UpdateAsync(string incident, string body = PageIncidentBodies.Update)
    {
        SandboxAnswer answer = await PostAsync(Updates(incident), body);
        Assert.Equal(HttpStatusCode.OK, answer.Status);
        return $"{Updates(incident)}/{answer.Text("id")}";
    }

    public static string Updates(string incident) => $"{incident}/incident-updates";

    /// <summary>Opens an incident, and answers its id.</summary>
    public static async Task<string> OpenAsync(SandboxCall sandbox) =>
        (await sandbox.PostAsync(Incidents, PageIncidentBodies.Incident)).Text("id");

    /// <summary>Opens an incident with two updates, and answers the rest of a path that leads to the second.</summary>
    public static async Task<string> UpdateAsync(SandboxCall sandbox)
    {
        string id = await OpenAsync(sandbox);
        SandboxAnswer update = await sandbox.PostAsync(Updates($"{Incidents}/{id}"), PageIncidentBodies.Update);
        return $"{id}/incident-updates/{update.Text("id")}";
    }
}
