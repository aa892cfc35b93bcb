namespace Checkly.Sandbox;

internal sealed class ChangeMaintenanceUpdate : ISandboxOperation
{
    public string Method => "PUT";

    public string Template => "/v1/maintenance-windows/{id}/maintenances/{maintenanceId}/updates/{updateId}";

    public SandboxAnswer Handle(SandboxRequest request, SandboxState state)
    {
        StoredMaintenance maintenance = request.Maintenance(state);
        StoredMaintenanceUpdate update = maintenance.Updates[request.Id("updateId")];
        FieldCheck fields = request.Fields("status", "description");
        (update.Description, update.Status) = (fields.MaintenanceDescription(), fields.Has("status") ? fields.MaintenanceStatus() : update.Status);
        maintenance.UpdatedAt = state.Now;
        return SandboxAnswer.Ok(update.ToJson(maintenance));
    }
}
