namespace Checkly.Sandbox;

internal sealed class GetDashboard : ISandboxOperation
{
    public string Method => "GET";

    public string Template => "/v1/dashboards/{dashboardId}";

    public SandboxAnswer Handle(SandboxRequest request, SandboxState state)
    {
        string field = !request.Query.TryGetValue("type", out string? type) ? "dashboardId"
            : type is "customUrl" or "customDomain" ? type
            : throw SandboxRefusal.BadRequest("\"type\" must be one of [customUrl, customDomain]");
        return SandboxAnswer.Ok(state.Dashboard(request.Path["dashboardId"], field).ToJson());
    }
}
