namespace Checkly;

/// <summary>The status page incidents and their updates that a session has seen, for completion.</summary>
internal sealed class StatusPageIncidentMemory
{
    private readonly Seen<StatusPageIncident> _incidents = new(incident => incident.Id);
    private readonly Seen<StatusPageIncidentUpdate> _updates = new(update => update.Id);

    /// <summary>The incidents seen, the one seen last first.</summary>
    public StatusPageIncident[] Incidents => _incidents.Items;

    /// <summary>The updates seen, the one seen last first.</summary>
    public StatusPageIncidentUpdate[] Updates => _updates.Items;

    /// <summary>The newest incidents of the account, for a session that has seen none.</summary>
    public FreshList<StatusPageIncident> Newest { get; } = new();

    /// <summary>Remembers an answer, if it is one of these.</summary>
    public void Remember(object? answer)
    {
        switch (answer)
        {
            case StatusPageIncident incident:
                Put(incident);
                break;
            case Page<StatusPageIncident> page:
                // A list comes newest first; the newest is to be the one seen last.
                Array.ForEach([.. page.Items.Reverse()], Put);
                break;
            case StatusPageIncidentUpdate update:
                _updates.Put(update);
                // What is being talked about now is what is looked for next.
                _incidents.Touch(update.IncidentId);
                break;
        }
    }

    /// <summary>Forgets what was removed.</summary>
    public void Forget(string id)
    {
        Newest.Forget();
        _incidents.Forget(incident => ApiId.Same(incident.Id, id));
        _updates.Forget(update => ApiId.Same(update.Id, id) || ApiId.Same(update.IncidentId, id));
    }

    private void Put(StatusPageIncident incident)
    {
        _incidents.Put(incident);
        foreach (StatusPageIncidentUpdate update in incident.IncidentUpdates.OrderBy(update => update.CreatedAt ?? DateTimeOffset.MinValue))
        {
            _updates.Put(update);
        }
    }
}
