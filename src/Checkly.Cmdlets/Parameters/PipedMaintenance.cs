using System.Management.Automation;

namespace Checkly;

/// <summary>
/// Tells a maintenance, or an update of one, from a window where it is piped in, also after it was saved and read back: it
/// has an id of its own beside that of its window.
/// </summary>
internal static class PipedMaintenance
{
    /// <summary>Whether something is a maintenance or an update of one.</summary>
    public static bool IsOne(PSObject? item) => item?.BaseObject is Maintenance or MaintenanceUpdate || IdOf(item) is not null;

    /// <summary>The id of the maintenance; none where it is something else.</summary>
    public static string? IdOf(PSObject? item) => item?.Properties["MaintenanceWindowId"] is null ? null
        : (item.Properties["MaintenanceId"] ?? item.Properties["Id"])?.Value?.ToString();
}
