using System.Collections;

namespace Checkly;

/// <summary>
/// Completes the id of an incident that this session has seen, the newest first, with its name and the status it had
/// last; then of those that it only knows by an update.
/// </summary>
public sealed class IncidentIdCompleter : IdCompleter
{
    private protected override IEnumerable<(string Id, string About)> Candidates(ChecklySession session, IDictionary given)
    {
        ILookup<string, IncidentUpdate> updates = session.Memory.Updates.ToLookup(update => update.IncidentId ?? string.Empty, StringComparer.OrdinalIgnoreCase);
        Incident[] incidents = [.. session.Memory.Incidents.Where(incident => incident.Id is not null)];
        return incidents
            .Select(incident => (incident.Id!, DisplayText.OneLine($"{incident.Name} ({updates[incident.Id!].FirstOrDefault()?.Status ?? incident.CurrentStatus})")))
            .Concat(updates
                .Where(known => known.Key.Length > 0 && !incidents.Any(incident => ApiId.Same(incident.Id, known.Key)))
                .Select(known => (known.Key, Shown(known.First()))));
    }
}
