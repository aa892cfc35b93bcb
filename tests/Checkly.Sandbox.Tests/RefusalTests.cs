using System.Net;

namespace Checkly.Sandbox.Tests;

public sealed class RefusalTests
{
    /// <summary>Requests that hold something good beside the one thing for which they are refused.</summary>
    public static TheoryData<string, string, string> HalfGood => new()
    {
        { "PUT", "", """{ "name": "New" }""" },
        { "PUT", "", """{ "name": "New", "impact": "HUGE" }""" },
        { "PUT", "", """{ "name": "New", "impact": "MINOR", "startedAt": "2023-01-02T03:04:05.000Z", "stoppedAt": "no" }""" },
        { "PUT", "", """{ "name": "New", "impact": "MINOR", "startedAt": "2023-01-02T03:04:05.000Z", "unknown": 1 }""" },
        { "POST", "/updates", """{ "status": "RESOLVED", "description": 12 }""" },
        { "POST", "/updates", """{ "status": "FIXED", "description": "New." }""" },
        { "POST", "/updates", """{ "status": "RESOLVED", "description": "New.", "unknown": 1 }""" },
        { "PUT", "/updates/{update}", """{ "description": "New.", "status": "RESOLVED" }""" },
        { "PUT", "/updates/{update}", """{ "description": "New.", "unknown": 1 }""" },
        { "PUT", "/updates/{update}", """{ "description": "New." """ },
    };

    [Theory]
    [MemberData(nameof(HalfGood))]
    public async Task A_bad_request_changes_nothing(string method, string rest, string body)
    {
        TestClock clock = new();
        using SandboxCall sandbox = new(clock.Read);
        (string incident, string update) = await FillAsync(sandbox);
        SandboxAnswer before = await sandbox.HistoryAsync(incident);
        clock.AddMinutes(1);

        Refused.BadRequest(await sandbox.SendAsync(
            method, Operations.Path("/v1/incidents/{incident}" + rest, incident, update), body));

        Assert.Equal(before.Body, (await sandbox.HistoryAsync(incident)).Body);
    }

    [Theory]
    [MemberData(nameof(Operations.All), MemberType = typeof(Operations))]
    public async Task A_request_without_a_key_changes_nothing(string method, string template, string? body)
    {
        TestClock clock = new();
        using SandboxCall sandbox = new(clock.Read);
        (string incident, string update) = await FillAsync(sandbox);
        SandboxAnswer before = await sandbox.HistoryAsync(incident);
        clock.AddMinutes(1);

        using HttpRequestMessage request = SandboxCall.Request(
            method, Operations.Path(template, incident, update), body);
        Assert.Equal(HttpStatusCode.Unauthorized, (await sandbox.SendAsync(request)).Status);

        Assert.Equal(before.Body, (await sandbox.HistoryAsync(incident)).Body);
    }

    [Theory]
    [MemberData(nameof(Operations.All), MemberType = typeof(Operations))]
    public async Task A_request_of_another_account_changes_nothing(string method, string template, string? body)
    {
        TestClock clock = new();
        using SandboxCall sandbox = new(clock.Read);
        (string incident, string update) = await FillAsync(sandbox);
        SandboxAnswer before = await sandbox.HistoryAsync(incident);
        clock.AddMinutes(1);

        SandboxAnswer answer = await sandbox.SendAsync(
            method, Operations.Path(template, incident, update), body, "00000000-0000-4000-8000-000000000001");
        Assert.Equal(HttpStatusCode.Forbidden, answer.Status);

        Assert.Equal(before.Body, (await sandbox.HistoryAsync(incident)).Body);
    }

    [Fact]
    public async Task A_request_to_an_unknown_id_changes_nothing()
    {
        using SandboxCall sandbox = new();
        (string incident, string update) = await FillAsync(sandbox);
        SandboxAnswer before = await sandbox.HistoryAsync(incident);
        string unknown = $"/v1/incidents/{Guid.NewGuid()}";

        Refused.NotFound(await sandbox.PutAsync(unknown, Bodies.Change));
        Refused.NotFound(await sandbox.DeleteAsync(unknown));
        Refused.NotFound(await sandbox.PostAsync($"{unknown}/updates", Bodies.Update()));
        Refused.NotFound(await sandbox.PutAsync($"{unknown}/updates/{update}", Bodies.Description));
        Refused.NotFound(await sandbox.DeleteAsync($"{unknown}/updates/{update}"));

        Assert.Equal(before.Body, (await sandbox.HistoryAsync(incident)).Body);
        Refused.NotFound(await sandbox.GetAsync(unknown));
    }

    private static async Task<(string Incident, string Update)> FillAsync(SandboxCall sandbox)
    {
        string incident = await sandbox.IncidentAsync();
        return (incident, await sandbox.UpdateAsync(incident));
    }
}
