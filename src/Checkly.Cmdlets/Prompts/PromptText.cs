namespace Checkly;

/// <summary>What <c>!?</c> shows where PowerShell asks for a mandatory parameter.</summary>
internal static class PromptText
{
    public const string Address = "E-mail addresses.";
    public const string Card = "Hashtables, each with a Name and a Service.";
    public const string Check = "The id of a check, a GUID: Get-ChecklyCheck lists them.";
    public const string Credential = "The account id as the user name, and the API key as the password.";
    public const string CustomDomain = "The domain of your own under which the dashboard is found.";
    public const string CustomUrl = "The subdomain under checklyhq.com.";
    public const string Dashboard = "The DashboardId of a dashboard, a text: Get-ChecklyDashboard lists them.";
    public const string DashboardNumber = "The Id of a dashboard, a whole number: Get-ChecklyDashboard lists them.";
    public const string Description = "The text that customers will read.";
    public const string Header = "The text at the top of the dashboard.";
    public const string Incident = "The id of an incident, a GUID, or the incident itself.";
    public const string Maintenance = "The id of a maintenance, a GUID: Get-ChecklyMaintenance lists those of a window.";
    public const string Name = "The name.";
    public const string Path = "The path of an operation, such as /v1/checks: Tab completes it.";
    public const string Sandbox = "Opens a session with a Checkly in memory.";
    public const string Script = "The code of the snippet.";
    public const string Service = "The id of a service, a GUID: Get-ChecklyStatusPageService lists them.";
    public const string Snippet = "The id of a snippet, a whole number: Get-ChecklySnippet lists them.";
    public const string StatusPage = "The id of a status page, a GUID: Get-ChecklyStatusPage lists them.";
    public const string Subscription = "The id of a subscription, a GUID: Get-ChecklyStatusPageSubscription lists them.";
    public const string Update = "The id of an update, a GUID, or the update itself.";
    public const string Url = "The subdomain of the status page, such as acme.";
    public const string Window = "The id of a maintenance window, a whole number: Get-ChecklyMaintenanceWindow lists them.";
}
