using System.Text;
using System.Text.Json;
using Checkly.Tests;

namespace Checkly.Cmdlets.Tests;

/// <summary>A change that writes text back writes it as it was read, and not as properties show it.</summary>
public sealed class KeptTextTests(ApiServer server) : ModuleTest, IClassFixture<ApiServer>
{
    private const string Id = "0d1a3e5c-1d0b-4d53-8d2f-5d1c1c7c2f10";
    private const string Other = "7c9e6679-7425-40de-944b-e07fc1f90ae7";
    private const string Odd = "\"a\\rb\\u0007\\u009b\"";
    private const string Service = $$"""{"id":"{{Other}}","name":{{Odd}},"accountId":"{{Other}}"}""";
    private const string Page = $$"""{"id":"{{Id}}","name":"p","url":"p","cards":[{"id":"{{Id}}","name":{{Odd}},"services":[{{Service}}]}]}""";
    private const string PageIncident = $$"""{"id":"{{Id}}","name":{{Odd}},"severity":"MINOR","services":[{{Service}}],"incidentUpdates":[]}""";
    private const string Maintenance = $$"""{"id":"{{Id}}","status":"SCHEDULED","updates":[{"id":"{{Other}}","status":"SCHEDULED","description":{{Odd}}}]}""";

    [Theory]
    [InlineData("Set-ChecklySnippet 7 -Name n", "/v1/snippets/7", $$"""{"id":7,"name":"x","script":{{Odd}}}""", "/v1/snippets/7")]
    [InlineData("Set-ChecklySnippet 7 -Script n", "/v1/snippets/7", $$"""{"id":7,"name":{{Odd}},"script":"x"}""", "/v1/snippets/7")]
    [InlineData($"Set-ChecklyMaintenanceUpdate 42 {Id} {Other} -Status COMPLETED", $"/v1/maintenance-windows/42/maintenances/{Id}", Maintenance, $"/v1/maintenance-windows/42/maintenances/{Id}/updates/{Other}")]
    [InlineData("Set-ChecklyDashboard 0123abcd -Header h", "/v1/dashboards/0123abcd", $$"""{"id":1,"dashboardId":"0123abcd","description":{{Odd}}}""", "/v1/dashboards/0123abcd")]
    [InlineData($"Set-ChecklyIncident {Id} -Impact minor", $"/v1/incidents/{Id}", $$"""{"id":"{{Id}}","name":{{Odd}},"impact":"MAJOR","dashboardId":1}""", $"/v1/incidents/{Id}")]
    [InlineData($"Set-ChecklyStatusPage {Id} -Name n", $"/v1/status-pages/{Id}", Page, $"/v1/status-pages/{Id}")]
    [InlineData($"Set-ChecklyStatusPage {Id} -AddService {Id}", $"/v1/status-pages/{Id}", Page, $"/v1/status-pages/{Id}")]
    [InlineData($"Set-ChecklyStatusPage {Id} -Card (Get-ChecklyStatusPage {Id}).Cards", $"/v1/status-pages/{Id}", Page, $"/v1/status-pages/{Id}")]
    [InlineData($"Set-ChecklyStatusPageIncident {Id} -Name n", $"/v1/status-pages/incidents/{Id}", PageIncident, $"/v1/status-pages/incidents/{Id}")]
    [InlineData($"Set-ChecklyStatusPageIncident {Id} -Name n -Service (Get-ChecklyStatusPageIncident {Id}).Services", $"/v1/status-pages/incidents/{Id}", PageIncident, $"/v1/status-pages/incidents/{Id}")]
    public void It_is_sent_as_it_was_read(string command, string path, string read, string changed)
    {
        server.Reset();
        server.Answer("GET", path, 200, read).Answer("PUT", changed, 200, read)
            .Answer("GET", "/v1/status-pages/services", 200, $$"""{"length":1,"entries":[{{Service}}],"nextId":null}""")
            .Answer("GET", $"/v1/status-pages/services/{Id}", 200, $$"""{"id":"{{Id}}","name":"new"}""");
        ConnectTo(server.Uri);

        Do(command);

        SentRequest change = Assert.Single(server.Requests, request => request.Method == "PUT");
        using JsonDocument body = JsonDocument.Parse(change.Body);
        Assert.Contains("a\rb\u0007\u009b", Texts(body.RootElement));
    }

    /// <summary>What was saved and read back has texts as they were shown, so the server's are read.</summary>
    [Theory]
    [InlineData($"Set-ChecklyStatusPage {Id} -Card $saved.Cards", Page, $"/v1/status-pages/{Id}")]
    [InlineData($"Set-ChecklyStatusPage {Id} -Card @{{ Id = $saved.Cards[0].Id; Name = $saved.Cards[0].Name; Services = $saved.Cards[0].Services }}", Page, $"/v1/status-pages/{Id}")]
    [InlineData($"Set-ChecklyStatusPageIncident {Id} -Name n -Service $saved.Services", PageIncident, $"/v1/status-pages/incidents/{Id}")]
    [InlineData($"Set-ChecklyStatusPage {Id} -AddService {Other}", $$"""{"id":"{{Id}}","name":{{Odd}},"url":"p","cards":[]}""", $"/v1/status-pages/{Id}")]
    public void It_is_sent_as_the_server_has_it(string command, string read, string path)
    {
        server.Reset();
        server.Answer("GET", path, 200, read).Answer("PUT", path, 200, read).Answer("GET", $"/v1/status-pages/services/{Other}", 200, Service);
        ConnectTo(server.Uri);
        string get = path.Contains("incidents", StringComparison.Ordinal) ? "Get-ChecklyStatusPageIncident" : "Get-ChecklyStatusPage";
        object live = Do($"{get} {Id}").Only().BaseObject;

        Do(command, ("saved", System.Management.Automation.PSSerializer.Deserialize(System.Management.Automation.PSSerializer.Serialize(live, depth: 3))));

        using JsonDocument body = JsonDocument.Parse(Assert.Single(server.Requests, request => request.Method == "PUT").Body);
        string?[] texts = [.. Texts(body.RootElement)];
        Assert.Contains("a\rb\u0007\u009b", texts);
        Assert.DoesNotContain(texts, text => text!.Contains('\u240d', StringComparison.Ordinal));
    }

    [Fact]
    public void A_text_that_was_changed_is_sent_as_changed()
    {
        server.Reset();
        server.Answer("GET", $"/v1/status-pages/{Id}", 200, Page).Answer("PUT", $"/v1/status-pages/{Id}", 200, Page);
        ConnectTo(server.Uri);

        Do($"$page = Get-ChecklyStatusPage {Id}; $page.Cards[0].Name = 'Core'; Set-ChecklyStatusPage $page -Card $page.Cards");

        string body = Encoding.UTF8.GetString(Assert.Single(server.Requests, request => request.Method == "PUT").Body);
        Assert.Contains("\"name\":\"Core\"", body, StringComparison.Ordinal);
    }

    private static IEnumerable<string?> Texts(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Object => json.EnumerateObject().SelectMany(field => Texts(field.Value)),
        JsonValueKind.Array => json.EnumerateArray().SelectMany(Texts),
        JsonValueKind.String => [json.GetString()],
        _ => [],
    };
}
