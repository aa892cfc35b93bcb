using System.Management.Automation;

namespace Checkly.Commands;

/// <summary>Changes the text of an update.</summary>
/// <remarks>
/// <para>Sends PUT /v1/incidents/{incidentId}/updates/{id}. The API changes the description only. To say that an incident
/// has another status now, post a new update with New-ChecklyIncidentUpdate.</para>
/// </remarks>
/// <example>
/// <para>Correct the newest update.</para>
/// <code>$incident = New-ChecklyIncident 'Checkout is slow' -DashboardId 1001 -Status INVESTIGATING -Description 'Looking.'
/// @(Get-ChecklyIncidentUpdate $incident)[0] | Set-ChecklyIncidentUpdate -Description 'We have found the cause.'</code>
/// </example>
/// <example>
/// <para>Name both ids, and return the update.</para>
/// <code>$incident = New-ChecklyIncident 'Checkout is slow' -DashboardId 1001 -Status INVESTIGATING -Description 'Looking.'
/// $update = New-ChecklyIncidentUpdate $incident IDENTIFIED 'Found.'
/// Set-ChecklyIncidentUpdate -IncidentId $incident.Id -Id $update.Id -Description 'Payments fail in Europe.' -PassThru</code>
/// </example>
/// <example>
/// <para>Add a word to every update.</para>
/// <code>$incident = New-ChecklyIncident 'Checkout is slow' -DashboardId 1001 -Status INVESTIGATING -Description 'Looking.'
/// Get-ChecklyIncidentUpdate $incident | ForEach-Object { $_ | Set-ChecklyIncidentUpdate -Description "$($_.Description) (Europe only)" }</code>
/// </example>
[Cmdlet(VerbsCommon.Set, "ChecklyIncidentUpdate", SupportsShouldProcess = true)]
[OutputType(typeof(IncidentUpdate))]
public sealed class SetChecklyIncidentUpdateCommand : ChecklyThrottledCommand
{
    /// <summary>The incident's id, a GUID; or the incident itself.</summary>
    [Parameter(Mandatory = true, HelpMessage = PromptText.Incident, Position = 0, ValueFromPipelineByPropertyName = true)]
    [IdOf(typeof(Incident), typeof(SetChecklyIncidentUpdateCommand), Only = true)]
    [ValidateGuid]
    [ArgumentCompleter(typeof(IdCompleter<Incident>))]
    public string IncidentId { get; set; } = string.Empty;

    /// <summary>The update's id, a GUID; or the update itself.</summary>
    [Parameter(Mandatory = true, HelpMessage = PromptText.Update, Position = 1, ValueFromPipelineByPropertyName = true)]
    [Alias("IncidentUpdateId")]
    [IdOf(typeof(IncidentUpdate), typeof(SetChecklyIncidentUpdateCommand))]
    [ValidateGuid]
    [ArgumentCompleter(typeof(IdCompleter<IncidentUpdate>))]
    public string Id { get; set; } = string.Empty;

    /// <summary>What customers will read.</summary>
    [Parameter(Mandatory = true, HelpMessage = PromptText.Description, Position = 2, ValueFromPipelineByPropertyName = true)]
    [ValidateNotBlank]
    public string Description { get; set; } = string.Empty;

    /// <summary>Return the changed update.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <summary>The object from the pipeline. Pipe it in; do not name this parameter.</summary>
    [Parameter(ValueFromPipeline = true, DontShow = true)]
    [Piped(typeof(SetChecklyIncidentUpdateCommand), typeof(IncidentUpdate))]
    public PSObject? InputObject { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (!IsTyped(nameof(Description)) && InputObject.Is<IncidentUpdate>())
        {
            // It may have been read before somebody else corrected it.
            Refuse("An update was piped in without a new text: give -Description.", Id);
            return;
        }

        SendEach(IncidentUpdateRequests.Change(IncidentId, Id, Description), Id, PassThru ? WriteObject : static _ => { });
    }
}
