using System.Net;

namespace Checkly.Sandbox.Tests;

/// <summary>Sends requests about status pages and their services.</summary>
internal sealed class StatusPageCall(Func<DateTimeOffset>? clock = null) : DocumentedCall(clock)
{
    public const string Pages = "/v1/status-pages";
    public const string FirstPage = $"{Pages}/{SandboxStatusPage.Id}";
    public const string Subscriptions = $"{FirstPage}/subscriptions";
    public const string Services = "/v1/status-pages/services";
    public const string FirstService = $"{Services}/{SandboxStatusPage.FirstServiceId}";
    public const string SecondService = $"{Services}/{SandboxStatusPage.SecondServiceId}";

    public async Task<SandboxAnswer> PageAsync(string body = StatusPageBodies.Page)
    {
        SandboxAnswer answer = await PostAsync(Pages, body);
        Assert.Equal(HttpStatusCode.Created, answer.Status);
        return answer;
    }

    public async Task<SandboxAnswer> ServiceAsync(string name = "Payments")
    {
        SandboxAnswer answer = await PostAsync(Services, Bodies.With(StatusPageBodies.Service, "name", $"\"{name}\""));
        Assert.Equal(HttpStatusCode.OK, answer.Status);
        return answer;
    }

    /// <summary>Subscribes somebody to the first page, and answers the subscription's id.</summary>
    public static async Task<string> SubscribeAsync(SandboxCall sandbox)
    {
        await sandbox.PostAsync($"{Subscriptions}/bulk", StatusPageBodies.Subscriptions);
        return (await sandbox.GetAsync(Subscriptions)).Array.Texts("id")[0];
    }
}
