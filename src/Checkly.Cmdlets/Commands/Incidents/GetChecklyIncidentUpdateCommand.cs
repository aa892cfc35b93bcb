using System.Management.Automation;

namespace Checkly.Commands;

/// <summary>Returns the updates of incidents.</summary>
/// <remarks>
/// <para>The API has no list of updates: they are read with GET /v1/incidents/{id}, from the incident's whole history, and
/// come in its order, the newest first.</para>
/// </remarks>
/// <example>
/// <para>Everything that was said about an incident.</para>
/// <code>$incident = New-ChecklyIncident 'Checkout is slow' -DashboardId 1001 -Status INVESTIGATING -Description 'Looking.'
/// Get-ChecklyIncidentUpdate $incident</code>
/// </example>
/// <example>
/// <para>The first thing that was said.</para>
/// <code>$incident = New-ChecklyIncident 'Checkout is slow' -DashboardId 1001 -Status INVESTIGATING -Description 'Looking.'
/// (Get-ChecklyIncidentUpdate $incident)[-1]</code>
/// </example>
/// <example>
/// <para>Correct a typing error in the newest update.</para>
/// <code>$incident = New-ChecklyIncident 'Checkout is slow' -DashboardId 1001 -Status INVESTIGATING -Description 'Looking.'
/// @(Get-ChecklyIncidentUpdate $incident)[0] | Set-ChecklyIncidentUpdate -Description 'We have found the cause.'</code>
/// </example>
[Cmdlet(VerbsCommon.Get, "ChecklyIncidentUpdate")]
[OutputType(typeof(IncidentUpdate))]
public sealed class GetChecklyIncidentUpdateCommand : ChecklyThrottledCommand
{
    /// <summary>The ids of the incidents, GUIDs; or the incidents themselves.</summary>
    [Parameter(Mandatory = true, HelpMessage = PromptText.Incident, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [IdOf(typeof(Incident), typeof(GetChecklyIncidentUpdateCommand))]
    [ValidateGuid]
    [ArgumentCompleter(typeof(IdCompleter<Incident>))]
    public string[] IncidentId { get; set; } = [];

    /// <summary>The ids of the updates wanted, GUIDs, or the updates themselves; without it all.</summary>
    [Parameter(Position = 1)]
    [Alias("IncidentUpdateId")]
    [IdOf(typeof(IncidentUpdate), typeof(GetChecklyIncidentUpdateCommand))]
    [ValidateGuid]
    [ArgumentCompleter(typeof(IdCompleter<IncidentUpdate>))]
    public string[]? Id { get; set; }

    /// <summary>The object from the pipeline; an update stands for itself, and not for all updates of its incident. Do not name this parameter.</summary>
    [Parameter(ValueFromPipeline = true, DontShow = true)]
    [Piped(typeof(GetChecklyIncidentUpdateCommand), typeof(Incident), typeof(IncidentUpdate))]
    public PSObject? InputObject { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        string[]? ids = Id ?? (InputObject.IdOf<IncidentUpdate>() is { } piped ? [piped] : null);
        foreach (string incidentId in IncidentId)
        {
            SendEach(IncidentRequests.Get(incidentId), incidentId, incident => Write(incidentId, incident.IncidentUpdates, ids));
        }
    }

    private void Write(string incidentId, IncidentUpdate[] updates, string[]? ids)
    {
        if (ids is null)
        {
            WriteObject(updates, enumerateCollection: true);
            return;
        }

        foreach (string id in ids)
        {
            if (updates.FirstOrDefault(update => ApiId.Same(update.Id, id)) is { } update)
            {
                WriteObject(update);
            }
            else
            {
                WriteError(ErrorRecords.Missing($"Incident {incidentId} has no update {id}.", id, $"Get-ChecklyIncidentUpdate {incidentId}"));
            }
        }
    }
}
