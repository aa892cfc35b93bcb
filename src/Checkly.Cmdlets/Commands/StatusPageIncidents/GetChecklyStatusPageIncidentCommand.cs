using System.Management.Automation;

namespace Checkly.Commands;

/// <summary>Returns the account's status page incidents, or some of them, with their whole history.</summary>
/// <remarks>
/// <para>Without an id it lists them with GET /v1/status-pages/incidents, the newest first, page by page through all pages:
/// open and resolved ones unless -Status says otherwise. The API cannot filter, so -Status, -Name and -StatusPageId read as many
/// pages as it takes; -First ends that as soon as it has enough. With ids it sends GET /v1/status-pages/incidents/{id} for
/// each.</para>
/// <para>An incident is open as long as its latest update is not RESOLVED.</para>
/// </remarks>
/// <example>
/// <para>What is going on now.</para>
/// <code>$null = New-ChecklyStatusPageIncident 'Checkout is slow' -Service Website -Description 'Looking.'
/// Get-ChecklyStatusPageIncident -Status Open</code>
/// </example>
/// <example>
/// <para>The ten newest of a status page.</para>
/// <code>Get-ChecklyStatusPage | Get-ChecklyStatusPageIncident -First 10</code>
/// </example>
/// <example>
/// <para>Show an incident as a timeline.</para>
/// <code>$incident = New-ChecklyStatusPageIncident 'Checkout is slow' -Service Website -Description 'Looking.'
/// Get-ChecklyStatusPageIncident $incident | Format-Custom</code>
/// </example>
[Cmdlet(VerbsCommon.Get, "ChecklyStatusPageIncident", DefaultParameterSetName = ListSet, SupportsPaging = true)]
[OutputType(typeof(StatusPageIncident))]
public sealed class GetChecklyStatusPageIncidentCommand : ChecklyListCommand
{
    private const string ListSet = "List";
    private const string IdSet = "Id";
    private HashSet<string>? _shown;
    private bool _isList;

    /// <summary>The ids of the incidents, GUIDs; or the incidents or updates themselves.</summary>
    [Parameter(ParameterSetName = IdSet, Mandatory = true, HelpMessage = PromptText.Incident, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("IncidentId")]
    [IdOf(typeof(StatusPageIncident), typeof(GetChecklyStatusPageIncidentCommand))]
    [ValidateGuid(Finder = "Get-ChecklyStatusPageIncident -Name")]
    [ArgumentCompleter(typeof(IdCompleter<StatusPageIncident>))]
    public string[] Id { get; set; } = [];

    /// <summary>Which incidents to list, in upper or lower case: those that are open, those that are resolved, or all.</summary>
    [Parameter(ParameterSetName = ListSet)]
    [ValidateSet("OPEN", "RESOLVED", "ALL")]
    public string Status { get; set => field = value.ToUpperInvariant(); } = "ALL";

    /// <summary>The names of the incidents wanted; wildcards are permitted.</summary>
    [Parameter(ParameterSetName = ListSet)]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(NameCompleter<StatusPageIncident>))]
    public string[]? Name { get; set; }

    /// <summary>
    /// The ids, GUIDs, the names or the addresses of status pages, or the pages themselves: lists the incidents that affect a
    /// service that one of them shows now. Status pages can be piped in too.
    /// </summary>
    [Parameter(ParameterSetName = ListSet, ValueFromPipelineByPropertyName = true)]
    [IdOf(typeof(StatusPage), typeof(GetChecklyStatusPageIncidentCommand))]
    [ValidateSegment]
    [ArgumentCompleter(typeof(NameCompleter<StatusPage>))]
    public string[]? StatusPageId { get; set; }

    /// <summary>The object from the pipeline. Pipe it in; do not name this parameter.</summary>
    [Parameter(ValueFromPipeline = true, DontShow = true)]
    [Piped(typeof(GetChecklyStatusPageIncidentCommand), typeof(StatusPage), typeof(StatusPageIncident), typeof(StatusPageIncidentUpdate))]
    public PSObject? InputObject { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (InputObject.IsOrWas<StatusPage>())
        {
            AddShown(InputObject.IdOf<StatusPage>() ?? string.Empty);
        }
        else if (ParameterSetName == ListSet)
        {
            Array.ForEach(StatusPageId ?? [], AddShown);
            _isList |= StatusPageId is null;
        }
        else if (!RefusesRange())
        {
            // An update that is piped in brings two ids, and its own comes first where ids bind by their names.
            WriteEach(InputObject?.Properties["IncidentId"]?.Value?.ToString() is { } incidentId ? [incidentId] : Id, StatusPageIncidentRequests.Get);
        }
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        base.EndProcessing();
        if (!_isList && _shown is null)
        {
            return;
        }

        // Once for all status pages, so that an incident that several of them show comes once.
        var names = new NameFilter(Name);
        bool IsWanted(StatusPageIncident incident) =>
            (Status == "ALL" || incident.IsResolved() == (Status == "RESOLVED"))
            && (_shown is null || _shown.Overlaps(incident.Services.Ids()))
            && names.Wants(incident.Name);
        bool isAll = Status == "ALL" && _shown is null && Name is null;
        if (WriteCursorList(StatusPageIncidentRequests.List, StatusPageIncidentRequests.LargestPage, isAll ? null : IsWanted))
        {
            WriteMissing(names, "No such incident is called", "Get-ChecklyStatusPageIncident");
        }
    }

    private void AddShown(string statusPage)
    {
        if (IdOf<StatusPage>(statusPage) is { } id && TrySend(StatusPageRequests.Get(id), statusPage, out StatusPage page))
        {
            (_shown ??= new(StringComparer.OrdinalIgnoreCase)).UnionWith(page.ShownServices().Ids());
        }
    }
}
