namespace Checkly.Sandbox;

internal sealed class DeleteMaintenanceUpdate : ISandboxOperation
{
    public string Method => "DELETE";

    public string Template => "/v1/maintenance-windows/{id}/maintenances/{maintenanceId}/updates/{updateId}";

    public SandboxAnswer Handle(SandboxRequest request, SandboxState state)
    {
        StoredMaintenance maintenance = request.Maintenance(state);
        maintenance.Updates.Remove(maintenance.Updates[request.Id("updateId")]);
        maintenance.UpdatedAt = state.Now;
        return SandboxAnswer.NoContent();
    }
}
