namespace Checkly.Sandbox;

internal sealed class GetDashboard : ISandboxOperation
{
    public string Method => "GET";

    public string Template => "/v1/dashboards/{dashboardId}";

    public SandboxAnswer Handle(SandboxRequest request, SandboxState state)
    {
        string field = request.OneOf("type", "customUrl", "customDomain") ?? "dashboardId";
        return SandboxAnswer.Ok(state.Dashboard(request.Path["dashboardId"], field).ToJson());
    }
}
