using System.Globalization;

namespace Checkly;

/// <summary>
/// All kinds of resources that have cmdlets. One entry here serves completion, prompts, and parameters that take an id or the
/// object itself.
/// </summary>
internal static class ResourceKinds
{
    // Completion reads this many entries of a list with the newest first.
    private const int Newest = 20;

    /// <summary>All of them. Of two paths that match, the one with fewer ids is meant.</summary>
    public static IReadOnlyList<ResourceKind> All { get; } =
    [
        new ResourceKind<Incident>("incident", "/v1/incidents/*")
        {
            IdOf = incident => incident.Id,
            NameOf = incident => incident.Name,
            Columns = ["IncidentId", "Id"],
            Cascade = " with all its updates",
            Hint = (incident, memory) => $"{incident.Name} ({memory.LatestStatus<IncidentUpdate>(incident.Id, update => update.Status) ?? incident.CurrentStatus})",
            PartsOf = incident => Enumerable.Reverse(incident.IncidentUpdates),
            Read = By(ids => IncidentRequests.Get(ids[0])),
        },
        new ResourceKind<StatusPageIncident>("incident", "/v1/status-pages/incidents/*")
        {
            IdOf = incident => incident.Id,
            NameOf = incident => incident.Name,
            Columns = ["IncidentId", "Id"],
            Cascade = " with all its updates from all status pages",
            Hint = (incident, memory) => $"{incident.Name} ({memory.LatestStatus<StatusPageIncidentUpdate>(incident.Id, update => update.Status) ?? incident.CurrentStatus})",
            PartsOf = incident => incident.Services.Concat<object>(incident.IncidentUpdates.OrderBy(update => update.CreatedAt ?? DateTimeOffset.MinValue)),
            Read = By(ids => StatusPageIncidentRequests.Get(ids[0])),
            List = Page(() => StatusPageIncidentRequests.List(Newest)),
            SeenComeFirst = true,
        },
        new ResourceKind<StatusPageService>("service", "/v1/status-pages/services/*")
        {
            IdOf = service => service.Id,
            NameOf = service => service.Name,
            Columns = ["ServiceId", "Id"],
            Read = By(ids => StatusPageServiceRequests.Get(ids[0])),
            Pages = new(StatusPageServiceRequests.List, StatusPageServiceRequests.LargestPage),
        },
        new ResourceKind<StatusPage>("status page", "/v1/status-pages/*")
        {
            IdOf = page => page.Id,
            NameOf = page => page.Name,
            Columns = ["StatusPageId", "Id"],
            AlsoIn = [(typeof(StatusPageSubscriptionResult), nameof(StatusPageSubscriptionResult.StatusPageId))],
            Hint = (page, _) => $"{page.Name} ({page.CustomDomain ?? page.Url})",
            AlsoCalled = page => [page.Url, page.CustomDomain],
            PartsOf = page => page.ShownServices(),
            Read = By(ids => StatusPageRequests.Get(ids[0])),
            Pages = new(StatusPageRequests.List, StatusPageRequests.LargestPage),
        },
        new ResourceKind<Dashboard>("dashboard", "/v1/dashboards/*")
        {
            IdOf = dashboard => dashboard.DashboardId,
            IdProperty = nameof(Dashboard.DashboardId),
            Columns = ["DashboardId"],
            NameOf = dashboard => dashboard.Header ?? dashboard.CustomUrl ?? dashboard.CustomDomain,
            AlsoCalled = dashboard => [dashboard.CustomUrl, dashboard.CustomDomain, dashboard.Id?.ToString(CultureInfo.InvariantCulture)],
            // Not documented; an id of another form is found in the list.
            IsId = static id => id.Length == 8 && id.All(c => c is (>= '0' and <= '9') or (>= 'a' and <= 'f')) && !id.All(char.IsDigit),
            Hint = (dashboard, _) => $"{dashboard.Header} ({dashboard.CustomUrl ?? dashboard.CustomDomain})",
            Read = By(ids => DashboardRequests.Get(ids[0])),
            Pages = new(DashboardRequests.List, DashboardRequests.LargestPage),
        },
        new ResourceKind<MaintenanceWindow>("maintenance window", "/v1/maintenance-windows/*")
        {
            IdOf = window => window.ToString(),
            NameOf = window => window.Name,
            Columns = ["MaintenanceWindowId", "Id"],
            Cascade = " with all its maintenances",
            Hint = (window, _) => $"{window.Name} ({MaintenanceText.Repeats(window)}, {TimeText.Iso(window.StartsAt)})",
            Read = By(ids => MaintenanceWindowRequests.Get(Number(ids[0]))),
            Pages = new(MaintenanceWindowRequests.List, MaintenanceWindowRequests.LargestPage),
        },
        new ResourceKind<Snippet>("snippet", "/v1/snippets/*")
        {
            IdOf = snippet => snippet.ToString(),
            NameOf = snippet => snippet.Name,
            Columns = ["SnippetId", "Id"],
            Read = By(ids => SnippetRequests.Get(Number(ids[0]))),
            Pages = new(SnippetRequests.List, SnippetRequests.LargestPage),
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
            Columns = ["MaintenanceId", "Id"],
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
        new ResourceKind<Check>("check", "/v1/checks/*")
        {
            IdOf = check => check.Id,
            NameOf = check => check.Name,
            Columns = ["CheckId", "Id"],
            AlsoIn = [(typeof(CheckStatus), nameof(CheckStatus.CheckId)), (typeof(CheckSession), nameof(CheckSession.CheckId)), (typeof(CheckSessionResult), nameof(CheckSessionResult.CheckId)), (typeof(ReportEntry), nameof(ReportEntry.CheckId))],
            Hint = (check, _) => $"{check.Name} ({check.CheckType})",
            Cascade = " with all its results",
            Read = By(ids => CheckRequests.Get(ids[0])),
            Pages = new(CheckRequests.List, CheckRequests.LargestPage),
        },
        new ResourceKind<CheckResult>("check result", "/v1/check-results/*/*")
        {
            IdOf = result => result.Id,
            Columns = ["CheckResultId", "Id"],
            NameOf = result => $"{result.Name}, {TimeText.Iso(result.StartedAt)}",
            Hint = (result, _) => $"{TimeText.Iso(result.StartedAt)} {(result.HasFailures == true ? result.ErrorMessage ?? "failed" : "passed")}",
            Owner = (typeof(Check), nameof(CheckResult.CheckId)),
            OwnerIdOf = result => result.CheckId,
            AlsoIn = [(typeof(CheckSessionResult), nameof(CheckSessionResult.CheckResultId))],
            Read = By(ids => CheckResultRequests.Get(ids[0], ids[1])),
        },
        new ResourceKind<CheckSession>("check session", "/v2/check-sessions/*")
        {
            IdOf = session => session.CheckSessionId,
            IdProperty = nameof(CheckSession.CheckSessionId),
            Columns = ["CheckSessionId"],
            NameOf = session => session.Name,
            Hint = (session, _) => $"{session.Name} ({session.CurrentStatus})",
            Read = By(ids => CheckSessionRequests.Get(ids[0])),
        },
        new ResourceKind<Account>("account", "/v1/accounts/*")
        {
            IdOf = account => account.Id,
            NameOf = account => account.Name,
            Columns = ["Id", "AccountId"],
            AlsoIn = [(typeof(ChecklySession), nameof(ChecklySession.AccountId))],
            Read = By(ids => AccountRequests.Get(ids[0])),
            List = Whole(AccountRequests.List),
        },
        new ResourceKind<Location>("location", "/v1/locations/*")
        {
            IdOf = location => location.Region,
            NameOf = location => location.Name,
            IdProperty = nameof(Location.Region),
            Columns = ["Region"],
            Read = By(_ => LocationRequests.List()),
            List = Whole(LocationRequests.List),
        },
        new ResourceKind<Runtime>("runtime", "/v1/runtimes/*")
        {
            IdOf = runtime => runtime.Name,
            NameOf = runtime => runtime.Name,
            IdProperty = nameof(Runtime.Name),
            Columns = ["Name"],
            Hint = (runtime, _) => $"{runtime.Name} ({runtime.Stage})",
            Read = By(ids => RuntimeRequests.Get(ids[0])),
            List = Whole(RuntimeRequests.List),
        },
    ];

    /// <summary>The kind that a type of the module is of.</summary>
    public static ResourceKind Of(Type model) => Find(model) ?? throw new ArgumentException($"{model.Name} is of no kind.", nameof(model));

    /// <summary>The kind that a type of the module is of; <see langword="null"/> when it has none of its own.</summary>
    public static ResourceKind? Find(Type model) => All.FirstOrDefault(kind => kind.Model == model);

    private static Func<string[], ChecklyClient, CancellationToken, Task<object?>> By<T>(Func<string[], ApiRequest<T>> request) =>
        async (ids, client, cancellationToken) => await client.SendAsync(request(ids), cancellationToken).ConfigureAwait(false);

    private static Func<ChecklyClient, CancellationToken, Task<IReadOnlyList<T>>> Page<T>(Func<ApiRequest<Page<T>>> first) =>
        async (client, cancellationToken) => (await client.SendAsync(first(), cancellationToken).ConfigureAwait(false)).Items;

    private static Func<ChecklyClient, CancellationToken, Task<IReadOnlyList<T>>> Whole<T>(Func<ApiRequest<T[]>> list) =>
        async (client, cancellationToken) => await client.SendAsync(list(), cancellationToken).ConfigureAwait(false);

    /// <exception cref="FormatException">The text is not a number.</exception>
    private static long Number(string id) => long.Parse(id, NumberStyles.None, CultureInfo.InvariantCulture);
}
