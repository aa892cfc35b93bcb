using Checkly.Tests;

namespace Checkly.Client.Tests;

/// <summary>The five operations of /v1/status-pages/incidents.</summary>
public sealed class StatusPageIncidentTests(ApiServer server) : RequestTest(server)
{
    internal const string Id = "9a1f2f9a-0a0d-4f4c-8e65-7c2d2b1f0d44";
    internal const string Incidents = "/v1/status-pages/incidents";

    internal const string One = $$"""
        {"name":"Payments fail","severity":"MAJOR","id":"{{Id}}","services":[{{StatusPageServiceTests.One}}],
         "incidentUpdates":[{{StatusPageIncidentUpdateTests.One}}],
         "lastUpdateStatus":"IDENTIFIED","duration":null,"created_at":"2026-01-01T09:00:00.000Z","updated_at":"2026-01-01T10:00:00.000Z"}
        """;

    private const string Services = $$"""[{"id":"{{StatusPageServiceTests.Id}}","name":"Payments","accountId":"{{AccountId}}"}]""";

    [Fact]
    public async Task Incidents_are_listed_page_by_page()
    {
        Page<StatusPageIncident> page = await ExchangeAsync(
            StatusPageIncidentRequests.List(20, "n1"), $"GET {Incidents}?limit=20&nextId=n1", $$"""{"length":1,"entries":[{{One}}],"nextId":"n2"}""");

        Assert.Equal((Id, "n2"), (Assert.Single(page.Items).Id, page.NextId));
    }

    [Fact]
    public async Task An_incident_is_read_with_its_services_and_history()
    {
        StatusPageIncident incident = await ExchangeAsync(StatusPageIncidentRequests.Get(Id), $"GET {Incidents}/{Id}", One);

        Assert.Equal((Id, "Payments fail", "MAJOR", "IDENTIFIED"), (incident.ToString(), incident.Name, incident.Severity, incident.CurrentStatus));
        Assert.Equal((null, Utc(2026, 1, 1, 9), Utc(2026, 1, 1, 10)), (incident.Duration, incident.CreatedAt, incident.UpdatedAt));
        Assert.Equal("Payments", Assert.Single(incident.Services).Name);
        Assert.Equal((StatusPageIncidentUpdateTests.Id, Id), (Assert.Single(incident.IncidentUpdates).Id, incident.IncidentUpdates[0].IncidentId));
        Assert.Empty(incident.AdditionalProperties);
    }

    [Fact]
    public async Task Only_the_id_is_required_of_an_incident()
    {
        StatusPageIncident incident = await ExchangeAsync(
            StatusPageIncidentRequests.Get(Id), $"GET {Incidents}/{Id}",
            """{"id":"7","severity":"APOCALYPTIC","lastUpdateStatus":"ESCALATED","services":null,"incidentUpdates":"","duration":"long","created_at":"2026-01-01","cause":{"by":"us"}}""");

        Assert.Equal(("7", "APOCALYPTIC", "ESCALATED", Utc(2026, 1, 1)), (incident.Id, incident.Severity, incident.CurrentStatus, incident.CreatedAt));
        Assert.Empty(incident.Services);
        Assert.Empty(incident.IncidentUpdates);
        Assert.Equal(["incidentUpdates", "duration", "cause"], incident.AdditionalProperties.Keys.Cast<string>());
    }

    [Fact]
    public void Without_the_word_of_the_api_the_newest_update_says_the_status()
    {
        var incident = new StatusPageIncident
        {
            IncidentUpdates = [new() { Status = "IDENTIFIED", CreatedAt = Utc(2026, 1, 1) }, new() { Status = "RESOLVED", CreatedAt = Utc(2026, 1, 2) }],
        };

        Assert.Equal("RESOLVED", incident.CurrentStatus);
        incident.CurrentStatus = "MONITORING";
        Assert.Equal("MONITORING", incident.CurrentStatus);
    }

    [Theory]
    [InlineData(200)]
    [InlineData(201)]
    public async Task Create_sends_what_was_given_and_no_more(int status)
    {
        StatusPageIncident incident = await ExchangeAsync(
            StatusPageIncidentRequests.Create(ANew(new() { Description = "Looking." })),
            $$"""POST {{Incidents}} {"name":"Payments fail","severity":"MAJOR","services":{{Services}},"incidentUpdates":[{"description":"Looking."}]}""",
            One, status);

        Assert.Equal(Id, incident.Id);
    }

    [Fact]
    public async Task Create_sends_all_that_an_update_can_have() =>
        await ExchangeAsync(
            StatusPageIncidentRequests.Create(ANew(new()
            {
                Description = "Looking.",
                Status = "identified",
                PublicIncidentUpdateDate = new DateTimeOffset(2026, 1, 1, 11, 30, 0, TimeSpan.FromHours(2)),
                NotifySubscribers = false,
            })),
            $$"""POST {{Incidents}} {"name":"Payments fail","severity":"MAJOR","services":{{Services}},"incidentUpdates":[{"description":"Looking.","status":"IDENTIFIED","publicIncidentUpdateDate":"2026-01-01T09:30:00.000Z","notifySubscribers":false}]}""",
            One, 201);

    [Fact]
    public async Task Change_sends_back_what_is_required_as_it_was_read()
    {
        StatusPageIncident before = await ExchangeAsync(StatusPageIncidentRequests.Get(Id), $"GET {Incidents}/{Id}", One);

        StatusPageIncident after = await ExchangeAsync(
            StatusPageIncidentRequests.Change(before, new Dictionary<string, object?> { ["severity"] = "MINOR" }),
            $$"""PUT {{Incidents}}/{{Id}} {"name":"Payments fail","severity":"MINOR","services":{{Services}}}""",
            One);

        Assert.Equal(Id, after.Id);
    }

    [Fact]
    public async Task Change_replaces_the_services_when_some_are_given()
    {
        StatusPageIncident before = await ExchangeAsync(StatusPageIncidentRequests.Get(Id), $"GET {Incidents}/{Id}", One);

        await ExchangeAsync(
            StatusPageIncidentRequests.Change(before, new Dictionary<string, object?> { ["services"] = new[] { new StatusPageService { Id = "s", Name = "Search", AccountId = "a" } } }),
            $$"""PUT {{Incidents}}/{{Id}} {"name":"Payments fail","severity":"MAJOR","services":[{"id":"s","name":"Search","accountId":"a"}]}""",
            One);
    }

    [Theory]
    [InlineData(204, null)]
    [InlineData(200, "deleted")]
    public async Task Delete_is_done_whatever_it_answers(int status, string? answer) =>
        await ExchangeAsync(StatusPageIncidentRequests.Delete(Id), $"DELETE {Incidents}/{Id}", answer, status);

    private static NewStatusPageIncident ANew(NewStatusPageIncidentUpdate update) => new()
    {
        Name = "Payments fail",
        Severity = "major",
        Services = [new StatusPageService { Id = StatusPageServiceTests.Id, Name = "Payments", AccountId = AccountId, CreatedAt = Utc(2026, 1, 1) }],
        FirstUpdate = update,
    };
}
