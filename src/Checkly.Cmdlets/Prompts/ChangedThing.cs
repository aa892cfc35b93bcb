using System.Globalization;

namespace Checkly;

/// <summary>What a request is about, by its path: its kind, its id, and what it belongs to.</summary>
internal sealed class ChangedThing
{
    // The first that matches is meant: a path without a placeholder goes before one with.
    private static readonly Kind[] Kinds =
    [
        new("/v1/incidents/*", typeof(Incident), "incident", " with all its updates", Read(ids => IncidentRequests.Get(ids[0]))),
        new("/v1/incidents/*/updates/*", typeof(IncidentUpdate), "update", string.Empty, Read(ids => IncidentRequests.Get(ids[0]))),
        new("/v1/status-pages/incidents/*", typeof(StatusPageIncident), "incident", " with all its updates from all status pages", Read(ids => StatusPageIncidentRequests.Get(ids[0]))),
        new("/v1/status-pages/incidents/*/incident-updates/*", typeof(StatusPageIncidentUpdate), "update", string.Empty, Read(ids => StatusPageIncidentRequests.Get(ids[0]))),
        new("/v1/status-pages/services/*", typeof(StatusPageService), "service", string.Empty, Read(ids => StatusPageServiceRequests.Get(ids[0]))),
        new("/v1/status-pages/*", typeof(StatusPage), "status page", string.Empty, Read(ids => StatusPageRequests.Get(ids[0]))),
        new("/v1/status-pages/*/subscriptions/*", typeof(StatusPageSubscription), "subscription", string.Empty, Read(ids => StatusPageSubscriptionRequests.List(ids[0]))),
        new("/v1/dashboards/*", typeof(Dashboard), "dashboard", string.Empty, Read(ids => DashboardRequests.Get(ids[0]))),
        new("/v1/maintenance-windows/*", typeof(MaintenanceWindow), "maintenance window", " with all its maintenances", Read(ids => MaintenanceWindowRequests.Get(Number(ids[0])))),
        new("/v1/maintenance-windows/*/maintenances/*", typeof(Maintenance), "maintenance", " with all its updates", Read(ids => MaintenanceRequests.Get(Number(ids[0]), ids[1]))),
        new("/v1/maintenance-windows/*/maintenances/*/updates/*", typeof(MaintenanceUpdate), "update", string.Empty, Read(ids => MaintenanceRequests.Get(Number(ids[0]), ids[1]))),
    ];

    private readonly Kind _kind;
    private readonly string[] _ids;
    private readonly ChangedThing? _owner;

    private ChangedThing(Kind kind, string[] ids, ChangedThing? owner)
    {
        _kind = kind;
        _ids = ids;
        _owner = owner;
    }

    /// <summary>What goes with it when it is removed, to be put behind its name.</summary>
    public string Cascade => _kind.Cascade;

    /// <summary>What a change or a removal is about; null when that is nothing with a cmdlet of its own.</summary>
    /// <param name="path">The path of the request, with or without a query.</param>
    public static ChangedThing? At(string path) => Find(path.Split('?')[0].TrimEnd('/').Split('/'));

    /// <summary>What a POST adds to; null when it makes something that belongs to nothing.</summary>
    /// <param name="path">The path of the request, with or without a query.</param>
    public static ChangedThing? Above(string path)
    {
        string[] segments = path.Split('?')[0].TrimEnd('/').Split('/');
        return segments.Length < 2 ? null : Find(Without(segments, 1)) ?? Find(Without(segments, 2));
    }

    /// <summary>Asks the API for the names that are not known yet, of the thing and of what it belongs to.</summary>
    /// <param name="session">The session; it remembers the names.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task FindNamesAsync(ChecklySession session, CancellationToken cancellationToken)
    {
        if (NameIn(session) is null && await _kind.Read(_ids, session.Client, cancellationToken).ConfigureAwait(false) is { } answer)
        {
            session.Memory.Remember(answer);
        }

        if (_owner is not null)
        {
            await _owner.FindNamesAsync(session, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Kind, name and id, and the same of what it belongs to.</summary>
    /// <param name="session">The session; without a name where it has seen none.</param>
    /// <returns>Such as <c>incident 'Checkout is slow' (e50ad839-1b90-4955-b716-1c6edbda57cb)</c>.</returns>
    public string Describe(ChecklySession session)
    {
        string id = DisplayText.OneLine(_ids[_ids.Length - 1]);
        string own = NameIn(session) is { } name ? $"{_kind.Noun} '{Short(name)}' ({id})" : $"{_kind.Noun} {id}";
        return _owner is null ? own : $"{own} of {_owner.Describe(session)}";
    }

    private static ChangedThing? Find(string[] segments)
    {
        foreach (Kind kind in Kinds.OrderBy(kind => kind.Template.Count(character => character == '*')))
        {
            if (kind.Match(segments) is { } ids)
            {
                return new ChangedThing(kind, ids, Find(Without(segments, 2)));
            }
        }

        return null;
    }

    private static string[] Without(string[] segments, int last) => [.. segments.Take(segments.Length - last)];

    private static Func<string[], ChecklyClient, CancellationToken, Task<object?>> Read<T>(Func<string[], ApiRequest<T>> request) =>
        async (ids, client, cancellationToken) => await client.SendAsync(request(ids), cancellationToken).ConfigureAwait(false);

    /// <exception cref="FormatException">It is no id of a maintenance window.</exception>
    private static long Number(string id) => long.Parse(id, NumberStyles.None, CultureInfo.InvariantCulture);

    private static string Short(string name)
    {
        const int Most = 60;
        string line = DisplayText.OneLine(name);
        string first = TextCells.Wrap(line, Most).First();
        return first.Length < line.Length ? first + "..." : line;
    }

    private string? NameIn(ChecklySession session) => session.Memory.Names.Find(_kind.Model, _ids[_ids.Length - 1]);

    private sealed record Kind(
        string Template,
        Type Model,
        string Noun,
        string Cascade,
        Func<string[], ChecklyClient, CancellationToken, Task<object?>> Read)
    {
        private readonly string[] _segments = Template.Split('/');

        /// <summary>What stands in the places of the placeholders, unescaped; null when it is another path.</summary>
        public string[]? Match(string[] segments) =>
            segments.Length == _segments.Length && _segments.Zip(segments, (wanted, given) => wanted == "*" ? given.Length > 0 : wanted == given).All(same => same)
                ? [.. _segments.Zip(segments, (wanted, given) => wanted == "*" ? Uri.UnescapeDataString(given) : null).OfType<string>()]
                : null;
    }
}
