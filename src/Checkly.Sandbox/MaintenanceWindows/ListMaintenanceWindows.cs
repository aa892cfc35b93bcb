namespace Checkly.Sandbox;

internal sealed class ListMaintenanceWindows : ISandboxOperation
{
    public string Method => "GET";

    public string Template => "/v1/maintenance-windows";

    public SandboxAnswer Handle(SandboxRequest request, SandboxState state) =>
        request.Page(state.Maintenance.Windows, window => window.ToJson());
}
