using System.Text.Json.Nodes;

namespace Checkly.Sandbox;

internal sealed class CreateDashboard : ISandboxOperation
{
    public string Method => "POST";

    public string Template => "/v1/dashboards";

    public SandboxAnswer Handle(SandboxRequest request, SandboxState state)
    {
        FieldCheck fields = request.Fields(DashboardRules.Settings.Names);
        fields.Text("header");
        JsonObject settings = DashboardRules.Settings.Read(fields);
        DashboardRules.RefuseTaken(settings, state, own: null);
        var dashboard = new StoredDashboard
        {
            Id = state.NextDashboard(),
            DashboardId = Guid.NewGuid().ToString("N").Substring(0, 8),
            CreatedAt = state.Now,
            Settings = settings,
        };
        state.Dashboards.Add(dashboard);
        return SandboxAnswer.Created(dashboard.ToJson());
    }
}
