using System.Collections;

namespace Checkly;

/// <summary>Completes the id of an update of a status page incident that this session has seen, the newest first; of the given incident if one is.</summary>
public sealed class StatusPageIncidentUpdateIdCompleter : IdCompleter
{
    private protected override IEnumerable<(string Id, string About)> Candidates(ChecklySession session, IDictionary given)
    {
        string? incident = IdFromAttribute.Of(given["IncidentId"], IdHolders.RowNames(typeof(StatusPageIncident))) as string;
        return session.Memory.StatusPageIncidents.Updates
            .Where(update => update.Id is not null && (incident is null || ApiId.Same(update.IncidentId, incident)))
            .Select(update => (update.Id!, DisplayText.OneLine($"{update.Status}: {update.Description}")));
    }
}
