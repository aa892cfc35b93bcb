namespace Checkly.Sandbox.Tests;

public sealed class PageIncidentRefusalTests
{
    private const string Services = "services";

    [Theory]
    [InlineData("id")]
    [InlineData("accountId")]
    public async Task A_service_that_does_not_exist_is_not_found(string field)
    {
        using PageIncidentCall sandbox = new();
        string services = $"[{Bodies.With(PageIncidentBodies.Website, field, $"\"{Guid.NewGuid()}\"")}]";

        Refused.NotFound(await sandbox.PostAsync(PageIncidentCall.Incidents, Bodies.With(PageIncidentBodies.Incident, Services, services)));
        Refused.NotFound(await sandbox.PutAsync(await sandbox.OpenAsync(), Bodies.With(PageIncidentBodies.Change, Services, services)));
        Assert.Single((await sandbox.ListAsync()).Object["entries"].Objects());
    }

    [Fact]
    public async Task An_unknown_incident_is_not_found()
    {
        using PageIncidentCall sandbox = new();
        string unknown = $"{PageIncidentCall.Incidents}/{Guid.NewGuid()}";

        Refused.NotFound(await sandbox.GetAsync(unknown));
        Refused.NotFound(await sandbox.GetAsync(PageIncidentCall.Updates(unknown)));
        Refused.BadRequest(await sandbox.GetAsync($"{PageIncidentCall.Incidents}/latest"));
        Refused.BadRequest(await sandbox.ListAsync("?limit=101"));
    }

    [Theory]
    [InlineData("POST", PageIncidentCall.Incidents, PageIncidentBodies.Incident)]
    [InlineData("PUT", PageIncidentCall.Incidents + "/1", PageIncidentBodies.Change)]
    [InlineData("POST", PageIncidentCall.Incidents + "/1/incident-updates", PageIncidentBodies.Update)]
    [InlineData("PUT", PageIncidentCall.Incidents + "/1/incident-updates/2", PageIncidentBodies.FullUpdate)]
    [InlineData("GET", PageIncidentCall.Incidents + "?limit=20&nextId=x", null)]
    public async Task What_succeeds_is_documented(string method, string path, string? body)
    {
        Assert.Empty(await ContractCheck.ProblemsAsync(method, path, body));
    }
}
