using System.Net;
using System.Text.Json.Nodes;
using Checkly.Tests;
using NJsonSchema;

namespace Checkly.Sandbox.Tests;

/// <summary>
/// Sends requests about dashboards. Where the official document lies beside the checkout, every answer is held against it.
/// </summary>
internal sealed class DashboardCall(Func<DateTimeOffset>? clock = null) : IDisposable
{
    public const string List = "/v1/dashboards";
    public const string First = $"{List}/{SandboxAccount.DashboardTextId}";

    // The document is long: it is read once, and used by one test at a time.
    private static readonly SemaphoreSlim Gate = new(1);
    private static readonly Lazy<OpenApiDocument?> Document = new(OpenApiDocument.BesideCheckout);
    private static readonly Dictionary<(string, string, int), JsonSchema> Schemas = [];

    /// <summary>The same sandbox, for requests about something else.</summary>
    public SandboxCall Sandbox { get; } = new(clock);

    public Task<SandboxAnswer> GetAsync(string path) => SendAsync("GET", path);

    public Task<SandboxAnswer> PostAsync(string body) => SendAsync("POST", List, body);

    public Task<SandboxAnswer> PutAsync(string path, string body) => SendAsync("PUT", path, body);

    public Task<SandboxAnswer> DeleteAsync(string path) => SendAsync("DELETE", path);

    public async Task<SandboxAnswer> SendAsync(string method, string path, string? json = null, string? account = null) =>
        await CheckedAsync(method, path, await Sandbox.SendAsync(method, path, json, account));

    public async Task<SandboxAnswer> SendAsync(string method, string path, HttpContent? content) =>
        await CheckedAsync(method, path, await Sandbox.SendAsync(method, path, content));

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

    public static async Task<SandboxAnswer> CheckedAsync(string method, string path, SandboxAnswer answer)
    {
        await Gate.WaitAsync(TestContext.Current.CancellationToken);
        try
        {
            if (Document.Value is { } document)
            {
                string template = path.Split('?')[0] == List ? List : $"{List}/{{dashboardId}}";
                await CheckAsync(document, method.ToLowerInvariant(), template, answer);
            }
        }
        finally
        {
            Gate.Release();
        }

        return answer;
    }

    public void Dispose() => Sandbox.Dispose();

    private static async Task CheckAsync(OpenApiDocument document, string verb, string template, SandboxAnswer answer)
    {
        int status = (int)answer.Status;
        bool documented = document.Documents(verb, template, status);
        Assert.True(documented || status >= 400, $"{verb} {template} documents no {status}.");
        if (status == (int)HttpStatusCode.NoContent)
        {
            Assert.Equal("", answer.Body);
            return;
        }

        // Not every operation documents its 400 or 404; an error has one shape everywhere, and each documents its 401.
        (string, string, int) key = (verb, template, documented ? status : 401);
        if (!Schemas.TryGetValue(key, out JsonSchema? schema))
        {
            Schemas[key] = schema = await document.AnswerAsync(verb, template, key.Item3);
        }

        Assert.Empty(schema.Validate(answer.Body));
    }
}
