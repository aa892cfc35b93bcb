namespace Checkly.Sandbox;

/// <summary>All that a Checkly in memory remembers: one account, its dashboards and their incidents, and the other families' states.</summary>
internal sealed class SandboxState
{
    private readonly Func<DateTimeOffset> _clock;
    private readonly List<StoredIncident> _incidents = [];
    private long _lastDashboard = SandboxAccount.DashboardId;

    public SandboxState(Func<DateTimeOffset> clock)
    {
        _clock = clock;
        Dashboards.Add(StoredDashboard.First(Now));
        StatusPages = new StatusPageState(Now);
        Checks = new CheckState(Now);
    }

    /// <summary>The dashboards in the order in which they were made.</summary>
    public List<StoredDashboard> Dashboards { get; } = [];

    public StatusPageState StatusPages { get; }

    public CheckState Checks { get; }

    public MaintenanceState Maintenance { get; } = new();

    /// <summary>A number that no dashboard has had.</summary>
    public long NextDashboard() => ++_lastDashboard;

    /// <param name="id">Its id, custom URL or custom domain.</param>
    /// <param name="field">Which of them: dashboardId, customUrl or customDomain.</param>
    /// <exception cref="SandboxRefusal">There is no such dashboard.</exception>
    public StoredDashboard Dashboard(string id, string field = "dashboardId") =>
        Dashboards.FirstOrDefault(dashboard => dashboard.Text(field) == id) ?? throw SandboxRefusal.NotFound();

    /// <summary>The time on the server's clock, as the API writes it.</summary>
    public string Now => Timestamp.Format(_clock());

    public void Add(StoredIncident incident) => _incidents.Add(incident);

    public void Remove(StoredIncident incident) => _incidents.Remove(incident);

    /// <exception cref="SandboxRefusal">There is no such incident.</exception>
    public StoredIncident Incident(string id) =>
        _incidents.FirstOrDefault(incident => incident.Id == id) ?? throw SandboxRefusal.NotFound();
}
