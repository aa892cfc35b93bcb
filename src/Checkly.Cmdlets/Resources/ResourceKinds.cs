using System.Globalization;

namespace Checkly;

/// <summary>The kinds of things that have cmdlets of their own and belong to an account. One line here is all that completion and questions need.</summary>
internal static class ResourceKinds
{
    // What completion asks for of a list with the newest first.
    private const int Newest = 20;

    /// <summary>All of them. Of two paths that match, the one with fewer ids is meant.</summary>
    public static IReadOnlyList<ResourceKind> All { get; } =
    [
        new ResourceKind<Incident>("incident", "/v1/incidents/*")
        {
            IdOf = incident => incident.Id,
            NameOf = incident => incident.Name,
            Cascade = " with all its updates",
            Hint = (incident, memory) => $"{incident.Name} ({memory.LatestStatus<IncidentUpdate>(incident.Id, update => update.Status) ?? incident.CurrentStatus})",
            PartsOf = incident => Enumerable.Reverse(incident.IncidentUpdates),
            Read = By(ids => IncidentRequests.Get(ids[0])),
        },
        new ResourceKind<StatusPageIncident>("incident", "/v1/status-pages/incidents/*")
        {
            IdOf = incident => incident.Id,
            NameOf = incident => incident.Name,
            Cascade = " with all its updates from all status pages",
            Hint = (incident, memory) => $"{incident.Name} ({memory.LatestStatus<StatusPageIncidentUpdate>(incident.Id, update => update.Status) ?? incident.CurrentStatus})",
            PartsOf = incident => incident.Services.Concat<object>(incident.IncidentUpdates.OrderBy(update => update.CreatedAt ?? DateTimeOffset.MinValue)),
            Read = By(ids => StatusPageIncidentRequests.Get(ids[0])),
            List = () => StatusPageIncidentRequests.List(Newest),
            SeenComeFirst = true,
        },
        new ResourceKind<StatusPageService>("service", "/v1/status-pages/services/*")
        {
            IdOf = service => service.Id,
            NameOf = service => service.Name,
            Read = By(ids => StatusPageServiceRequests.Get(ids[0])),
            List = () => StatusPageServiceRequests.List(StatusPageServiceRequests.LargestPage),
        },
        new ResourceKind<StatusPage>("status page", "/v1/status-pages/*")
        {
            IdOf = page => page.Id,
            NameOf = page => page.Name,
            Hint = (page, _) => $"{page.Name} ({page.CustomDomain ?? page.Url})",
            PartsOf = page => page.Cards.SelectMany(card => card.Services),
            Read = By(ids => StatusPageRequests.Get(ids[0])),
            List = () => StatusPageRequests.List(StatusPageRequests.LargestPage),
        },
        new ResourceKind<Dashboard>("dashboard", "/v1/dashboards/*")
        {
            IdOf = dashboard => dashboard.DashboardId,
            NameOf = dashboard => dashboard.Header ?? dashboard.CustomUrl ?? dashboard.CustomDomain,
            Hint = (dashboard, _) => $"{dashboard.Header} ({dashboard.CustomUrl ?? dashboard.CustomDomain})",
            Read = By(ids => DashboardRequests.Get(ids[0])),
            List = () => DashboardRequests.List(DashboardRequests.LargestPage, 1),
        },
        new ResourceKind<MaintenanceWindow>("maintenance window", "/v1/maintenance-windows/*")
        {
            IdOf = window => window.ToString(),
            NameOf = window => window.Name,
            Cascade = " with all its maintenances",
            Hint = (window, _) => $"{window.Name} ({MaintenanceText.Repeats(window)})",
            Read = By(ids => MaintenanceWindowRequests.Get(Number(ids[0]))),
            List = () => MaintenanceWindowRequests.List(MaintenanceWindowRequests.LargestPage, 1),
        },
        new ResourceKind<IncidentUpdate>("update", "/v1/incidents/*/updates/*")
        {
            IdOf = update => update.Id,
            NameOf = update => $"{update.Status}: {update.Description}",
            Owner = (typeof(Incident), nameof(IncidentUpdate.IncidentId)),
            OwnerIdOf = update => update.IncidentId,
            Read = By(ids => IncidentRequests.Get(ids[0])),
        },
        new ResourceKind<StatusPageIncidentUpdate>("update", "/v1/status-pages/incidents/*/incident-updates/*")
        {
            IdOf = update => update.Id,
            NameOf = update => $"{update.Status}: {update.Description}",
            Owner = (typeof(StatusPageIncident), nameof(StatusPageIncidentUpdate.IncidentId)),
            OwnerIdOf = update => update.IncidentId,
            Read = By(ids => StatusPageIncidentRequests.Get(ids[0])),
        },
        new ResourceKind<StatusPageSubscription>("subscription", "/v1/status-pages/*/subscriptions/*")
        {
            IdOf = subscription => subscription.Id,
            NameOf = subscription => subscription.Address,
            Hint = (subscription, _) => $"{subscription.Address} ({subscription.Status})",
            Owner = (typeof(StatusPage), nameof(StatusPageSubscription.StatusPageId)),
            OwnerIdOf = subscription => subscription.StatusPageId,
            Read = By(ids => StatusPageSubscriptionRequests.List(ids[0])),
        },
        new ResourceKind<Maintenance>("maintenance", "/v1/maintenance-windows/*/maintenances/*")
        {
            IdOf = maintenance => maintenance.Id,
            NameOf = maintenance => TimeText.Iso(maintenance.StartsAt),
            Cascade = " with all its updates",
            Hint = (maintenance, _) => $"{TimeText.Iso(maintenance.StartsAt)} ({maintenance.CurrentStatus})",
            Owner = (typeof(MaintenanceWindow), nameof(Maintenance.MaintenanceWindowId)),
            OwnerIdOf = maintenance => maintenance.MaintenanceWindowId?.ToString(CultureInfo.InvariantCulture),
            PartsOf = maintenance => Enumerable.Reverse(maintenance.Updates),
            Read = By(ids => MaintenanceRequests.Get(Number(ids[0]), ids[1])),
        },
        new ResourceKind<MaintenanceUpdate>("update", "/v1/maintenance-windows/*/maintenances/*/updates/*")
        {
            IdOf = update => update.Id,
            NameOf = update => $"{update.Status}: {update.Description}",
            Owner = (typeof(Maintenance), nameof(MaintenanceUpdate.MaintenanceId)),
            OwnerIdOf = update => update.MaintenanceId,
            Read = By(ids => MaintenanceRequests.Get(Number(ids[0]), ids[1])),
        },
    ];

    /// <summary>The kind that a type of the module is of.</summary>
    public static ResourceKind Of(Type model) => All.First(kind => kind.Model == model);

    private static Func<string[], ChecklyClient, CancellationToken, Task<object?>> By<T>(Func<string[], ApiRequest<T>> request) =>
        async (ids, client, cancellationToken) => await client.SendAsync(request(ids), cancellationToken).ConfigureAwait(false);

    /// <exception cref="FormatException">It is no id of a maintenance window.</exception>
    private static long Number(string id) => long.Parse(id, NumberStyles.None, CultureInfo.InvariantCulture);
}
