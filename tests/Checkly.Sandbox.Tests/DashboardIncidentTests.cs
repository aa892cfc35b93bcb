using System.Globalization;
using System.Net;

namespace Checkly.Sandbox.Tests;

/// <summary>Incidents are opened on dashboards that exist, by the number and not by the text of their ids.</summary>
public sealed class DashboardIncidentTests
{
    [Theory]
    [InlineData("true")]
    [InlineData("false")]
    public async Task An_incident_is_opened_on_a_new_dashboard_and_on_a_changed_one(string enabled)
    {
        using DashboardCall sandbox = new();
        SandboxAnswer created = await sandbox.CreateAsync(DashboardBodies.Setting("enableIncidents", enabled));
        string before = await sandbox.EverythingAsync();

        SandboxAnswer incident = await OpenAsync(sandbox, created);

        Assert.Equal((HttpStatusCode.OK, DashboardCall.Number(created)), (incident.Status, (long)incident.Object["dashboardId"]!));
        Assert.Equal(before, await sandbox.EverythingAsync());
        await sandbox.Sandbox.UpdateAsync(incident.Text("id"), "It works again.", "RESOLVED");
        Assert.Equal(["It works again.", "The service is down."], (await sandbox.Sandbox.HistoryAsync(incident.Text("id"))).Descriptions);
        await sandbox.PutAsync(DashboardCall.Path(created), DashboardBodies.Full);
        Assert.Equal(HttpStatusCode.OK, (await OpenAsync(sandbox, created)).Status);
    }

    [Fact]
    public async Task No_incident_is_opened_on_a_dashboard_that_was_removed_or_refused()
    {
        using DashboardCall sandbox = new();
        SandboxAnswer created = await sandbox.CreateAsync();
        await sandbox.DeleteAsync(DashboardCall.Path(created));
        Refused.Conflict(await sandbox.PostAsync(DashboardBodies.Setting("customUrl", "\"sandbox\"")));

        Refused.NotFound(await OpenAsync(sandbox, created));
        Refused.NotFound(await OpenAsync(sandbox, (DashboardCall.Number(created) + 1).ToString(CultureInfo.InvariantCulture)));
        Assert.Equal(HttpStatusCode.OK, (await OpenAsync(sandbox, "1001")).Status);
        await sandbox.DeleteAsync(DashboardCall.First);
        Refused.NotFound(await OpenAsync(sandbox, "1001"));
    }

    [Fact]
    public async Task The_text_of_an_id_names_no_dashboard_to_an_incident()
    {
        using DashboardCall sandbox = new();

        Refused.BadRequest(await OpenAsync(sandbox, "\"5a9db0c5\""));
    }

    private static Task<SandboxAnswer> OpenAsync(DashboardCall sandbox, SandboxAnswer dashboard) =>
        OpenAsync(sandbox, DashboardCall.Number(dashboard).ToString(CultureInfo.InvariantCulture));

    private static Task<SandboxAnswer> OpenAsync(DashboardCall sandbox, string dashboard) =>
        sandbox.Sandbox.PostAsync("/v1/incidents", Bodies.With(Bodies.Incident, "dashboardId", dashboard));
}
