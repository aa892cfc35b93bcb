namespace Checkly.Sandbox;

internal sealed class CreateMaintenanceWindow : ISandboxOperation
{
    public string Method => "POST";

    public string Template => "/v1/maintenance-windows";

    public SandboxAnswer Handle(SandboxRequest request, SandboxState state)
    {
        var window = new StoredWindow
        {
            Settings = MaintenanceWindowRules.Read(request, state),
            Number = state.Maintenance.NextWindow(),
            CreatedAt = state.Now,
        };
        window.Schedule(window.Settings, state.Now);
        state.Maintenance.Windows.Add(window);
        return SandboxAnswer.Created(window.ToJson());
    }
}
