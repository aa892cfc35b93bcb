namespace Checkly;

/// <summary>The states of services, by the severities of their open incidents.</summary>
internal sealed class ServiceStates
{
    /// <summary>The state of a service without an open incident.</summary>
    public const string Operational = "OPERATIONAL";

    private static readonly string[] FromBest = [Operational, "MINOR", "MEDIUM", "MAJOR", "CRITICAL"];
    private readonly Dictionary<string, string> _states;

    /// <param name="incidents">The account's incidents.</param>
    public ServiceStates(IEnumerable<StatusPageIncident> incidents)
    {
        _states = incidents
            .Where(incident => !incident.IsResolved())
            .SelectMany(incident => incident.Services.Select(service => (service.Id, Severity: incident.Severity ?? "UNKNOWN")))
            .Where(affected => affected.Id is not null)
            .GroupBy(affected => affected.Id!, StringComparer.OrdinalIgnoreCase)
            .ToDictionary(service => service.Key, service => Worst(service.Select(affected => affected.Severity))!, StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>Fills in the state of each service of a page.</summary>
    public void Fill(StatusPage page)
    {
        foreach (StatusPageService service in page.ShownServices())
        {
            service.State = service.Id is { } id && _states.TryGetValue(id, out string? state) ? state : Operational;
        }
    }

    /// <summary>The worst of some states; <see langword="null"/> when there is none.</summary>
    public static string? Worst(IEnumerable<string> states) => states.OrderBy(Weight).LastOrDefault();

    // A severity that this version does not know is worse than OPERATIONAL, and milder than the known ones.
    private static double Weight(string state) => Array.IndexOf(FromBest, state.ToUpperInvariant()) is >= 0 and var known ? known : 0.5;
}
