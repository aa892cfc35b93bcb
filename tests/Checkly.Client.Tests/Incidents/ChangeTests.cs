using Checkly.Tests;

namespace Checkly.Client.Tests;

/// <summary>PUT and DELETE of incidents and their updates.</summary>
public sealed class ChangeTests(ApiServer server) : ClientTest, IClassFixture<ApiServer>, IDisposable
{
    private const string UpdateId = "01f477f8-4293-4e1c-82bd-99797720434c";

    public void Dispose() => server.Reset();

    [Fact]
    public async Task A_change_of_an_incident_sends_all_four_fields()
    {
        server.Answer("PUT", $"/v1/incidents/{IncidentId}", 200, $$"""{"id":"{{IncidentId}}","name":"New","incidentUpdates":null}""");
        using ChecklyClient client = Connect(server.Uri);

        Incident incident = await client.SendAsync(
            IncidentRequests.Change(IncidentId, "New", "major", new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero), null), Cancel);

        Assert.Equal(
            """{"name":"New","impact":"MAJOR","startedAt":"2026-01-02T03:04:05.000Z","stoppedAt":null}"""u8.ToArray(),
            Assert.Single(server.Requests).Body);
        Assert.Equal("New", incident.Name);
        Assert.Empty(incident.IncidentUpdates);
    }

    [Fact]
    public async Task A_change_of_an_update_sends_the_description_alone()
    {
        server.Answer("PUT", $"{UpdatesPath}/{UpdateId}", 200, $$"""{"id":"{{UpdateId}}","status":"RESOLVED","description":"New"}""");
        using ChecklyClient client = Connect(server.Uri);

        IncidentUpdate update = await client.SendAsync(IncidentUpdateRequests.Change(IncidentId, UpdateId, "New"), Cancel);

        Assert.Equal("""{"description":"New"}"""u8.ToArray(), Assert.Single(server.Requests).Body);
        Assert.Equal(IncidentId, update.IncidentId);
    }

    [Theory]
    [InlineData(204, null)]
    [InlineData(200, null)]
    [InlineData(200, "{}")]
    [InlineData(200, "deleted")]
    [InlineData(202, "")]
    public async Task A_delete_is_done_whatever_it_answers(int status, string? body)
    {
        server.Answer("DELETE", $"/v1/incidents/{IncidentId}", status, body).Answer("DELETE", $"{UpdatesPath}/{UpdateId}", status, body);
        using ChecklyClient client = Connect(server.Uri);

        await client.SendAsync(IncidentRequests.Delete(IncidentId), Cancel);
        await client.SendAsync(IncidentUpdateRequests.Delete(IncidentId, UpdateId), Cancel);

        Assert.Equal(["DELETE", "DELETE"], server.Requests.Select(request => request.Method));
        Assert.All(server.Requests, request => Assert.Empty(request.Body));
    }

    [Fact]
    public async Task A_delete_of_what_is_not_there_is_not_found()
    {
        server.Answer("DELETE", $"/v1/incidents/{IncidentId}", 404, "{}");
        using ChecklyClient client = Connect(server.Uri);

        Assert.Equal(ChecklyErrorKind.NotFound, (await FailureOf(client, IncidentRequests.Delete(IncidentId))).Kind);
    }
}
