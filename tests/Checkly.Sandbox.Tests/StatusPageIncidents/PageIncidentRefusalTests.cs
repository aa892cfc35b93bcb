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
}
