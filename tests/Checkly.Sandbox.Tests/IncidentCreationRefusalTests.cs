namespace Checkly.Sandbox.Tests;

public sealed class IncidentCreationRefusalTests
{
    [Theory]
    [InlineData("startedAt", "\"yesterday\"")]
    [InlineData("startedAt", "\"2022-13-45T00:00:00.000Z\"")]
    [InlineData("startedAt", "\"11/25/2022\"")]
    [InlineData("startedAt", "\"25 November 2022\"")]
    [InlineData("startedAt", "\"\"")]
    [InlineData("startedAt", "\"12:00\"")]
    [InlineData("startedAt", "1669379696000")]
    [InlineData("startedAt", "true")]
    public async Task A_time_in_another_way_of_writing_is_a_bad_request(string field, string json)
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
