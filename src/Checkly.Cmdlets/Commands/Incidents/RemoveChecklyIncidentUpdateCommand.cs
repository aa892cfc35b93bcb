using System.Management.Automation;

namespace Checkly.Commands;

/// <summary>Removes updates from the history of an incident.</summary>
/// <remarks>
/// <para>Sends DELETE /v1/incidents/{incidentId}/updates/{id}.</para>
/// </remarks>
/// <example>
/// <para>Take back the newest update, after being asked.</para>
/// <code>$incident = New-ChecklyIncident 'Checkout is slow' -DashboardId 1001 -Status INVESTIGATING -Description 'Looking.'
/// $null = New-ChecklyIncidentUpdate $incident IDENTIFIED 'A certificate has expired.'
/// @(Get-ChecklyIncidentUpdate $incident)[0] | Remove-ChecklyIncidentUpdate</code>
/// </example>
/// <example>
/// <para>Without being asked.</para>
/// <code>$incident = New-ChecklyIncident 'Checkout is slow' -DashboardId 1001 -Status INVESTIGATING -Description 'Looking.'
/// $update = New-ChecklyIncidentUpdate $incident IDENTIFIED 'Found.'
/// Remove-ChecklyIncidentUpdate -IncidentId $incident.Id -Id $update.Id -Confirm:$false</code>
/// </example>
/// <example>
/// <para>See what would be sent.</para>
/// <code>$incident = New-ChecklyIncident 'Checkout is slow' -DashboardId 1001 -Status INVESTIGATING -Description 'Looking.'
/// Get-ChecklyIncidentUpdate $incident | Remove-ChecklyIncidentUpdate -WhatIf</code>
/// </example>
[Cmdlet(VerbsCommon.Remove, "ChecklyIncidentUpdate", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(void))]
public sealed class RemoveChecklyIncidentUpdateCommand : ChecklyThrottledCommand
{
    /// <summary>The incident's id, a GUID; or the incident itself.</summary>
    [Parameter(Mandatory = true, HelpMessage = PromptText.Incident, Position = 0, ValueFromPipelineByPropertyName = true)]
    [IdOf(typeof(Incident), typeof(RemoveChecklyIncidentUpdateCommand), Only = true)]
    [ValidateGuid]
    [ArgumentCompleter(typeof(IdCompleter<Incident>))]
    public string IncidentId { get; set; } = string.Empty;

    /// <summary>The ids of the updates, GUIDs; or the updates themselves.</summary>
    [Parameter(Mandatory = true, HelpMessage = PromptText.Update, Position = 1, ValueFromPipelineByPropertyName = true)]
    [Alias("IncidentUpdateId")]
    [IdOf(typeof(IncidentUpdate), typeof(RemoveChecklyIncidentUpdateCommand))]
    [ValidateGuid]
    [ArgumentCompleter(typeof(IdCompleter<IncidentUpdate>))]
    public string[] Id { get; set; } = [];

    /// <summary>The object from the pipeline. Pipe it in; do not name this parameter.</summary>
    [Parameter(ValueFromPipeline = true, DontShow = true)]
    [Piped(typeof(RemoveChecklyIncidentUpdateCommand), typeof(IncidentUpdate))]
    public PSObject? InputObject { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord() => RemoveEach(Id, id => IncidentUpdateRequests.Delete(IncidentId, id));
}
