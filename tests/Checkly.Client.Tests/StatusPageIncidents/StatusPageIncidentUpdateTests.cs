using Checkly.Tests;

namespace Checkly.Client.Tests;

/// <summary>The five operations of /v1/status-pages/incidents/{incidentId}/incident-updates.</summary>
public sealed class StatusPageIncidentUpdateTests(ApiServer server) : RequestTest(server)
{
    internal const string Id = "3f1c7a11-6d58-4a3c-b8a5-0b2c4d5e6f55";

    internal const string One = $$"""
        {"description":"A node is down.","status":"IDENTIFIED","publicIncidentUpdateDate":"2026-01-01T09:30:00.123456Z","notifySubscribers":true,"id":"{{Id}}","created_at":"2026-01-01T10:00:00.000Z"}
        """;

    private const string Updates = $"{StatusPageIncidentTests.Incidents}/{StatusPageIncidentTests.Id}/incident-updates";

    [Fact]
    public async Task Updates_are_listed_and_know_their_incident()
    {
        StatusPageIncidentUpdate update = Assert.Single(
            await ExchangeAsync(StatusPageIncidentUpdateRequests.List(StatusPageIncidentTests.Id), $"GET {Updates}", $"[{One}]"));

        Assert.Equal((Id, StatusPageIncidentTests.Id), (update.Id, update.IncidentId));
    }

    [Fact]
    public async Task An_update_is_read()
    {
        StatusPageIncidentUpdate update = await GetAsync(One);

        Assert.Equal((Id, "IDENTIFIED", "A node is down.", true), (update.ToString(), update.Status, update.Description, update.NotifySubscribers));
        Assert.Equal((Utc(2026, 1, 1, 9, 30).AddTicks(1234560), Utc(2026, 1, 1, 10)), (update.PublicIncidentUpdateDate, update.CreatedAt));
        Assert.Empty(update.AdditionalProperties);
    }

    [Fact]
    public async Task Only_the_id_is_required_of_an_update()
    {
        StatusPageIncidentUpdate update = await GetAsync("""{"id":"u","incidentId":"other","status":"ESCALATED","publicIncidentUpdateDate":"2026-01-01","notifySubscribers":"some","author":"ann"}""");

        Assert.Equal(("other", "ESCALATED", null, Utc(2026, 1, 1)), (update.IncidentId, update.Status, update.NotifySubscribers, update.PublicIncidentUpdateDate));
        Assert.Equal(["notifySubscribers", "author"], update.AdditionalProperties.Keys.Cast<string>());
    }

    [Theory]
    [InlineData(null, "")]
    [InlineData(true, ",\"notifySubscribers\":true")]
    [InlineData(false, ",\"notifySubscribers\":false")]
    public async Task Create_tells_subscribers_as_it_was_told_to(bool? notify, string sent)
    {
        StatusPageIncidentUpdate update = await ExchangeAsync(
            StatusPageIncidentUpdateRequests.Create(StatusPageIncidentTests.Id, new() { Description = "Größe 🔥", Status = "resolved", NotifySubscribers = notify }),
            $$"""POST {{Updates}} {"description":"Größe 🔥","status":"RESOLVED"{{sent}}}""",
            One);

        Assert.Equal((Id, StatusPageIncidentTests.Id), (update.Id, update.IncidentId));
    }

    [Fact]
    public async Task Change_sends_back_what_it_does_not_change_byte_by_byte()
    {
        StatusPageIncidentUpdate before = await GetAsync(One);

        StatusPageIncidentUpdate after = await ExchangeAsync(
            StatusPageIncidentUpdateRequests.Change(before, new Dictionary<string, object?> { ["description"] = "Two nodes are down." }),
            $$"""PUT {{Updates}}/{{Id}} {"description":"Two nodes are down.","status":"IDENTIFIED","publicIncidentUpdateDate":"2026-01-01T09:30:00.123456Z","notifySubscribers":true}""",
            One);

        Assert.Equal(StatusPageIncidentTests.Id, after.IncidentId);
    }

    [Fact]
    public async Task Change_sends_no_null_in_the_place_of_what_was_not_known()
    {
        StatusPageIncidentUpdate before = await GetAsync($$"""{"id":"{{Id}}","description":"Old.","status":null,"publicIncidentUpdateDate":null}""");

        await ExchangeAsync(
            StatusPageIncidentUpdateRequests.Change(before, new Dictionary<string, object?> { ["publicIncidentUpdateDate"] = Utc(2026, 1, 1) }),
            $$"""PUT {{Updates}}/{{Id}} {"description":"Old.","publicIncidentUpdateDate":"2026-01-01T00:00:00.000Z"}""",
            One);
    }

    [Fact]
    public async Task Delete_answers_nothing() =>
        await ExchangeAsync(StatusPageIncidentUpdateRequests.Delete(StatusPageIncidentTests.Id, Id), $"DELETE {Updates}/{Id}", null, 204);

    private Task<StatusPageIncidentUpdate> GetAsync(string answer) =>
        ExchangeAsync(StatusPageIncidentUpdateRequests.Get(StatusPageIncidentTests.Id, Id), $"GET {Updates}/{Id}", answer);
}
