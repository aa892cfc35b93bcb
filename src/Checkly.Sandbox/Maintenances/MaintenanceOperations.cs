namespace Checkly.Sandbox;

/// <summary>What the sandbox knows of single maintenances, which are the occurrences of a window, and their updates.</summary>
internal static class MaintenanceOperations
{
    public static readonly ISandboxOperation[] All =
    [
        new ListMaintenances(),
        new GetMaintenance(),
        new ChangeMaintenance(),
        new DeleteMaintenance(),
        new CreateMaintenanceUpdate(),
        new ChangeMaintenanceUpdate(),
        new DeleteMaintenanceUpdate(),
    ];
}
