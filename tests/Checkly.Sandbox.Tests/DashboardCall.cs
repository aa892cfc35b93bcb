using System.Net;
using System.Text.Json.Nodes;

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

    /// <summary>As many more dashboards, besides the one that is there from the beginning.</summary>
    public async Task FillAsync(int count)
    {
        for (int number = 1; number <= count; number++)
        {
            await CreateAsync(DashboardBodies.Named($"Number {number}"));
        }
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

    public static void Holds(string json, JsonObject dashboard, string field)
    {
        Assert.True(dashboard.ContainsKey(field), $"There is no {field}.");
        Assert.True(
            JsonNode.DeepEquals(JsonNode.Parse(json), dashboard[field]),
            $"{field} is {dashboard[field]?.ToJsonString() ?? "null"} and not {json}.");
    }
}
