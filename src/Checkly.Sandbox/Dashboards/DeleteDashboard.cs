namespace Checkly.Sandbox;

internal sealed class DeleteDashboard : ISandboxOperation
{
    public string Method => "DELETE";

    public string Template => "/v1/dashboards/{dashboardId}";

    public SandboxAnswer Handle(SandboxRequest request, SandboxState state)
    {
        state.Dashboards.Remove(state.Dashboard(request.Path["dashboardId"]));
        return SandboxAnswer.NoContent();
    }
}
