namespace Checkly.Sandbox.Tests;

public sealed class PageIncidentRefusalTests
{
    [Theory]
    [InlineData("id")]
    [InlineData("accountId")]
    public async Task A_service_that_does_not_exist_is_not_found(string field)
    {
        using PageIncidentCall sandbox = new();
        string services = $"[{Bodies.With(PageIncidentBodies.Website, field, $"\"{Guid.NewGuid()}\"")}]";

        Refused.NotFound(await sandbox.PostAsync(PageIncidentCall.Incidents, Bodies.With(PageIncidentBodies.Incident, "services", services)));
        Refused.NotFound(await sandbox.PutAsync(await sandbox.OpenAsync(), Bodies.With(PageIncidentBodies.Change, "services", services)));
        Assert.Single((await sandbox.ListAsync()).Object["entries"].Objects());
    }

    [Fact]
    public async Task The_updates_of_an_unknown_incident_are_not_found()
    {
        using PageIncidentCall sandbox = new();

        Refused.NotFound(await sandbox.GetAsync(PageIncidentCall.Updates($"{PageIncidentCall.Incidents}/{Guid.NewGuid()}")));
    }

    [Fact]
    public async Task The_id_of_an_incident_is_a_guid()
    {
        using PageIncidentCall sandbox = new();

        Refused.BadRequest(await sandbox.GetAsync($"{PageIncidentCall.Incidents}/latest"));
    }
}
