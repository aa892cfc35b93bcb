namespace Checkly.Sandbox.Tests;

/// <summary>Every operation the sandbox knows, with a request that would succeed.</summary>
internal static class Operations
{
    // {incident} and {update} stand for ids that exist.
    public static TheoryData<string, string, string?> All => new()
    {
        { "GET", "/v1/accounts", null },
        { "GET", "/v1/accounts/me", null },
        { "POST", "/v1/incidents", Bodies.Incident },
        { "GET", "/v1/incidents/{incident}", null },
        { "PUT", "/v1/incidents/{incident}", Bodies.Change },
        { "DELETE", "/v1/incidents/{incident}", null },
        { "POST", "/v1/incidents/{incident}/updates", Bodies.Update() },
        { "PUT", "/v1/incidents/{incident}/updates/{update}", Bodies.Description },
        { "DELETE", "/v1/incidents/{incident}/updates/{update}", null },
        { "GET", "/v1/dashboards", null },
        { "POST", "/v1/dashboards", DashboardBodies.Header },
        { "GET", $"/v1/dashboards/{SandboxAccount.DashboardTextId}", null },
        { "PUT", $"/v1/dashboards/{SandboxAccount.DashboardTextId}", DashboardBodies.Header },
        { "DELETE", $"/v1/dashboards/{SandboxAccount.DashboardTextId}", null },
    };

    public static string Path(string template, string incident, string update) =>
        template
            .Replace("{incident}", incident, StringComparison.Ordinal)
            .Replace("{update}", update, StringComparison.Ordinal);
}
