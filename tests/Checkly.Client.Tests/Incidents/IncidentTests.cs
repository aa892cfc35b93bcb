using Checkly.Tests;

namespace Checkly.Client.Tests;

/// <summary>POST /v1/incidents and GET /v1/incidents/{id}.</summary>
public sealed class IncidentTests(ApiServer server) : ClientTest, IClassFixture<ApiServer>, IDisposable
{
    private const string Whole = """
        {"name":"Service outage","impact":"MINOR","startedAt":"2022-11-25T12:34:56.000Z","stoppedAt":null,"dashboardId":1234,
         "id":"e50ad839-1b90-4955-b716-1c6edbda57cb","created_at":"2022-09-08T19:41:28.658Z","updated_at":null,
         "incidentUpdates":[
           {"id":"01f477f8-4293-4e1c-82bd-99797720434c","status":"INVESTIGATING","description":"Old.","created_at":"2022-09-08T18:56:48.425Z","updated_at":null},
           {"id":"1f0640f8-1910-4137-b91d-ed152faa92e6","status":"RESOLVED","description":"New.","created_at":"2022-09-08T20:56:48.425Z","updated_at":null}]}
        """;

    public void Dispose() => server.Reset();

    [Fact]
    public async Task Get_asks_for_the_whole_history_and_reads_it()
    {
        server.Answer("GET", $"/v1/incidents/{IncidentId}", 200, Whole);
        using ChecklyClient client = Connect(server.Uri);

        Incident incident = await client.SendAsync(IncidentRequests.Get(IncidentId), Cancel);

        SentRequest sent = Assert.Single(server.Requests);
        Assert.Equal($"/v1/incidents/{IncidentId}?includeAllIncidentUpdates=true", sent.Target);
        Assert.Empty(sent.Body);
        Assert.Null(sent.Header("Content-Type"));
        Assert.Equal(IncidentId, incident.Id);
        Assert.Equal("Service outage", incident.Name);
        Assert.Equal("MINOR", incident.Impact);
        Assert.Equal(1234, incident.DashboardId);
        Assert.Equal(new DateTimeOffset(2022, 11, 25, 12, 34, 56, TimeSpan.Zero), incident.StartedAt);
        Assert.Null(incident.StoppedAt);
        Assert.Equal("RESOLVED", incident.CurrentStatus);
        Assert.Equal(["Old.", "New."], incident.IncidentUpdates.Select(update => update.Description));
        Assert.All(incident.IncidentUpdates, update => Assert.Equal(IncidentId, update.IncidentId));
        Assert.Empty(incident.AdditionalProperties);
    }

    [Theory]
    [InlineData("\"createdAt\":\"2022-09-08T19:41:28.658Z\"")]
    [InlineData("\"created_at\":\"2022-09-08T19:41:28.658Z\",\"createdAt\":7")]
    public async Task The_time_of_creation_is_read_under_either_name(string time)
    {
        server.Answer("GET", $"/v1/incidents/{IncidentId}", 200, $$"""{"id":"{{IncidentId}}",{{time}}}""");
        using ChecklyClient client = Connect(server.Uri);

        Incident incident = await client.SendAsync(IncidentRequests.Get(IncidentId), Cancel);

        Assert.Equal(new DateTimeOffset(2022, 9, 8, 19, 41, 28, 658, TimeSpan.Zero), incident.CreatedAt);
        Assert.DoesNotContain("created_at", incident.AdditionalProperties.Keys.Cast<string>());
    }

    [Theory]
    [InlineData("null")]
    [InlineData("\"\"")]
    [InlineData("\"a text\"")]
    public async Task Updates_that_are_no_list_read_as_none(string updates)
    {
        server.Answer("GET", $"/v1/incidents/{IncidentId}", 200, $$"""{"id":"{{IncidentId}}","name":"x","dashboardId":"77","incidentUpdates":{{updates}}}""");
        using ChecklyClient client = Connect(server.Uri);

        Incident incident = await client.SendAsync(IncidentRequests.Get(IncidentId), Cancel);

        Assert.Empty(incident.IncidentUpdates);
        Assert.Null(incident.CurrentStatus);
        Assert.Equal(77, incident.DashboardId);
    }

    [Fact]
    public async Task Create_sends_what_was_given_and_no_more()
    {
        server.Answer("POST", "/v1/incidents", 200, Whole);
        using ChecklyClient client = Connect(server.Uri);

        await client.SendAsync(IncidentRequests.Create(ANew()), Cancel);

        Assert.Equal(
            """{"name":"Service outage","impact":"MAJOR","dashboardId":1234,"incidentUpdates":[{"status":"INVESTIGATING","description":"Down."}]}"""u8.ToArray(),
            Assert.Single(server.Requests).Body);
    }

    [Fact]
    public async Task Create_sends_times_in_utc_as_the_api_writes_them()
    {
        server.Answer("POST", "/v1/incidents", 200, Whole);
        using ChecklyClient client = Connect(server.Uri);
        var start = new DateTimeOffset(2022, 11, 25, 14, 34, 56, 7, TimeSpan.FromHours(2));

        await client.SendAsync(IncidentRequests.Create(ANew() with { StartedAt = start, StoppedAt = start.AddHours(1) }), Cancel);

        Assert.Equal(
            """{"name":"Service outage","impact":"MAJOR","startedAt":"2022-11-25T12:34:56.007Z","stoppedAt":"2022-11-25T13:34:56.007Z","dashboardId":1234,"incidentUpdates":[{"status":"INVESTIGATING","description":"Down."}]}"""u8.ToArray(),
            Assert.Single(server.Requests).Body);
    }

    private static NewIncident ANew() => new()
    {
        Name = "Service outage",
        DashboardId = 1234,
        Impact = "major",
        Status = "investigating",
        Description = "Down.",
    };
}
