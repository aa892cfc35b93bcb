namespace Checkly.Sandbox.Tests;

public sealed class IncidentCreationRefusalTests
{
    [Theory]
    [InlineData("name")]
    [InlineData("impact")]
    [InlineData("dashboardId")]
    [InlineData("incidentUpdates")]
    public async Task A_missing_field_is_a_bad_request(string field)
    {
        await RefusedAsync(Bodies.Without(Bodies.Incident, field));
    }

    [Theory]
    [InlineData("name", "null")]
    [InlineData("name", "12")]
    [InlineData("name", "[]")]
    [InlineData("impact", "null")]
    [InlineData("impact", "12")]
    [InlineData("impact", "\"\"")]
    [InlineData("impact", "\"HUGE\"")]
    [InlineData("impact", "\"major\"")]
    [InlineData("impact", "\"CRITICAL\"")]
    [InlineData("dashboardId", "null")]
    [InlineData("dashboardId", "\"mine\"")]
    [InlineData("dashboardId", "true")]
    [InlineData("dashboardId", "{}")]
    [InlineData("startedAt", "\"yesterday\"")]
    [InlineData("startedAt", "\"2022-13-45T00:00:00.000Z\"")]
    [InlineData("startedAt", "\"11/25/2022\"")]
    [InlineData("startedAt", "\"25 November 2022\"")]
    [InlineData("startedAt", "\"\"")]
    [InlineData("startedAt", "\"12:00\"")]
    [InlineData("startedAt", "1669379696000")]
    [InlineData("startedAt", "true")]
    [InlineData("stoppedAt", "\"tomorrow\"")]
    [InlineData("stoppedAt", "{}")]
    public async Task A_value_the_field_does_not_have_is_a_bad_request(string field, string json)
    {
        await RefusedAsync(Bodies.With(Bodies.Incident, field, json));
    }

    [Theory]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("[null]")]
    [InlineData("[\"down\"]")]
    [InlineData("""{ "status": "MONITORING", "description": "No list." }""")]
    public async Task Updates_that_are_not_a_list_of_one_are_a_bad_request(string json)
    {
        await RefusedAsync(Bodies.With(Bodies.Incident, "incidentUpdates", json));
    }

    [Fact]
    public async Task Two_first_updates_are_a_bad_request()
    {
        await RefusedAsync(Bodies.With(
            Bodies.Incident, "incidentUpdates", $"[{Bodies.Update("One.")}, {Bodies.Update("Two.")}]"));
    }

    [Theory]
    [InlineData("""{ "description": "No status." }""")]
    [InlineData("""{ "status": "MONITORING" }""")]
    [InlineData("""{ "status": null, "description": "A null." }""")]
    [InlineData("""{ "status": "MONITORING", "description": null }""")]
    [InlineData("""{ "status": "MONITORING", "description": 12 }""")]
    [InlineData("""{ "status": 12, "description": "A number." }""")]
    [InlineData("""{ "status": "FIXED", "description": "An unknown status." }""")]
    [InlineData("""{ "status": "monitoring", "description": "Another case." }""")]
    [InlineData("""{ "status": "MONITORING", "description": "One field too many.", "severity": "MAJOR" }""")]
    [InlineData("""{ "status": "MONITORING", "description": "Another family's.", "notifySubscribers": true }""")]
    public async Task A_first_update_that_is_not_right_is_a_bad_request(string update)
    {
        await RefusedAsync(Bodies.With(Bodies.Incident, "incidentUpdates", $"[{update}]"));
    }

    [Theory]
    [InlineData("severity", "\"MAJOR\"")]
    [InlineData("services", "[]")]
    [InlineData("id", "\"e50ad839-1b90-4955-b716-1c6edbda57cb\"")]
    [InlineData("created_at", "\"2022-09-08T19:41:28.658Z\"")]
    [InlineData("Name", "\"Another case\"")]
    [InlineData("unknown", "null")]
    public async Task A_field_the_api_does_not_know_is_a_bad_request(string field, string json)
    {
        await RefusedAsync(Bodies.With(Bodies.Incident, field, json));
    }

    [Theory]
    [InlineData("1002")]
    [InlineData("0")]
    [InlineData("-1001")]
    [InlineData("9007199254740991")]
    public async Task An_unknown_dashboard_is_not_found(string dashboard)
    {
        using SandboxCall sandbox = new();

        SandboxAnswer answer = await sandbox.PostAsync(
            "/v1/incidents", Bodies.With(Bodies.Incident, "dashboardId", dashboard));

        Refused.NotFound(answer);
    }

    private static async Task RefusedAsync(string body)
    {
        using SandboxCall sandbox = new();
        Refused.BadRequest(await sandbox.PostAsync("/v1/incidents", body));
    }
}
