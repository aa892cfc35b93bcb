using System.Collections;

namespace Checkly;

/// <summary>Completes the id of an incident that this session has seen, the newest first.</summary>
public sealed class IncidentIdCompleter : IdCompleter
{
    private protected override IEnumerable<(string Id, string About)> Candidates(ChecklySession session, IDictionary given) =>
        session.Memory.Incidents.Where(incident => incident.Id is not null).Select(incident => (incident.Id!, DisplayText.OneLine(DisplayText.Clean($"{incident.Name} ({incident.CurrentStatus})"))));
}
