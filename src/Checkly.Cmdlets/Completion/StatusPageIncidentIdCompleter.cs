using System.Collections;

namespace Checkly;

/// <summary>
/// Completes the id of a status page incident: what this session has seen last comes first, with its name and the status it
/// had last. A session that has seen none asks for the newest of the account, once in a while and for 2 s at most.
/// </summary>
public sealed class StatusPageIncidentIdCompleter : IdCompleter
{
    private const int Newest = 20;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan AnswerLasts = TimeSpan.FromMinutes(1);

    private protected override IEnumerable<(string Id, string About)> Candidates(ChecklySession session, IDictionary given)
    {
        StatusPageIncidentMemory memory = session.Memory.StatusPageIncidents;
        if (memory.Incidents.Length == 0 && DateTimeOffset.UtcNow - memory.AskedAt > AnswerLasts)
        {
            // Also when it fails: a server that hangs shall not be waited for at every Tab.
            memory.AskedAt = DateTimeOffset.UtcNow;
            using var patience = new CancellationTokenSource(Patience);
            memory.Remember(session.Client!.SendAsync(StatusPageIncidentRequests.List(Newest), patience.Token).GetAwaiter().GetResult());
        }

        ILookup<string, StatusPageIncidentUpdate> updates = memory.Updates.ToLookup(update => update.IncidentId ?? string.Empty, StringComparer.OrdinalIgnoreCase);
        return memory.Incidents
            .Where(incident => incident.Id is not null)
            .Select(incident => (incident.Id!, DisplayText.OneLine($"{incident.Name} ({updates[incident.Id!].FirstOrDefault()?.Status ?? incident.CurrentStatus})")));
    }
}
