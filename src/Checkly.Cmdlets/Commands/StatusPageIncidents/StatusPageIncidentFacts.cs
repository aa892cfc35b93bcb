namespace Checkly;

/// <summary>What is read off status page incidents and status pages.</summary>
internal static class StatusPageIncidentFacts
{
    /// <summary>Whether an incident is over. What has a status that is not known here is open.</summary>
    public static bool IsResolved(this StatusPageIncident incident) =>
        string.Equals(incident.CurrentStatus, "RESOLVED", StringComparison.OrdinalIgnoreCase);

    /// <summary>The services that a status page shows.</summary>
    public static IEnumerable<StatusPageService> ShownServices(this StatusPage page) => page.Cards.SelectMany(card => card.Services);

    /// <summary>Ids for looking services up by them.</summary>
    public static HashSet<string> Ids(this IEnumerable<StatusPageService> services) =>
        new(services.Select(service => service.Id ?? string.Empty), StringComparer.OrdinalIgnoreCase);

    /// <summary>Why an incident cannot be changed; <see langword="null"/> when it can. A change sends name, severity and services, all of them.</summary>
    /// <param name="before">The incident as it was read.</param>
    /// <param name="changes">What is changed, under the API's names.</param>
    public static string? ChangeRefusal(this StatusPageIncident before, IReadOnlyDictionary<string, object?> changes)
    {
        // What could not be read of a field is in AdditionalProperties.
        bool IsKept(string field) => before.AdditionalProperties.Contains(field) && !changes.ContainsKey(field);
        (string Field, bool IsKnown)[] wanted = [("name", before.Name is not null), ("severity", before.Severity is not null), ("services", before.Services.Length > 0)];
        string[] missing = [.. wanted.Where(field => !field.IsKnown && !changes.ContainsKey(field.Field)).Select(field => field.Field)];
        return IsKept("services") ? "A service of the incident cannot be read, and the change would remove it: give all services with -Service of Set-ChecklyStatusPageIncident."
            : missing.Length == 0 ? null
            : $"The API did not say the incident's {string.Join(" and ", missing)}, which a change must send: give them to Set-ChecklyStatusPageIncident.";
    }
}
