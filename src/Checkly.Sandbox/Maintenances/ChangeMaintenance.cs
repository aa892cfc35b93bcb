namespace Checkly.Sandbox;

internal sealed class ChangeMaintenance : ISandboxOperation
{
    public string Method => "PATCH";

    public string Template => "/v1/maintenance-windows/{id}/maintenances/{maintenanceId}";

    public SandboxAnswer Handle(SandboxRequest request, SandboxState state)
    {
        StoredMaintenance maintenance = request.Maintenance(state);
        FieldCheck fields = request.Fields("startsAt", "endsAt");
        string startsAt = fields.Has("startsAt") ? fields.Moment("startsAt") : maintenance.StartsAt;
        string endsAt = fields.Has("endsAt") ? fields.Moment("endsAt") : maintenance.EndsAt;
        MaintenanceWindowRules.RefuseBackwards(startsAt, endsAt);
        (maintenance.StartsAt, maintenance.EndsAt, maintenance.UpdatedAt) = (startsAt, endsAt, state.Now);
        return SandboxAnswer.Ok(maintenance.ToJson());
    }
}
