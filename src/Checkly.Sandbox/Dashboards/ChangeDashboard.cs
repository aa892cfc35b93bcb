using System.Text.Json.Nodes;

namespace Checkly.Sandbox;

internal sealed class ChangeDashboard : ISandboxOperation
{
    public string Method => "PUT";

    public string Template => "/v1/dashboards/{dashboardId}";

    public SandboxAnswer Handle(SandboxRequest request, SandboxState state)
    {
        StoredDashboard dashboard = state.Dashboard(request.Path["dashboardId"]);
        JsonObject settings = DashboardRules.Settings.Read(request.Fields(DashboardRules.Settings.Names), dashboard.Settings);
        DashboardRules.RefuseTaken(settings, state, dashboard);
        dashboard.Settings = settings;
        return SandboxAnswer.Ok(dashboard.ToJson());
    }
}
