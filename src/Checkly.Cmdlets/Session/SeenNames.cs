namespace Checkly;

/// <summary>
/// What the things are called that a session has seen, so that a question can name them. The oldest are forgotten when there are
/// too many. Safe to use from several threads at once.
/// </summary>
internal sealed class SeenNames
{
    private const int Most = 2000;
    private readonly object _gate = new();
    private readonly Dictionary<(Type Model, string Id), string> _names = [];
    private readonly Queue<(Type Model, string Id)> _order = new();

    /// <summary>The name as the server sent it; null when it is not known.</summary>
    /// <param name="model">The type of the thing.</param>
    /// <param name="id">Its id.</param>
    public string? Find(Type model, string id)
    {
        lock (_gate)
        {
            return _names.TryGetValue(Key(model, id), out string? name) ? name : null;
        }
    }

    /// <summary>Remembers the names in an answer, if it is one of these.</summary>
    public void Remember(object? answer)
    {
        switch (answer)
        {
            case Incident incident:
                Put<Incident>(incident.Id, incident.Name);
                RememberAll(incident.IncidentUpdates);
                break;
            case IncidentUpdate update:
                Put<IncidentUpdate>(update.Id, $"{update.Status}: {update.Description}");
                break;
            case StatusPageIncident incident:
                Put<StatusPageIncident>(incident.Id, incident.Name);
                RememberAll(incident.IncidentUpdates);
                RememberAll(incident.Services);
                break;
            case StatusPageIncidentUpdate update:
                Put<StatusPageIncidentUpdate>(update.Id, $"{update.Status}: {update.Description}");
                break;
            case StatusPage page:
                Put<StatusPage>(page.Id, page.Name);
                RememberAll(page.Cards.SelectMany(card => card.Services));
                break;
            case StatusPageService service:
                Put<StatusPageService>(service.Id, service.Name);
                break;
            case StatusPageSubscription subscription:
                Put<StatusPageSubscription>(subscription.Id, subscription.Address);
                break;
            case Dashboard dashboard:
                Put<Dashboard>(dashboard.DashboardId, dashboard.Header ?? dashboard.CustomUrl ?? dashboard.CustomDomain);
                break;
            case MaintenanceWindow window:
                Put<MaintenanceWindow>(window.ToString(), window.Name);
                break;
            case Maintenance maintenance:
                Put<Maintenance>(maintenance.Id, TimeText.Iso(maintenance.StartsAt));
                RememberAll(maintenance.Updates);
                break;
            case MaintenanceUpdate update:
                Put<MaintenanceUpdate>(update.Id, $"{update.Status}: {update.Description}");
                break;
            case Array many:
                RememberAll(many.Cast<object?>());
                break;
            case Page<Dashboard> page:
                RememberAll(page.Items);
                break;
            case Page<StatusPage> page:
                RememberAll(page.Items);
                break;
            case Page<StatusPageService> page:
                RememberAll(page.Items);
                break;
            case Page<StatusPageIncident> page:
                RememberAll(page.Items);
                break;
            case Page<MaintenanceWindow> page:
                RememberAll(page.Items);
                break;
            case Page<Maintenance> page:
                RememberAll(page.Items);
                break;
        }
    }

    private static (Type Model, string Id) Key(Type model, string id) => (model, id.ToUpperInvariant());

    private void RememberAll(IEnumerable<object?> things)
    {
        foreach (object? thing in things)
        {
            Remember(thing);
        }
    }

    private void Put<T>(string? id, string? name)
    {
        if (string.IsNullOrEmpty(id) || string.IsNullOrEmpty(name))
        {
            return;
        }

        lock (_gate)
        {
            (Type Model, string Id) key = Key(typeof(T), id!);
            if (!_names.ContainsKey(key))
            {
                _order.Enqueue(key);
            }

            _names[key] = name!;
            if (_order.Count > Most)
            {
                _names.Remove(_order.Dequeue());
            }
        }
    }
}
