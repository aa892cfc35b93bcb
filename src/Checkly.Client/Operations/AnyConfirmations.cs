using System.Globalization;

namespace Checkly;

/// <summary>
/// Finds the list that shows what a POST to any path creates. The server may change a hand-written body, such as the case of a name, so
/// an entry that is found proves that the POST was carried out, but a missing entry does not prove the contrary.
/// </summary>
internal static class AnyConfirmations
{
    /// <summary>The lists of the families that have request classes, by the values in the path.</summary>
    private static readonly Dictionary<string, Func<string[], Confirmation?>> OfFamilies = new()
    {
        ["/v1/incidents/{incidentId}/updates"] = ids => IncidentUpdateRequests.WhereMade(ids[0]),
        ["/v1/dashboards"] = _ => DashboardRequests.WhereMade,
        ["/v1/status-pages"] = _ => StatusPageRequests.WhereMade,
        ["/v1/status-pages/services"] = _ => StatusPageServiceRequests.WhereMade,
        ["/v1/status-pages/{statusPageId}/subscriptions/bulk"] = ids => StatusPageSubscriptionRequests.WhereMade(ids[0]),
        ["/v1/status-pages/incidents"] = _ => StatusPageIncidentRequests.WhereMade,
        ["/v1/status-pages/incidents/{incidentId}/incident-updates"] = ids => StatusPageIncidentUpdateRequests.WhereMade(ids[0]),
        ["/v1/maintenance-windows"] = _ => MaintenanceWindowRequests.WhereMade,
        ["/v1/snippets"] = _ => SnippetRequests.WhereMade,
        ["/v1/maintenance-windows/{id}/maintenances/{maintenanceId}/updates"] = ids =>
            long.TryParse(ids[0], NumberStyles.None, CultureInfo.InvariantCulture, out long window) ? MaintenanceUpdateRequests.WhereMade(window, ids[1]) : null,
    };

    /// <summary>The other lists whose entries have an id and a creation time.</summary>
    private static readonly Dictionary<string, string> Lists = new()
    {
        ["/v1/alert-channels"] = "/v1/alert-channels",
        ["/v1/check-groups"] = "/v1/check-groups",
        ["/v2/check-groups"] = "/v1/check-groups",
        ["/v1/checks"] = "/v1/checks",
        ["/v1/checks/api"] = "/v1/checks",
        ["/v1/checks/browser"] = "/v1/checks",
        ["/v1/checks/dns"] = "/v1/checks",
        ["/v1/checks/heartbeat"] = "/v1/checks",
        ["/v1/checks/icmp"] = "/v1/checks",
        ["/v1/checks/multistep"] = "/v1/checks",
        ["/v1/checks/ssl"] = "/v1/checks",
        ["/v1/checks/tcp"] = "/v1/checks",
        ["/v1/checks/url"] = "/v1/checks",
        ["/v1/client-certificates"] = "/v1/client-certificates",
        ["/v1/deployment-triggers"] = "/v1/deployment-triggers",
        ["/v1/private-locations"] = "/v1/private-locations",
    };

    /// <summary>Finds the list that shows what a POST creates.</summary>
    /// <param name="path">The path of the POST, with or without a query.</param>
    /// <returns>The list; <see langword="null"/> when the API has no suitable list.</returns>
    public static Confirmation? For(string path)
    {
        // A server may ignore a slash at the end.
        path = ApiPath.WithoutQuery(path).TrimEnd('/');
        if (ApiOperations.Find("POST", path) is not { } operation)
        {
            return null;
        }

        Confirmation? place = OfFamilies.TryGetValue(operation.Template, out Func<string[], Confirmation?>? ofFamily) ? ofFamily(operation.Values(path))
            : Lists.TryGetValue(operation.Template, out string? list) ? InList(list)
            : null;
        return place is null ? null : place with { MayMiss = true };
    }

    private static Confirmation InList(string list) => ApiOperations.Find("GET", list) is { Style: PageStyle.Page, LargestPage: var limit }
        ? Confirmation.InPages($"the list at {list}", list, limit)
        : Confirmation.InWhole($"the list at {list}", list);
}
