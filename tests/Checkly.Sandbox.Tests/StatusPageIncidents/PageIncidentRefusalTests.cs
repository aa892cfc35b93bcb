using NJsonSchema;

namespace Checkly.Sandbox.Tests;

public sealed class PageIncidentRefusalTests
{
    private const string Services = "services";

    public static TheoryData<string, string> Bad => new()
    {
        { "name", "null" },
        { "name", "12" },
        { "name", $"\"{new string('x', 256)}\"" },
        { "severity", "\"HIGH\"" },
        { "severity", "\"major\"" },
        { Services, "[]" },
        { Services, "{}" },
        { Services, $"[\"{SandboxStatusPage.FirstServiceId}\"]" },
        { Services, $$"""[{ "id": "{{SandboxStatusPage.FirstServiceId}}" }]""" },
        { Services, $"[{Bodies.Without(PageIncidentBodies.Website, "accountId")}]" },
        { Services, $"[{Bodies.Without(PageIncidentBodies.Website, "name")}]" },
        { Services, $"[{Bodies.Without(PageIncidentBodies.Website, "id")}]" },
        { Services, $"[{Bodies.With(PageIncidentBodies.Website, "id", "\"website\"")}]" },
        { Services, $"[{Bodies.With(PageIncidentBodies.Website, "status", "1")}]" },
        { "id", "\"one\"" },
        { "lastUpdateStatus", "\"OPEN\"" },
        { "duration", "\"long\"" },
        { "created_at", "\"yesterday\"" },
        { "impact", "\"MAJOR\"" },
    };

    public static TheoryData<string, string> BadUpdate => new()
    {
        { "description", "null" },
        { "description", "12" },
        { "status", "\"MAINTENANCE\"" },
        { "status", "\"resolved\"" },
        { "status", "null" },
        { "publicIncidentUpdateDate", "null" },
        { "publicIncidentUpdateDate", "\"yesterday\"" },
        { "publicIncidentUpdateDate", "12" },
        { "notifySubscribers", "null" },
        { "notifySubscribers", "\"yes\"" },
        { "id", "\"one\"" },
        { "created_at", "\"yesterday\"" },
        { "updated_at", "\"2022-09-08T18:00:00.000Z\"" },
    };

    [Theory]
    [MemberData(nameof(Bad))]
    public async Task A_bad_incident_is_refused_and_changes_nothing(string field, string json)
    {
        using PageIncidentCall sandbox = new();
        string incident = await sandbox.OpenAsync();
        string before = (await sandbox.ListAsync()).Body;
        string create = Bodies.With(PageIncidentBodies.Incident, field, json);

        Refused.BadRequest(await sandbox.PostAsync(PageIncidentCall.Incidents, create));
        Refused.BadRequest(await sandbox.PutAsync(incident, Bodies.With(PageIncidentBodies.Change, field, json)));

        Assert.Equal(before, (await sandbox.ListAsync()).Body);
        await ContractCheck.UndocumentedAsync("POST", PageIncidentCall.Incidents, create);
    }

    [Theory]
    [MemberData(nameof(BadUpdate))]
    public async Task A_bad_update_is_refused_and_changes_nothing(string field, string json)
    {
        using PageIncidentCall sandbox = new();
        string incident = await sandbox.OpenAsync();
        string update = await sandbox.UpdateAsync(incident);
        string before = (await sandbox.ListAsync()).Body;
        string body = Bodies.With(PageIncidentBodies.Update, field, json);

        Refused.BadRequest(await sandbox.PostAsync(PageIncidentCall.Updates(incident), body));
        Refused.BadRequest(await sandbox.PutAsync(update, body));
        Refused.BadRequest(await sandbox.PostAsync(PageIncidentCall.Incidents, Bodies.With(PageIncidentBodies.Incident, "incidentUpdates", $"[{body}]")));

        Assert.Equal(before, (await sandbox.ListAsync()).Body);
        await ContractCheck.UndocumentedAsync("PUT", update, body);
    }

    [Theory]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("[{}]")]
    [InlineData("""[{ "description": "One." }, { "description": "Two." }]""")]
    public async Task An_incident_begins_with_exactly_one_update(string updates)
    {
        using PageIncidentCall sandbox = new();

        Refused.BadRequest(await sandbox.PostAsync(PageIncidentCall.Incidents, Bodies.With(PageIncidentBodies.Incident, "incidentUpdates", updates)));
    }

    [Theory]
    [InlineData("name")]
    [InlineData("severity")]
    [InlineData("services")]
    public async Task A_change_needs_what_a_creation_needs(string field)
    {
        using PageIncidentCall sandbox = new();
        string incident = await sandbox.OpenAsync();

        SandboxAnswer[] answers =
        [
            await sandbox.PostAsync(PageIncidentCall.Incidents, Bodies.Without(PageIncidentBodies.Incident, field)),
            await sandbox.PutAsync(incident, Bodies.Without(PageIncidentBodies.Change, field)),
        ];

        Assert.All(answers, Refused.BadRequest);
        Assert.All(answers, answer => Assert.Equal($"\"{field}\" is required", answer.Text("message")));
    }

    [Fact]
    public async Task A_change_takes_no_updates()
    {
        using PageIncidentCall sandbox = new();

        Refused.BadRequest(await sandbox.PutAsync(await sandbox.OpenAsync(), PageIncidentBodies.Incident));
    }

    [Theory]
    [InlineData("id")]
    [InlineData("accountId")]
    public async Task A_service_that_does_not_exist_is_not_found(string field)
    {
        using PageIncidentCall sandbox = new();
        string services = $"[{Bodies.With(PageIncidentBodies.Website, field, $"\"{Guid.NewGuid()}\"")}]";

        Refused.NotFound(await sandbox.PostAsync(PageIncidentCall.Incidents, Bodies.With(PageIncidentBodies.Incident, Services, services)));
        Refused.NotFound(await sandbox.PutAsync(await sandbox.OpenAsync(), Bodies.With(PageIncidentBodies.Change, Services, services)));
        Assert.Single((await sandbox.ListAsync()).Object["entries"].Objects());
    }

    [Fact]
    public async Task An_unknown_incident_is_not_found()
    {
        using PageIncidentCall sandbox = new();
        string unknown = $"{PageIncidentCall.Incidents}/{Guid.NewGuid()}";

        Refused.NotFound(await sandbox.GetAsync(unknown));
        Refused.NotFound(await sandbox.GetAsync(PageIncidentCall.Updates(unknown)));
        Refused.BadRequest(await sandbox.GetAsync($"{PageIncidentCall.Incidents}/latest"));
        Refused.BadRequest(await sandbox.ListAsync("?limit=101"));
    }

    [Theory]
    [InlineData("POST", PageIncidentCall.Incidents, PageIncidentBodies.Incident)]
    [InlineData("PUT", PageIncidentCall.Incidents + "/1", PageIncidentBodies.Change)]
    [InlineData("POST", PageIncidentCall.Incidents + "/1/incident-updates", PageIncidentBodies.Update)]
    [InlineData("PUT", PageIncidentCall.Incidents + "/1/incident-updates/2", PageIncidentBodies.FullUpdate)]
    [InlineData("GET", PageIncidentCall.Incidents + "?limit=20&nextId=x", null)]
    public async Task What_succeeds_is_documented(string method, string path, string? body)
    {
        Assert.Empty(await ContractCheck.ProblemsAsync(method, path, body));
    }

    [Theory]
    [InlineData("lastUpdateStatus", "null")]
    [InlineData("services", "[{}]")]
    [InlineData("incidentUpdates", "[{}]")]
    [InlineData("updated_at", "null")]
    public async Task A_spoilt_incident_is_rejected(string field, string json)
    {
        using PageIncidentCall sandbox = new();
        SandboxAnswer good = await sandbox.GetAsync(await sandbox.OpenAsync());
        JsonSchema schema = await ContractCheck.AnswerAsync("get", $"{PageIncidentCall.Incidents}/{{incidentId}}", 200);

        Assert.Empty(schema.Validate(good.Body));
        Assert.NotEmpty(schema.Validate(Bodies.With(good.Body, field, json)));
    }
}
