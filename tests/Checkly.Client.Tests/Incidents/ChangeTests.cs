using Checkly.Tests;

namespace Checkly.Client.Tests;

/// <summary>PUT and DELETE of incidents and their updates.</summary>
public sealed class ChangeTests(ApiServer server) : ClientTest, IClassFixture<ApiServer>, IDisposable
{
    private const string UpdateId = "01f477f8-4293-4e1c-82bd-99797720434c";

    public void Dispose() => server.Reset();

    [Fact]
    public async Task A_change_of_an_incident_sends_what_it_changes_and_the_rest_as_it_was_read()
    {
        server.Answer("GET", $"/v1/incidents/{IncidentId}", 200, $$"""{"id":"{{IncidentId}}","name":"Ol\u0064","impact":"MINOR","startedAt":1767225600000,"stoppedAt":"2026-01-01T10:00:00.123456Z"}""");
        server.Answer("PUT", $"/v1/incidents/{IncidentId}", 200, $$"""{"id":"{{IncidentId}}","name":"New","incidentUpdates":null}""");
        using ChecklyClient client = Connect(server.Uri);

        Incident before = await client.SendAsync(IncidentRequests.Get(IncidentId), Cancel);
        Incident incident = await client.SendAsync(IncidentRequests.Change(before, new Dictionary<string, object?> { ["impact"] = "MAJOR" }), Cancel);

        Assert.Equal(
            """{"name":"Ol\u0064","impact":"MAJOR","startedAt":1767225600000,"stoppedAt":"2026-01-01T10:00:00.123456Z"}"""u8.ToArray(),
            server.Requests[1].Body);
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
