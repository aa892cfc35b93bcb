using System.Collections;

namespace Checkly;

/// <summary>
/// Completes the id of a status page incident: what this session has seen last comes first, with its name and the status it
/// had last. A session that has seen none asks for the newest of the account, once in a while and for 2 s at most.
/// </summary>
public sealed class StatusPageIncidentIdCompleter : IdCompleter
{
    private const int Newest = 20;

    private protected override IEnumerable<(string Id, string About)> Candidates(ChecklySession session, IDictionary given)
    {
        StatusPageIncidentMemory memory = session.Memory.StatusPageIncidents;
        IReadOnlyList<StatusPageIncident> incidents = memory.Incidents is { Length: > 0 } seen ? seen : memory.Newest.Items(session, () => StatusPageIncidentRequests.List(Newest));
        ILookup<string, StatusPageIncidentUpdate> updates = memory.Updates.ToLookup(update => update.IncidentId ?? string.Empty, StringComparer.OrdinalIgnoreCase);
        return incidents
            .Where(incident => incident.Id is not null)
            .Select(incident => (incident.Id!, DisplayText.OneLine($"{incident.Name} ({updates[incident.Id!].FirstOrDefault()?.Status ?? incident.CurrentStatus})")));
    }
}
