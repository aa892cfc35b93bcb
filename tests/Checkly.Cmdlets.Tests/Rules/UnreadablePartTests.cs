using Checkly.Tests;

namespace Checkly.Cmdlets.Tests;

/// <summary>A change that sends back a whole list is refused when a part of the list cannot be read: the change would remove that part.</summary>
public sealed class UnreadablePartTests(ApiServer server) : ModuleTest, IClassFixture<ApiServer>
{
    private const string Id = "7c9e6679-7425-40de-944b-e07fc1f90ae7";
    private const string Service = $$"""{"id":"{{Id}}","name":"A"}""";

    public static MatrixTheoryData<string, string> Pages => new(
        [
            $$"""[{"id":"{{Id}}","name":"Shop","services":[{{Service}},{"name":"no id"}]}]""",
            $$"""[{"id":"{{Id}}","name":"Shop","services":[{{Service}},null]}]""",
            $$"""[{"id":"{{Id}}","name":"Shop","services":[{{Service}}]},{"name":"no id"}]""",
        ],
        ["-Name Q", $"-RemoveService {Id}", $"-AddService {Id} -CardName Shop"]);

    [Theory]
    [MemberData(nameof(Pages))]
    public void A_status_page_is_not_changed(string cards, string change)
    {
        Answer("/v1/status-pages", $$"""{"id":"{{Id}}","name":"P","url":"p","cards":{{cards}}}""");

        AssertRefused(Run($"Set-ChecklyStatusPage {Id} {change} -Confirm:$false; 'on'"), "A card or a service of the page cannot be read");
    }

    [Theory]
    [InlineData($"Set-ChecklyStatusPageIncident {Id} -Name Q")]
    [InlineData($"New-ChecklyStatusPageIncidentUpdate {Id} MONITORING x -Severity MAJOR")]
    public void The_services_of_an_incident_are_not_changed(string command)
    {
        Answer("/v1/status-pages/incidents", $$"""{"id":"{{Id}}","name":"I","severity":"MINOR","services":[{{Service}},null],"incidentUpdates":[]}""");

        AssertRefused(Run($"{command}; 'on'"), "A service of the incident cannot be read");
    }

    private static void AssertRefused(Outcome outcome, string why)
    {
        Assert.Null(outcome.Thrown);
        Assert.StartsWith(why, outcome.Error.Exception.Message, StringComparison.Ordinal);
        Assert.Equal("on", Assert.Single(outcome.Output).BaseObject);
    }

    private void Answer(string path, string json)
    {
        ConnectTo(server.Uri);
        server.Answer("GET", $"{path}/{Id}", 200, json);
        server.Answer("GET", $"/v1/status-pages/services/{Id}", 200, Service);
        server.Answer("GET", "/v1/status-pages/services", 200, $$"""{"length":1,"nextId":null,"entries":[{{Service}}]}""");
    }
}
