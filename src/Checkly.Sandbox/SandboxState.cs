namespace Checkly.Sandbox;

/// <summary>The resources of a sandbox, which hold its state, and their operations.</summary>
internal sealed class SandboxState
{
    /// <param name="clock">The server's clock.</param>
    public SandboxState(Func<DateTimeOffset> clock)
    {
        Operations = new SandboxOperations(clock);
        Accounts.Add(Operations);
        Locations.Add(Operations);
        Runtimes.Add(Operations);
        var checks = new Checks(Operations);
        var results = new CheckResults(Operations, checks);
        _ = new CheckSessions(Operations, checks, results);
        Reports.Add(Operations, checks, results);
        _ = new DashboardIncidents(Operations, new Dashboards(Operations));
        var services = new StatusPageServices(Operations);
        var pages = new StatusPages(Operations, services);
        _ = new StatusPageIncidents(Operations, services, pages);
        _ = new MaintenanceWindows(Operations, services, pages);
        _ = new Resource(Operations, "/v1/snippets", "snippet");
    }

    /// <summary>The operations that the sandbox has.</summary>
    public SandboxOperations Operations { get; }
}
