namespace Checkly;

/// <summary>
/// The incidents, updates and dashboards that a session has seen, for completion: the newest first, no more than a person
/// would look through.
/// </summary>
internal sealed class SessionMemory
{
    private static readonly TimeSpan DashboardsLast = TimeSpan.FromMinutes(1);
    private readonly object _gate = new();
    private readonly Seen<Incident> _incidents = new(incident => incident.Id);
    private readonly Seen<IncidentUpdate> _updates = new(update => update.Id);
    private (DateTimeOffset Read, IReadOnlyList<Dashboard> Dashboards)? _dashboards;

    /// <summary>The incidents seen, the one seen last first.</summary>
    public Incident[] Incidents => _incidents.Items;

    /// <summary>The updates seen, the one seen last first.</summary>
    public IncidentUpdate[] Updates => _updates.Items;

    /// <summary>The status page incidents and their updates.</summary>
    public StatusPageIncidentMemory StatusPageIncidents { get; } = new();

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

    /// <summary>Remembers an answer, if it is one of these.</summary>
    public void Remember(object? answer)
    {
        StatusPageIncidents.Remember(answer);
        lock (_gate)
        {
            switch (answer)
            {
                case Incident incident:
                    _incidents.Put(incident);
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
        StatusPageIncidents.Forget(id);
        lock (_gate)
        {
            _incidents.Forget(incident => Same(incident.Id, id));
            _updates.Forget(update => Same(update.Id, id) || Same(update.IncidentId, id));
            _dashboards = null;
        }
    }

    private void Put(IncidentUpdate update)
    {
        _updates.Put(update);
        // What is being talked about now is what is looked for next.
        _incidents.Touch(update.IncidentId);
    }

    private static bool Same(string? id, string? other) => string.Equals(id, other, StringComparison.OrdinalIgnoreCase);
}
