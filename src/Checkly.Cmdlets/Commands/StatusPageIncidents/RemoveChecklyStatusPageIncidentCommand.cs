using System.Management.Automation;

namespace Checkly.Commands;

/// <summary>Removes status page incidents with all their updates.</summary>
/// <remarks>
/// <para>Sends DELETE /v1/status-pages/incidents/{incidentId}. To end an incident and keep its history, use
/// Resolve-ChecklyStatusPageIncident.</para>
/// </remarks>
/// <example>
/// <para>Remove an incident, after being asked.</para>
/// <code>$incident = New-ChecklyStatusPageIncident 'Drill' -Service Website -Description 'Looking.'
/// Remove-ChecklyStatusPageIncident $incident</code>
/// </example>
/// <example>
/// <para>Remove it without being asked.</para>
/// <code>$incident = New-ChecklyStatusPageIncident 'Drill' -Service Website -Description 'Looking.'
/// $incident | Remove-ChecklyStatusPageIncident -Confirm:$false</code>
/// </example>
/// <example>
/// <para>See what would be sent.</para>
/// <code>Get-ChecklyStatusPageIncident -Status Resolved | Remove-ChecklyStatusPageIncident -WhatIf</code>
/// </example>
[Cmdlet(VerbsCommon.Remove, "ChecklyStatusPageIncident", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(void))]
public sealed class RemoveChecklyStatusPageIncidentCommand : ChecklyThrottledCommand
{
    /// <summary>The ids of the incidents, GUIDs; or the incidents themselves.</summary>
    [Parameter(Mandatory = true, HelpMessage = PromptText.Incident, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("IncidentId")]
    [IdOf(typeof(StatusPageIncident), typeof(RemoveChecklyStatusPageIncidentCommand), Only = true)]
    [ValidateGuid(Finder = "Get-ChecklyStatusPageIncident -Name")]
    [ArgumentCompleter(typeof(IdCompleter<StatusPageIncident>))]
    public string[] Id { get; set; } = [];

    /// <inheritdoc/>
    protected override void ProcessRecord() => RemoveEach(Id, StatusPageIncidentRequests.Delete);
}
