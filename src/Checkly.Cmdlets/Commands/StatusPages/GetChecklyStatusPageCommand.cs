using System.Management.Automation;

namespace Checkly.Commands;

/// <summary>Returns the account's status pages, with their cards and services.</summary>
/// <remarks>
/// <para>Without an id it lists all of them with GET /v1/status-pages, page by page; the API has no filter, so -Name and -Url
/// pick from the whole list. With one it sends GET /v1/status-pages/{statusPageId}.</para>
/// <para>The API does not report the state of a service. -IncludeState reads the account's status page incidents as well, and fills
/// in the State of each service: OPERATIONAL, or the highest severity of its incidents that are not resolved.</para>
/// </remarks>
/// <example>
/// <para>All status pages.</para>
/// <code>Get-ChecklyStatusPage</code>
/// </example>
/// <example>
/// <para>Show a page as its visitors see it: cards, services and their states.</para>
/// <code>Get-ChecklyStatusPage -Url sandbox -IncludeState | Format-Custom</code>
/// </example>
/// <example>
/// <para>The services that have an open incident.</para>
/// <code>(Get-ChecklyStatusPage -IncludeState).Cards.Services | Where-Object State -ne OPERATIONAL</code>
/// </example>
[Cmdlet(VerbsCommon.Get, "ChecklyStatusPage", DefaultParameterSetName = ListSet, SupportsPaging = true)]
[OutputType(typeof(StatusPage))]
public sealed class GetChecklyStatusPageCommand : ChecklyListCommand
{
    private const string ListSet = "List";
    private const string IdSet = "Id";
    private bool _wasRead;
    private ServiceStates? _states;

    /// <summary>The ids, GUIDs, the names or the addresses of the status pages; or the pages themselves.</summary>
    [Parameter(ParameterSetName = IdSet, Mandatory = true, HelpMessage = PromptText.StatusPage, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("StatusPageId")]
    [IdOf(typeof(StatusPage), typeof(GetChecklyStatusPageCommand))]
    [ValidateSegment]
    [ArgumentCompleter(typeof(NameCompleter<StatusPage>))]
    public string[] Id { get; set; } = [];

    /// <summary>The names of the pages wanted; wildcards are permitted.</summary>
    [Parameter(ParameterSetName = ListSet)]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(NameCompleter<StatusPage>))]
    public string[]? Name { get; set; }

    /// <summary>The first parts of the addresses of the pages wanted, such as acme; wildcards are permitted.</summary>
    [Parameter(ParameterSetName = ListSet)]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(StatusPageUrlCompleter))]
    public string[]? Url { get; set; }

    /// <summary>Read the status page incidents too, and fill in the State of each service.</summary>
    [Parameter]
    public SwitchParameter IncludeState { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (ParameterSetName == ListSet)
        {
            WriteAll();
            return;
        }

        if (RefusesRange())
        {
            return;
        }

        foreach (string id in Ids<StatusPage>(Id))
        {
            SendEach(StatusPageRequests.Get(id), id, page =>
            {
                FillState(page);
                WriteObject(page);
            });
        }
    }

    private void WriteAll()
    {
        var names = new NameFilter(Name);
        var urls = new NameFilter(Url);
        // Both are evaluated, so that each filter records its matches.
        bool isWhole = WriteCursorList(
            StatusPageRequests.List,
            StatusPageRequests.LargestPage,
            Name is null && Url is null ? null : page => names.Wants(page.Name) & urls.Wants(page.Url),
            FillState);
        if (isWhole)
        {
            WriteMissing(names, "No status page is called", "Get-ChecklyStatusPage");
            WriteMissing(urls, "No status page has the address", "Get-ChecklyStatusPage");
        }
    }

    private void FillState(StatusPage page)
    {
        if (!IncludeState)
        {
            return;
        }

        if (!_wasRead)
        {
            // Read once, also after a failure: its error was written, and the pages are useful without it.
            _wasRead = true;
            _states = new ListPages<StatusPageIncident>(StatusPageIncidentRequests.List, StatusPageIncidentRequests.LargestPage).ReadAll(this) is { } incidents ? new ServiceStates(incidents) : null;
        }

        _states?.Fill(page);
    }
}
