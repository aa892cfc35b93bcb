using System.Management.Automation;

namespace Checkly.Commands;

/// <summary>Removes incidents with all their updates.</summary>
/// <remarks>
/// <para>Sends DELETE /v1/incidents/{id}. To end an incident and keep its history, post a RESOLVED update with
/// New-ChecklyIncidentUpdate.</para>
/// </remarks>
/// <example>
/// <para>Remove an incident, after being asked.</para>
/// <code>$incident = New-ChecklyIncident 'Checkout is slow' -DashboardId 1001 -Status INVESTIGATING -Description 'Looking.'
/// Remove-ChecklyIncident $incident</code>
/// </example>
/// <example>
/// <para>Remove it without being asked.</para>
/// <code>$incident = New-ChecklyIncident 'Checkout is slow' -DashboardId 1001 -Status INVESTIGATING -Description 'Looking.'
/// $incident | Remove-ChecklyIncident -Confirm:$false</code>
/// </example>
/// <example>
/// <para>See what would be sent.</para>
/// <code>$incident = New-ChecklyIncident 'Checkout is slow' -DashboardId 1001 -Status INVESTIGATING -Description 'Looking.'
/// Get-ChecklyIncident $incident.Id | Remove-ChecklyIncident -WhatIf</code>
/// </example>
[Cmdlet(VerbsCommon.Remove, "ChecklyIncident", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(void))]
public sealed class RemoveChecklyIncidentCommand : ChecklyThrottledCommand
{
    /// <summary>The ids of the incidents, GUIDs; or the incidents themselves.</summary>
    [Parameter(Mandatory = true, HelpMessage = PromptText.Incident, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("IncidentId")]
    [IdOf(typeof(Incident), typeof(RemoveChecklyIncidentCommand), Only = true)]
    [ValidateGuid]
    [ArgumentCompleter(typeof(IdCompleter<Incident>))]
    public string[] Id { get; set; } = [];

    /// <inheritdoc/>
    protected override void ProcessRecord() => RemoveEach(Id, IncidentRequests.Delete);
}
