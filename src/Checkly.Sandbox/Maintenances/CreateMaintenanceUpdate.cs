namespace Checkly.Sandbox;

internal sealed class CreateMaintenanceUpdate : ISandboxOperation
{
    public string Method => "POST";

    public string Template => "/v1/maintenance-windows/{id}/maintenances/{maintenanceId}/updates";

    public SandboxAnswer Handle(SandboxRequest request, SandboxState state)
    {
        StoredMaintenance maintenance = request.Maintenance(state);
        FieldCheck fields = request.Fields("status", "description", "notifySubscribers");

        // Documented for windows that status pages show, without saying what becomes of the others: none is refused.
        var update = new StoredMaintenanceUpdate
        {
            Id = Guid.NewGuid().ToString(),
            Status = fields.MaintenanceStatus(),
            Description = fields.MaintenanceDescription(),
            NotifySubscribers = fields.Flag("notifySubscribers"),
            CreatedAt = state.Now,
            PreviousStatus = maintenance.Status,
        };
        maintenance.Updates.Add(update);
        maintenance.UpdatedAt = state.Now;
        return SandboxAnswer.Created(update.ToJson(maintenance));
    }
}
