namespace Checkly.Sandbox;

internal sealed class DeleteMaintenanceWindow : ISandboxOperation
{
    public string Method => "DELETE";

    public string Template => "/v1/maintenance-windows/{id}";

    public SandboxAnswer Handle(SandboxRequest request, SandboxState state)
    {
        state.Maintenance.Windows.Remove(request.Window(state));
        return SandboxAnswer.NoContent();
    }
}
