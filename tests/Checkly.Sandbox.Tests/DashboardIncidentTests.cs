using System.Globalization;
using System.Net;

namespace Checkly.Sandbox.Tests;

/// <summary>Incidents are opened on dashboards that exist, by the number and not by the text of their ids.</summary>
public sealed class DashboardIncidentTests
{
    [Theory]
    [InlineData("true")]
    [InlineData("false")]
    public async Task An_incident_is_opened_on_a_new_dashboard(string enabled)
    {
        using DashboardCall sandbox = new();
        SandboxAnswer created = await sandbox.CreateAsync(DashboardBodies.Setting("enableIncidents", enabled));

        SandboxAnswer incident = await OpenAsync(sandbox, created);

        Assert.Equal(HttpStatusCode.OK, incident.Status);
        Assert.Equal(DashboardCall.Number(created), incident.Object["dashboardId"]!.GetValue<long>());
    }

    [Fact]
    public async Task An_incident_of_a_new_dashboard_lives_like_any_other()
    {
        using DashboardCall sandbox = new();
        SandboxAnswer incident = await OpenAsync(sandbox, await sandbox.CreateAsync());
        string id = incident.Text("id");

        await sandbox.Sandbox.UpdateAsync(id, "It works again.", "RESOLVED");

        Assert.Equal(
            ["It works again.", "The service is down."], (await sandbox.Sandbox.HistoryAsync(id)).Descriptions);
        Assert.Equal(HttpStatusCode.NoContent, (await sandbox.Sandbox.DeleteAsync($"/v1/incidents/{id}")).Status);
    }

    [Fact]
    public async Task An_incident_is_opened_on_a_dashboard_that_was_changed()
    {
        using DashboardCall sandbox = new();
        SandboxAnswer created = await sandbox.CreateAsync();
        await sandbox.PutAsync(DashboardCall.Path(created), DashboardBodies.Full);

        Assert.Equal(HttpStatusCode.OK, (await OpenAsync(sandbox, created)).Status);
    }

    [Fact]
    public async Task No_incident_is_opened_on_a_dashboard_that_was_removed()
    {
        using DashboardCall sandbox = new();
        SandboxAnswer created = await sandbox.CreateAsync();
        await sandbox.DeleteAsync(DashboardCall.Path(created));

        Refused.NotFound(await OpenAsync(sandbox, created));
        Assert.Equal(HttpStatusCode.OK, (await sandbox.Sandbox.PostAsync("/v1/incidents", Bodies.Incident)).Status);
    }

    [Fact]
    public async Task No_incident_is_opened_on_the_first_dashboard_when_it_was_removed()
    {
        using DashboardCall sandbox = new();
        await sandbox.DeleteAsync(DashboardCall.First);

        Refused.NotFound(await sandbox.Sandbox.PostAsync("/v1/incidents", Bodies.Incident));
    }

    [Fact]
    public async Task No_incident_is_opened_on_a_dashboard_that_was_refused()
    {
        using DashboardCall sandbox = new();
        Refused.Conflict(await sandbox.PostAsync(DashboardBodies.Setting("customUrl", "\"sandbox\"")));

        Refused.NotFound(await sandbox.Sandbox.PostAsync(
            "/v1/incidents", Bodies.With(Bodies.Incident, "dashboardId", "1002")));
    }

    [Fact]
    public async Task The_text_of_an_id_names_no_dashboard_to_an_incident()
    {
        using DashboardCall sandbox = new();

        Refused.BadRequest(await sandbox.Sandbox.PostAsync(
            "/v1/incidents", Bodies.With(Bodies.Incident, "dashboardId", "\"5a9db0c5\"")));
    }

    [Fact]
    public async Task An_incident_leaves_its_dashboard_as_it_was()
    {
        using DashboardCall sandbox = new();
        string before = await sandbox.EverythingAsync();

        await sandbox.Sandbox.IncidentAsync();

        Assert.Equal(before, await sandbox.EverythingAsync());
    }

    private static Task<SandboxAnswer> OpenAsync(DashboardCall sandbox, SandboxAnswer dashboard) =>
        sandbox.Sandbox.PostAsync("/v1/incidents", Bodies.With(
            Bodies.Incident, "dashboardId", DashboardCall.Number(dashboard).ToString(CultureInfo.InvariantCulture)));
}
