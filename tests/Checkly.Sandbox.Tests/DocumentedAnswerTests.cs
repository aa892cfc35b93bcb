using System.Net;
using NJsonSchema;

namespace Checkly.Sandbox.Tests;

/// <summary>Refusals are as the facts of the API say, and what the facts forbid in an answer is noticed.</summary>
public sealed class DocumentedAnswerTests
{
    private const string Incidents = "/v1/incidents";
    private const string Incident = "/v1/incidents/{id}";
    private const string Updates = "/v1/incidents/{incidentId}/updates";

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

    private static async Task ValidAsync(string method, string path, SandboxAnswer answer, HttpStatusCode expected)
    {
        Assert.Equal(expected, answer.Status);
        JsonSchema schema = await ContractCheck.AnswerAsync(method, path, (int)answer.Status);
        Assert.Empty(schema.Validate(answer.Body));
    }
}
