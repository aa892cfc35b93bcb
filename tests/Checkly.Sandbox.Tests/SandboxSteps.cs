using System.Net;

namespace Checkly.Sandbox.Tests;

/// <summary>What most tests do first, checked, so that a test fails where its cause is.</summary>
internal static class SandboxSteps
{
    public static async Task<string> IncidentAsync(this SandboxCall sandbox, string? body = null)
    {
        SandboxAnswer answer = await sandbox.PostAsync("/v1/incidents", body ?? Bodies.Incident);
        Assert.Equal(HttpStatusCode.OK, answer.Status);
        return answer.Text("id");
    }

    public static async Task<string> UpdateAsync(
        this SandboxCall sandbox, string incident, string description = "Still looking.", string status = "MONITORING")
    {
        SandboxAnswer answer = await sandbox.PostAsync(
            $"/v1/incidents/{incident}/updates", Bodies.Update(description, status));
        Assert.Equal(HttpStatusCode.Created, answer.Status);
        return answer.Text("id");
    }

    public static async Task<SandboxAnswer> HistoryAsync(this SandboxCall sandbox, string incident)
    {
        SandboxAnswer answer = await sandbox.GetAsync($"/v1/incidents/{incident}?includeAllIncidentUpdates=true");
        Assert.Equal(HttpStatusCode.OK, answer.Status);
        return answer;
    }

    /// <summary>Sends many requests at once; each is given its number.</summary>
    public static Task<T[]> AtOnceAsync<T>(int many, Func<int, Task<T>> send) =>
        // Task.Run, because a handler that answers at once would otherwise never meet itself.
        Task.WhenAll(Enumerable.Range(0, many).Select(number => Task.Run(() => send(number))));
}
