using System.Management.Automation;

namespace Checkly.Commands;

/// <summary>Returns the account's dashboards, or one of them.</summary>
/// <remarks>
/// <para>Without an id it lists all of them with GET /v1/dashboards, page by page; -First and -Skip request as few
/// pages as possible. With one it sends GET /v1/dashboards/{dashboardId}, which the API limits to 20 requests in 20 seconds.</para>
/// <para>A dashboard has two ids: incidents refer to its Id, a number; its own operations take its DashboardId, a text.</para>
/// </remarks>
/// <example>
/// <para>All dashboards.</para>
/// <code>Get-ChecklyDashboard</code>
/// </example>
/// <example>
/// <para>The first ten, and how many there are.</para>
/// <code>Get-ChecklyDashboard -First 10 -IncludeTotalCount</code>
/// </example>
/// <example>
/// <para>Open an incident on the dashboard with a custom URL.</para>
/// <code>Get-ChecklyDashboard -CustomUrl sandbox |
///     New-ChecklyIncident -Name 'Checkout is slow' -Status INVESTIGATING -Description 'We are looking into it.'</code>
/// </example>
[Cmdlet(VerbsCommon.Get, "ChecklyDashboard", DefaultParameterSetName = ListSet, SupportsPaging = true)]
[OutputType(typeof(Dashboard))]
public sealed class GetChecklyDashboardCommand : ChecklyListCommand
{
    private const string ListSet = "List";
    private const string IdSet = "Id";
    private const string UrlSet = "CustomUrl";
    private const string DomainSet = "CustomDomain";

    /// <summary>The DashboardIds of the dashboards, their numbers, headers or addresses; or the dashboards themselves.</summary>
    [Parameter(ParameterSetName = IdSet, Mandatory = true, HelpMessage = PromptText.Dashboard, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("Id")]
    [IdOf(typeof(Dashboard), typeof(GetChecklyDashboardCommand))]
    [ValidateSegment]
    [ArgumentCompleter(typeof(NameCompleter<Dashboard>))]
    public string[] DashboardId { get; set; } = [];

    /// <summary>The headers of the dashboards wanted; wildcards are permitted. The whole list is read.</summary>
    [Parameter(ParameterSetName = ListSet)]
    [Alias("Header")]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(NameCompleter<Dashboard>))]
    public string[]? Name { get; set; }

    /// <summary>The subdomain under checklyhq.com of the dashboard.</summary>
    [Parameter(ParameterSetName = UrlSet, Mandatory = true, HelpMessage = PromptText.CustomUrl)]
    [ValidateSegment]
    [ArgumentCompleter(typeof(DashboardAddressCompleter))]
    public string CustomUrl { get; set; } = string.Empty;

    /// <summary>The domain of your own of the dashboard.</summary>
    [Parameter(ParameterSetName = DomainSet, Mandatory = true, HelpMessage = PromptText.CustomDomain)]
    [ValidateSegment]
    [ArgumentCompleter(typeof(DashboardAddressCompleter))]
    public string CustomDomain { get; set; } = string.Empty;

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (ParameterSetName != ListSet && RefusesRange())
        {
            return;
        }

        switch (ParameterSetName)
        {
            case ListSet:
                WriteNamed<Dashboard>(
                    Name,
                    dashboard => dashboard.Header,
                    "No dashboard is called",
                    wanted => WriteList(DashboardRequests.List, DashboardRequests.LargestPage, wanted: wanted));
                break;
            case UrlSet:
                WriteOne(CustomUrl, "customUrl");
                break;
            case DomainSet:
                WriteOne(CustomDomain, "customDomain");
                break;
            default:
                WriteEach(Ids<Dashboard>(DashboardId), id => DashboardRequests.Get(id));
                break;
        }
    }

    private void WriteOne(string id, string type)
    {
        if (TrySend(DashboardRequests.Get(id, type), id, out Dashboard dashboard))
        {
            WriteObject(dashboard);
        }
    }
}
