using System.Collections;

namespace Checkly;

/// <summary>Completes the id of an update of a maintenance that this session has seen; of the given maintenance if one is.</summary>
public sealed class MaintenanceUpdateIdCompleter : IdCompleter
{
    private protected override IEnumerable<(string Id, string About)> Candidates(ChecklySession session, IDictionary given)
    {
        string? maintenance = IdFromAttribute.Of(given["MaintenanceId"], IdHolders.RowNames(typeof(Maintenance))) as string;
        return session.Memory.Maintenance.Updates
            .Where(update => maintenance is null || ApiId.Same(update.MaintenanceId, maintenance))
            .Select(update => (update.Id!, DisplayText.OneLine($"{update.Status}: {update.Description}")));
    }
}
