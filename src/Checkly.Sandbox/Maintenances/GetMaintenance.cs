namespace Checkly.Sandbox;

internal sealed class GetMaintenance : ISandboxOperation
{
    public string Method => "GET";

    public string Template => "/v1/maintenance-windows/{id}/maintenances/{maintenanceId}";

    public SandboxAnswer Handle(SandboxRequest request, SandboxState state) =>
        SandboxAnswer.Ok(request.Maintenance(state).ToJson());
}
