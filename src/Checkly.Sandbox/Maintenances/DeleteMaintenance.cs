namespace Checkly.Sandbox;

internal sealed class DeleteMaintenance : ISandboxOperation
{
    public string Method => "DELETE";

    public string Template => "/v1/maintenance-windows/{id}/maintenances/{maintenanceId}";

    public SandboxAnswer Handle(SandboxRequest request, SandboxState state)
    {
        request.Window(state).Maintenances.Remove(request.Maintenance(state));
        return SandboxAnswer.NoContent();
    }
}
