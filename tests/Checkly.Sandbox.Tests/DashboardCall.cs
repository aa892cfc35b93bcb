using System.Net;

namespace Checkly.Sandbox.Tests;

/// <summary>Sends requests about dashboards.</summary>
internal sealed class DashboardCall(Func<DateTimeOffset>? clock = null) : DocumentedCall(clock)
{
    public const string List = "/v1/dashboards";
    public const string First = $"{List}/{SandboxAccount.DashboardTextId}";

    public Task<SandboxAnswer> PostAsync(string body) => PostAsync(List, body);

    public async Task<SandboxAnswer> CreateAsync(string body = DashboardBodies.Header)
    {
        SandboxAnswer answer = await PostAsync(body);
        Assert.Equal(HttpStatusCode.Created, answer.Status);
        return answer;
    }

    /// <summary>All that there is, as text: to see whether anything changed.</summary>
    public async Task<string> EverythingAsync()
    {
        SandboxAnswer answer = await GetAsync($"{List}?limit=100");
        Assert.Equal(HttpStatusCode.OK, answer.Status);
        return answer.Body;
    }

    public static string Path(SandboxAnswer dashboard) => $"{List}/{dashboard.Text("dashboardId")}";

    public static long Number(SandboxAnswer dashboard) => dashboard.Object["id"]!.GetValue<long>();
}
