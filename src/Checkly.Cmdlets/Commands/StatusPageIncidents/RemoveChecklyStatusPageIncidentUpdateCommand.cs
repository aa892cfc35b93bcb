using System.Management.Automation;

namespace Checkly.Commands;

/// <summary>Removes updates from the history of a status page incident.</summary>
/// <remarks>
/// <para>Sends DELETE /v1/status-pages/incidents/{incidentId}/incident-updates/{incidentUpdateId}. Mails that went out with
/// an update cannot be recalled. Without its latest update an incident has the status of the one before.</para>
/// </remarks>
/// <example>
/// <para>Take back the newest update, after being asked.</para>
/// <code>$incident = New-ChecklyStatusPageIncident 'Checkout is slow' -Service Website -Description 'Looking.'
/// $null = New-ChecklyStatusPageIncidentUpdate $incident IDENTIFIED 'A certificate has expired.'
/// @(Get-ChecklyStatusPageIncidentUpdate $incident)[0] | Remove-ChecklyStatusPageIncidentUpdate</code>
/// </example>
/// <example>
/// <para>Without being asked.</para>
/// <code>$incident = New-ChecklyStatusPageIncident 'Checkout is slow' -Service Website -Description 'Looking.'
/// $update = New-ChecklyStatusPageIncidentUpdate $incident IDENTIFIED 'Found.'
/// Remove-ChecklyStatusPageIncidentUpdate -IncidentId $incident.Id -Id $update.Id -Confirm:$false</code>
/// </example>
/// <example>
/// <para>See what would be sent.</para>
/// <code>$incident = New-ChecklyStatusPageIncident 'Checkout is slow' -Service Website -Description 'Looking.'
/// Get-ChecklyStatusPageIncidentUpdate $incident | Remove-ChecklyStatusPageIncidentUpdate -WhatIf</code>
/// </example>
[Cmdlet(VerbsCommon.Remove, "ChecklyStatusPageIncidentUpdate", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(void))]
public sealed class RemoveChecklyStatusPageIncidentUpdateCommand : StatusPageIncidentUpdateChangeCommand
{
    /// <inheritdoc cref="ChecklyThrottledCommand.ThrottleLimit"/>
    [Parameter]
    [ValidateRange(1, 100)]
    public int ThrottleLimit { get; set; } = 1;

    /// <inheritdoc/>
    internal override int MostAtOnce => ThrottleLimit;

    /// <summary>The object from the pipeline. Pipe it in; do not name this parameter.</summary>
    [Parameter(ValueFromPipeline = true, DontShow = true)]
    [Piped(typeof(RemoveChecklyStatusPageIncidentUpdateCommand), typeof(StatusPageIncidentUpdate))]
    public PSObject? InputObject { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord() => RemoveEach(Id, id => StatusPageIncidentUpdateRequests.Delete(IncidentId, id));
}
