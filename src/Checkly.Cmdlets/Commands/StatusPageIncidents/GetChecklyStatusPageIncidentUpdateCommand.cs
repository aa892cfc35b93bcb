using System.Management.Automation;

namespace Checkly.Commands;

/// <summary>Returns the updates of status page incidents.</summary>
/// <remarks>
/// <para>Without -Id it returns an incident's whole history, the newest first by the date that customers see. It is read
/// with GET /v1/status-pages/incidents/{incidentId}, since the API's own list of updates ends after 100. With -Id it sends
/// GET /v1/status-pages/incidents/{incidentId}/incident-updates/{incidentUpdateId} for each.</para>
/// </remarks>
/// <example>
/// <para>Everything that was said about an incident.</para>
/// <code>$incident = New-ChecklyStatusPageIncident 'Checkout is slow' -Service Website -Description 'Looking.'
/// Get-ChecklyStatusPageIncidentUpdate $incident</code>
/// </example>
/// <example>
/// <para>The latest word on everything that is open.</para>
/// <code>$null = New-ChecklyStatusPageIncident 'Checkout is slow' -Service Website -Description 'Looking.'
/// Get-ChecklyStatusPageIncident -Status Open | ForEach-Object { @(Get-ChecklyStatusPageIncidentUpdate $_)[0] }</code>
/// </example>
/// <example>
/// <para>Correct a typing error in the newest update.</para>
/// <code>$incident = New-ChecklyStatusPageIncident 'Checkout is slow' -Service Website -Description 'Lokking.'
/// @(Get-ChecklyStatusPageIncidentUpdate $incident)[0] | Set-ChecklyStatusPageIncidentUpdate -Description 'Looking.'</code>
/// </example>
[Cmdlet(VerbsCommon.Get, "ChecklyStatusPageIncidentUpdate")]
[OutputType(typeof(StatusPageIncidentUpdate))]
public sealed class GetChecklyStatusPageIncidentUpdateCommand : ChecklyThrottledCommand
{
    /// <summary>The ids of the incidents, GUIDs; or the incidents themselves.</summary>
    [Parameter(Mandatory = true, HelpMessage = PromptText.Incident, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [IdOf(typeof(StatusPageIncident), typeof(GetChecklyStatusPageIncidentUpdateCommand))]
    [ValidateGuid(Finder = "Get-ChecklyStatusPageIncident -Name")]
    [ArgumentCompleter(typeof(IdCompleter<StatusPageIncident>))]
    public string[] IncidentId { get; set; } = [];

    /// <summary>The ids of the updates wanted, GUIDs, or the updates themselves; without it all.</summary>
    [Parameter(Position = 1)]
    [Alias("IncidentUpdateId")]
    [IdOf(typeof(StatusPageIncidentUpdate), typeof(GetChecklyStatusPageIncidentUpdateCommand))]
    [ValidateGuid]
    [ArgumentCompleter(typeof(IdCompleter<StatusPageIncidentUpdate>))]
    public string[]? Id { get; set; }

    /// <summary>
    /// Return only the newest updates, 100 at most, with GET /v1/status-pages/incidents/{incidentId}/incident-updates: faster for an
    /// incident with a long history.
    /// </summary>
    [Parameter]
    public SwitchParameter Latest { get; set; }

    /// <summary>The object from the pipeline; an update stands for itself, and not for all updates of its incident. Do not name this parameter.</summary>
    [Parameter(ValueFromPipeline = true, DontShow = true)]
    [Piped(typeof(GetChecklyStatusPageIncidentUpdateCommand), typeof(StatusPageIncident), typeof(StatusPageIncidentUpdate))]
    public PSObject? InputObject { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        string[]? ids = Id ?? (InputObject.IdOf<StatusPageIncidentUpdate>() is { } piped ? [piped] : null);
        foreach (string incidentId in IncidentId)
        {
            if (ids is not null)
            {
                WriteEach(ids, id => StatusPageIncidentUpdateRequests.Get(incidentId, id));
            }
            else if (Latest)
            {
                SendEach(StatusPageIncidentUpdateRequests.List(incidentId), incidentId, Write);
            }
            else
            {
                SendEach(StatusPageIncidentRequests.Get(incidentId), incidentId, incident => Write(incident.IncidentUpdates));
            }
        }
    }

    private void Write(IEnumerable<StatusPageIncidentUpdate> updates) => WriteObject(
        updates.OrderByDescending(update => update.PublicIncidentUpdateDate ?? update.CreatedAt ?? DateTimeOffset.MinValue),
        enumerateCollection: true);
}
