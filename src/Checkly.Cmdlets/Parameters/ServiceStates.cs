namespace Checkly;

/// <summary>How services do, as their open incidents say it.</summary>
internal sealed class ServiceStates
{
    /// <summary>The state of a service without an open incident.</summary>
    public const string Operational = "OPERATIONAL";

    private static readonly string[] Severities = ["MINOR", "MEDIUM", "MAJOR", "CRITICAL"];
    private readonly Dictionary<string, string> _states;

    /// <param name="incidents">The account's incidents.</param>
    public ServiceStates(IEnumerable<StatusPageIncident> incidents)
    {
        _states = incidents
            .Where(incident => !string.Equals(incident.CurrentStatus, "RESOLVED", StringComparison.OrdinalIgnoreCase))
            .SelectMany(incident => incident.Services.Select(service => (service.Id, Severity: incident.Severity ?? "UNKNOWN")))
            .Where(affected => affected.Id is not null)
            .GroupBy(affected => affected.Id!, StringComparer.OrdinalIgnoreCase)
            .ToDictionary(service => service.Key, service => service.Select(affected => affected.Severity).OrderBy(Weight).Last(), StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>Fills in the state of each service of a page.</summary>
    public void Fill(StatusPage page)
    {
        foreach (StatusPageService service in page.Cards.SelectMany(card => card.Services))
        {
            service.State = service.Id is { } id && _states.TryGetValue(id, out string? state) ? state : Operational;
        }
    }

    /// <summary>A severity that is not known yet weighs least of all, and is still no peace.</summary>
    private static int Weight(string severity) => Array.IndexOf(Severities, severity.ToUpperInvariant());
}
