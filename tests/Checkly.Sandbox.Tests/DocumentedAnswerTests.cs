using System.Net;
using NJsonSchema;

namespace Checkly.Sandbox.Tests;

/// <summary>The sandbox against the facts of the API.</summary>
public sealed class DocumentedAnswerTests
{
    private const string Incidents = "/v1/incidents";
    private const string Incident = "/v1/incidents/{id}";
    private const string Updates = "/v1/incidents/{incidentId}/updates";
    private const string Update = "/v1/incidents/{incidentId}/updates/{id}";

    [Theory]
    [InlineData("/v1/accounts")]
    [InlineData("/v1/accounts/me")]
    public async Task Accounts_are_as_documented(string path)
    {
        using SandboxCall sandbox = new();

        await ValidAsync("get", path, await sandbox.GetAsync(path));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("null")]
    [InlineData("\"2022-11-25T12:34:56.000Z\"")]
    public async Task Incidents_are_as_documented(string? date)
    {
        using SandboxCall sandbox = new();
        string create = Dated(Bodies.Incident, date);

        SandboxAnswer created = await sandbox.PostAsync("/v1/incidents", create);
        string path = $"/v1/incidents/{created.Text("id")}";

        await ValidAsync("post", Incidents, created);
        await ValidAsync("get", Incident, await sandbox.GetAsync(path));
        await ValidAsync("put", Incident, await sandbox.PutAsync(path, Dated(Bodies.Change, date)));
        await ValidAsync("get", Incident, await sandbox.GetAsync(path));
    }

    [Fact]
    public async Task Updates_are_as_documented()
    {
        using SandboxCall sandbox = new();
        string incident = await sandbox.IncidentAsync();

        SandboxAnswer posted = await sandbox.PostAsync($"/v1/incidents/{incident}/updates", Bodies.Update());
        SandboxAnswer changed = await sandbox.PutAsync(
            $"/v1/incidents/{incident}/updates/{posted.Text("id")}", Bodies.Description);

        await ValidAsync("post", Updates, posted);
        await ValidAsync("put", Update, changed);
        await ValidAsync("get", Incident, await sandbox.HistoryAsync(incident));
    }

    [Fact]
    public async Task Deletions_are_as_documented()
    {
        using SandboxCall sandbox = new();
        string incident = await sandbox.IncidentAsync();
        string update = await sandbox.UpdateAsync(incident);

        SandboxAnswer first = await sandbox.DeleteAsync($"/v1/incidents/{incident}/updates/{update}");
        SandboxAnswer then = await sandbox.DeleteAsync($"/v1/incidents/{incident}");

        Assert.True(await ContractCheck.DocumentsAsync("delete", Update, (int)first.Status));
        Assert.True(await ContractCheck.DocumentsAsync("delete", Incident, (int)then.Status));
    }

    [Fact]
    public async Task Refusals_are_as_documented()
    {
        using SandboxCall sandbox = new();
        string incident = await sandbox.IncidentAsync();
        using HttpRequestMessage stranger = SandboxCall.Request("GET", $"/v1/incidents/{incident}", null);

        SandboxAnswer bad = await sandbox.PostAsync($"/v1/incidents/{incident}/updates", "{}");
        SandboxAnswer unauthorized = await sandbox.SendAsync(stranger);
        SandboxAnswer forbidden = await sandbox.SendAsync(
            "GET", $"/v1/incidents/{incident}", json: null, account: "00000000-0000-4000-8000-000000000001");
        SandboxAnswer unknown = await sandbox.GetAsync($"/v1/incidents/{Guid.NewGuid()}");

        await ValidAsync("post", Updates, bad, HttpStatusCode.BadRequest);
        await ValidAsync("get", Incident, unauthorized, HttpStatusCode.Unauthorized);
        await ValidAsync("get", Incident, forbidden, HttpStatusCode.Forbidden);
        await ValidAsync("get", Incident, unknown, HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("id", "\"no guid\"")]
    [InlineData("impact", "\"HUGE\"")]
    [InlineData("dashboardId", "\"1001\"")]
    [InlineData("created_at", "null")]
    [InlineData("updated_at", "\"yesterday\"")]
    [InlineData("incidentUpdates", "[]")]
    [InlineData("incidentUpdates", "null")]
    [InlineData("incidentUpdates", "[{}]")]
    public async Task A_spoilt_answer_is_rejected(string field, string json)
    {
        using SandboxCall sandbox = new();
        SandboxAnswer good = await sandbox.PostAsync("/v1/incidents", Bodies.Incident);
        JsonSchema schema = await ContractCheck.AnswerAsync("post", Incidents, 200);

        Assert.Empty(schema.Validate(good.Body));
        Assert.NotEmpty(schema.Validate(Bodies.With(good.Body, field, json)));
        Assert.NotEmpty(schema.Validate(Bodies.Without(good.Body, field)));
    }

    private static string Dated(string body, string? date) =>
        date is null ? body : Bodies.With(Bodies.With(body, "startedAt", date), "stoppedAt", date);

    private static async Task ValidAsync(string method, string path, SandboxAnswer answer, HttpStatusCode? expected = null)
    {
        if (expected is not null)
        {
            Assert.Equal(expected, answer.Status);
        }
        else
        {
            Assert.InRange((int)answer.Status, 200, 299);
        }

        JsonSchema schema = await ContractCheck.AnswerAsync(method, path, (int)answer.Status);
        Assert.Empty(schema.Validate(answer.Body));
    }
}
