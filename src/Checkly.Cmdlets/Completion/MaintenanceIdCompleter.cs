using System.Collections;

namespace Checkly;

/// <summary>Completes the id of a maintenance that this session has seen; of the given window if one is.</summary>
public sealed class MaintenanceIdCompleter : IdCompleter
{
    private protected override IEnumerable<(string Id, string About)> Candidates(ChecklySession session, IDictionary given)
    {
        string? window = IdFromAttribute.Of(given["MaintenanceWindowId"], IdHolders.RowNames(typeof(MaintenanceWindow)))?.ToString();
        return session.Memory.Maintenance.Maintenances
            .Where(maintenance => window is null || FormattableString.Invariant($"{maintenance.MaintenanceWindowId}") == window)
            .Select(maintenance => (maintenance.Id!, DisplayText.OneLine($"{TimeText.Iso(maintenance.StartsAt)} ({maintenance.CurrentStatus})")));
    }
}
