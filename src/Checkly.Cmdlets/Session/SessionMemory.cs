namespace Checkly;

/// <summary>
/// The incidents, updates and dashboards that a session has seen, for completion: the newest first, no more than a person
/// would look through.
/// </summary>
internal sealed class SessionMemory
{
    private const int Most = 200;
    private static readonly TimeSpan DashboardsLast = TimeSpan.FromMinutes(1);
    private readonly object _gate = new();
    private readonly List<Incident> _incidents = [];
    private readonly List<IncidentUpdate> _updates = [];
    private (DateTimeOffset Read, IReadOnlyList<Dashboard> Dashboards)? _dashboards;

    /// <summary>The incidents seen, the one seen last first.</summary>
    public Incident[] Incidents => Copy(_incidents);

    /// <summary>The updates seen, the one seen last first.</summary>
    public IncidentUpdate[] Updates => Copy(_updates);

    /// <summary>The dashboards, as long as what is known of them is fresh.</summary>
    public IReadOnlyList<Dashboard>? Dashboards
    {
        get
        {
            lock (_gate)
            {
                return _dashboards is { } known && DateTimeOffset.UtcNow - known.Read < DashboardsLast ? known.Dashboards : null;
            }
        }
    }

    /// <summary>What was seen of maintenance windows.</summary>
    public MaintenanceMemory Maintenance { get; } = new();

    /// <summary>Remembers an answer, if it is one of these.</summary>
    public void Remember(object? answer)
    {
        Maintenance.Remember(answer);
        lock (_gate)
        {
            switch (answer)
            {
                case Incident incident:
                    Put(_incidents, incident, known => Same(known.Id, incident.Id));
                    Array.ForEach([.. Enumerable.Reverse(incident.IncidentUpdates)], Put);
                    break;
                case IncidentUpdate update:
                    Put(update);
                    break;
                case IncidentUpdate[] updates:
                    Array.ForEach(updates, Put);
                    break;
                case Dashboard dashboard when _dashboards is { } known && !known.Dashboards.Any(one => Same(one.DashboardId, dashboard.DashboardId)):
                    // A new one: what is known of the list is old.
                    _dashboards = null;
                    break;
            }
        }
    }

    /// <summary>Remembers the dashboards of the account.</summary>
    public void RememberAll(IReadOnlyList<Dashboard> dashboards)
    {
        lock (_gate)
        {
            _dashboards = (DateTimeOffset.UtcNow, dashboards);
        }
    }

    /// <summary>Forgets what was removed.</summary>
    public void Forget(string id)
    {
        Maintenance.Forget(id);
        lock (_gate)
        {
            _incidents.RemoveAll(incident => Same(incident.Id, id));
            _updates.RemoveAll(update => Same(update.Id, id) || Same(update.IncidentId, id));
            _dashboards = null;
        }
    }

    private void Put(IncidentUpdate update)
    {
        Put(_updates, update, known => Same(known.Id, update.Id));
        if (_incidents.Find(known => Same(known.Id, update.IncidentId)) is { } incident)
        {
            // What is being talked about now is what is looked for next.
            Put(_incidents, incident, known => known == incident);
        }
    }

    private static bool Same(string? id, string? other) => string.Equals(id, other, StringComparison.OrdinalIgnoreCase);

    private static void Put<T>(List<T> seen, T item, Predicate<T> same)
    {
        seen.RemoveAll(same);
        seen.Insert(0, item);
        if (seen.Count > Most)
        {
            seen.RemoveAt(Most);
        }
    }

    private T[] Copy<T>(List<T> seen)
    {
        lock (_gate)
        {
            return [.. seen];
        }
    }
}
