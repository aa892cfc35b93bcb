namespace Checkly.Sandbox;

internal sealed class ListDashboards : ISandboxOperation
{
    public string Method => "GET";

    public string Template => "/v1/dashboards";

    public SandboxAnswer Handle(SandboxRequest request, SandboxState state) =>
        request.Page(state.Dashboards, dashboard => dashboard.ToJson());
}
