namespace Checkly.Sandbox;

/// <summary>What the sandbox knows of maintenance windows.</summary>
internal static class MaintenanceWindowOperations
{
    public static readonly ISandboxOperation[] All =
    [
        new ListMaintenanceWindows(),
        new CreateMaintenanceWindow(),
        new GetMaintenanceWindow(),
        new ChangeMaintenanceWindow(),
        new DeleteMaintenanceWindow(),
    ];
}
