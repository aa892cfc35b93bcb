namespace Checkly.Sandbox;

/// <summary>What the API takes for maintenances and their updates, and how paths lead to them.</summary>
internal static class MaintenanceRules
{
    /// <summary>The window that the path names.</summary>
    public static StoredWindow Window(this SandboxRequest request, SandboxState state) => state.Maintenance.Windows[request.NumberId("id")];

    /// <summary>The maintenance that the path names.</summary>
    public static StoredMaintenance Maintenance(this SandboxRequest request, SandboxState state) =>
        request.Window(state).Maintenances[request.Id("maintenanceId")];

    /// <summary>What is told of a maintenance.</summary>
    public static string MaintenanceStatus(this FieldCheck fields) =>
        fields.OneOf("status", StoredMaintenance.Scheduled, "IN_PROGRESS", "VERIFYING", "COMPLETED", "CANCELLED");

    public static string MaintenanceDescription(this FieldCheck fields) => fields.Text("description", most: 2000);
}
