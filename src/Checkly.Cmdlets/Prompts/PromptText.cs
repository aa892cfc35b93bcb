namespace Checkly;

/// <summary>The help messages of mandatory parameters: what <c>!?</c> shows when PowerShell prompts for one.</summary>
internal static class PromptText
{
    public const string Address = "E-mail addresses.";
    public const string AllChecks = "Runs every activated check of the account.";
    public const string Card = "Hashtables, each with a Name and a Service.";
    public const string Check = "The id, a GUID, or the name of a check: Get-ChecklyCheck lists them.";
    public const string CheckSession = "The id of a check session, a GUID, or the session itself.";
    public const string Credential = "The account id as the user name, and the API key as the password.";
    public const string CustomDomain = "The domain of your own under which the dashboard is found.";
    public const string CustomUrl = "The subdomain under checklyhq.com.";
    public const string Dashboard = "The DashboardId, the header or the address of a dashboard: Get-ChecklyDashboard lists them.";
    public const string DashboardNumber = "The Id, a whole number, the header or the address of a dashboard: Get-ChecklyDashboard lists them.";
    public const string Description = "The text that customers will read.";
    public const string From = "When the window begins, such as 2026-07-01.";
    public const string Header = "The text at the top of the dashboard.";
    public const string Incident = "The id of an incident, a GUID, or the incident itself.";
    public const string Maintenance = "The id of a maintenance, a GUID: Get-ChecklyMaintenance lists those of a window.";
    public const string Name = "The name.";
    public const string Path = "The path of an operation, such as /v1/checks: Tab completes it.";
    public const string Sandbox = "Opens a session with a Checkly in memory.";
    public const string Script = "The code of the snippet.";
    public const string Service = "The id, a GUID, or the name of a service: Get-ChecklyStatusPageService lists them.";
    public const string Snippet = "The id, a whole number, or the name of a snippet: Get-ChecklySnippet lists them.";
    public const string StatusPage = "The id, a GUID, the name or the address of a status page: Get-ChecklyStatusPage lists them.";
    public const string Subscription = "The id of a subscription, a GUID: Get-ChecklyStatusPageSubscription lists them.";
    public const string Update = "The id of an update, a GUID, or the update itself.";
    public const string Url = "The subdomain of the status page, such as acme.";
    public const string Window = "The id, a whole number, or the name of a maintenance window: Get-ChecklyMaintenanceWindow lists them.";
}
