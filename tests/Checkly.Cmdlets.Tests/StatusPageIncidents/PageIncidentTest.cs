using System.Text;
using Checkly.Tests;

namespace Checkly.Cmdlets.Tests;

/// <summary>An account with one status page incident behind a server on loopback.</summary>
public abstract class PageIncidentTest(ApiServer server) : ModuleTest
{
    protected const string Root = "/v1/status-pages/incidents";
    protected const string PageId = "0b2b8a9c-54a4-4f5c-9a31-5a4d2b6b3c11";
    protected const string ServiceId = "3abcfdfe-ae2d-4632-8dd1-18dd871e18fc";
    protected const string UpdateId = "01f477f8-4293-4e1c-82bd-99797720434c";
    protected const string OneUpdate = $"{Root}/{IncidentId}/incident-updates/{UpdateId}";
    protected const string AllUpdates = $"{Root}/{IncidentId}/incident-updates";
    protected const string Service = $$"""{"id":"{{ServiceId}}","name":"Website","accountId":"{{AccountId}}"}""";
    protected const string Update = $$"""{"id":"{{UpdateId}}","description":"Old.","status":"MONITORING","publicIncidentUpdateDate":"2026-01-02T03:04:05.000Z","notifySubscribers":true,"created_at":"2026-01-05T00:00:00.000Z"}""";
    protected const string Incident = $$"""
        {"id":"{{IncidentId}}","name":"Old name","severity":"MINOR","lastUpdateStatus":"MONITORING","duration":null,"created_at":"2026-01-02T00:00:00.000Z",
         "services":[{"id":"{{ServiceId}}","name":"Website","accountId":"{{AccountId}}","created_at":"2026-01-01T00:00:00.000Z"}],"incidentUpdates":[{{Update}}]}
        """;

    protected ApiServer Server { get; } = server;

    protected override void Cleanup() => Server.Reset();

    protected void Connect()
    {
        ConnectTo(Server.Uri);
        string page = $$"""{"id":"{{PageId}}","name":"Acme status","url":"acme","description":"Ours","cards":[{"id":"c1","name":"All","services":[{{Service}}]}]}""";
        Server
            .Answer("GET", "/v1/status-pages", 200, $$"""{"length":1,"entries":[{{page}}],"nextId":null}""")
            .Answer("GET", $"/v1/status-pages/{PageId}", 200, page)
            .Answer("GET", $"/v1/status-pages/services/{ServiceId}", 200, Service)
            .Answer("GET", "/v1/status-pages/services", 200, $$"""{"length":1,"entries":[{{Service}}],"nextId":null}""")
            .Answer("GET", Root, 200, $$"""{"length":1,"entries":[{{Incident}}],"nextId":null}""").Answer("POST", Root, 201, Incident)
            .Answer("GET", $"{Root}/{IncidentId}", 200, Incident).Answer("PUT", $"{Root}/{IncidentId}", 200, Incident).Answer("DELETE", $"{Root}/{IncidentId}", 204)
            .Answer("POST", AllUpdates, 200, Update)
            .Answer("GET", OneUpdate, 200, Update).Answer("PUT", OneUpdate, 200, Update).Answer("DELETE", OneUpdate, 204);
    }

    /// <summary>Methods and paths of what was sent, without queries.</summary>
    protected string[] Sent() => [.. Server.Requests.Select(request => $"{request.Method} {request.Target.Split('?')[0]}")];

    protected string Body(int request) => Encoding.UTF8.GetString(Server.Requests[request].Body);
}
