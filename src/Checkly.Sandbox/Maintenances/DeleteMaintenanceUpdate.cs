namespace Checkly.Sandbox;

internal sealed class DeleteMaintenanceUpdate : ISandboxOperation
{
    public string Method => "DELETE";

    public string Template => "/v1/maintenance-windows/{id}/maintenances/{maintenanceId}/updates/{updateId}";

    public SandboxAnswer Handle(SandboxRequest request, SandboxState state)
    {
        Shelf<StoredMaintenanceUpdate> updates = request.Maintenance(state).Updates;
        updates.Remove(updates[request.Id("updateId")]);
        return SandboxAnswer.NoContent();
    }
}
