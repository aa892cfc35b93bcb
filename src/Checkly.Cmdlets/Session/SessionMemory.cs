namespace Checkly;

/// <summary>
/// The incidents, updates and dashboards that a session has seen, for completion: the newest first, no more than a person
/// would look through.
/// </summary>
internal sealed class SessionMemory
{
    private readonly object _gate = new();
    private readonly Seen<Incident> _incidents = new(incident => incident.Id);
    private readonly Seen<IncidentUpdate> _updates = new(update => update.Id);

    /// <summary>The incidents seen, the one seen last first.</summary>
    public Incident[] Incidents => _incidents.Items;

    /// <summary>The updates seen, the one seen last first.</summary>
    public IncidentUpdate[] Updates => _updates.Items;

    /// <summary>The status page incidents and their updates.</summary>
    public StatusPageIncidentMemory StatusPageIncidents { get; } = new();

    /// <summary>The dashboards of the account.</summary>
    public FreshList<Dashboard> Dashboards { get; } = new();

    /// <summary>The status pages, services and subscriptions.</summary>
    public StatusPageMemory StatusPages { get; } = new();

    /// <summary>What was seen of maintenance windows.</summary>
    public MaintenanceMemory Maintenance { get; } = new();

    /// <summary>What the things are called that were seen, for questions.</summary>
    public SeenNames Names { get; } = new();

    /// <summary>Remembers an answer, if it is one of these.</summary>
    public void Remember(object? answer)
    {
        Names.Remember(answer);
        StatusPages.Remember(answer);
        StatusPageIncidents.Remember(answer);
        Maintenance.Remember(answer);
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
                case Dashboard dashboard:
                    Dashboards.Expect(one => ApiId.Same(one.DashboardId, dashboard.DashboardId));
                    break;
            }
        }
    }

    /// <summary>Forgets what was removed.</summary>
    public void Forget(string id)
    {
        Dashboards.Forget();
        StatusPages.Forget(id);
        StatusPageIncidents.Forget(id);
        Maintenance.Forget(id);
        lock (_gate)
        {
            _incidents.Forget(incident => ApiId.Same(incident.Id, id));
            _updates.Forget(update => ApiId.Same(update.Id, id) || ApiId.Same(update.IncidentId, id));
        }
    }

    private void Put(IncidentUpdate update)
    {
        _updates.Put(update);
        // What is being talked about now is what is looked for next.
        _incidents.Touch(update.IncidentId);
    }
}
