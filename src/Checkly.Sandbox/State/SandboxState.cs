namespace Checkly.Sandbox;

/// <summary>All that a Checkly in memory remembers: one account, one dashboard, and the incidents opened so far.</summary>
internal sealed class SandboxState
{
    private readonly Func<DateTimeOffset> _clock;
    private readonly List<StoredIncident> _incidents = [];

    public SandboxState(Func<DateTimeOffset> clock)
    {
        _clock = clock;
    }

    /// <summary>The time on the server's clock, as the API writes it.</summary>
    public string Now => Timestamp.Format(_clock());

    public void Add(StoredIncident incident) => _incidents.Add(incident);

    public void Remove(StoredIncident incident) => _incidents.Remove(incident);

    /// <exception cref="SandboxRefusal">There is no such incident.</exception>
    public StoredIncident Incident(string id) =>
        _incidents.FirstOrDefault(incident => incident.Id == id) ?? throw SandboxRefusal.NotFound();
}
