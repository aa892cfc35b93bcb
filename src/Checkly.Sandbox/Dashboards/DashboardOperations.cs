namespace Checkly.Sandbox;

/// <summary>What the sandbox knows of dashboards.</summary>
internal static class DashboardOperations
{
    public static readonly ISandboxOperation[] All =
    [
        new ListDashboards(),
        new CreateDashboard(),
        new GetDashboard(),
        new ChangeDashboard(),
        new DeleteDashboard(),
    ];
}
