using System.Management.Automation;

namespace Checkly.Commands;

/// <summary>Removes updates of a maintenance.</summary>
/// <remarks>
/// <para>Sends DELETE /v1/maintenance-windows/{id}/maintenances/{maintenanceId}/updates/{updateId}.</para>
/// </remarks>
/// <example>
/// <para>Take back what was just said, after being asked.</para>
/// <code>$window = New-ChecklyMaintenanceWindow 'Database upgrade' -Duration 01:00 -Tag database -SilenceAlerts
/// $update = Get-ChecklyMaintenance $window | New-ChecklyMaintenanceUpdate COMPLETED 'All is well.'
/// $update | Remove-ChecklyMaintenanceUpdate</code>
/// </example>
/// <example>
/// <para>Without being asked.</para>
/// <code>$window = New-ChecklyMaintenanceWindow 'Database upgrade' -Duration 01:00 -Tag database -SilenceAlerts
/// $update = Get-ChecklyMaintenance $window | New-ChecklyMaintenanceUpdate COMPLETED 'All is well.'
/// Remove-ChecklyMaintenanceUpdate $window $update.MaintenanceId $update -Confirm:$false</code>
/// </example>
/// <example>
/// <para>See what would be sent to remove everything that was said.</para>
/// <code>$window = New-ChecklyMaintenanceWindow 'Database upgrade' -Duration 01:00 -Tag database -SilenceAlerts
/// $null = Get-ChecklyMaintenance $window | New-ChecklyMaintenanceUpdate IN_PROGRESS 'The upgrade has begun.'
/// Get-ChecklyMaintenance $window | ForEach-Object Updates | Remove-ChecklyMaintenanceUpdate -WhatIf</code>
/// </example>
[Cmdlet(VerbsCommon.Remove, "ChecklyMaintenanceUpdate", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(void))]
public sealed class RemoveChecklyMaintenanceUpdateCommand : MaintenanceUpdateCommand
{
    /// <summary>The ids of the updates, GUIDs; or the updates themselves.</summary>
    [Parameter(Mandatory = true, HelpMessage = PromptText.Update, Position = 2, ValueFromPipelineByPropertyName = true)]
    [Alias("MaintenanceUpdateId")]
    [IdOf(typeof(MaintenanceUpdate), typeof(RemoveChecklyMaintenanceUpdateCommand))]
    [ValidateGuid]
    [ArgumentCompleter(typeof(IdCompleter<MaintenanceUpdate>))]
    public string[] Id { get; set; } = [];

    /// <inheritdoc cref="ChecklyThrottledCommand.ThrottleLimit"/>
    [Parameter]
    [ValidateRange(1, 100)]
    public int ThrottleLimit { get; set; } = 1;

    /// <inheritdoc/>
    internal override int MostAtOnce => ThrottleLimit;

    /// <summary>The object from the pipeline. Pipe it in; do not name this parameter.</summary>
    [Parameter(ValueFromPipeline = true, DontShow = true)]
    [Piped(typeof(RemoveChecklyMaintenanceUpdateCommand), typeof(MaintenanceUpdate))]
    public PSObject? InputObject { get; set; }

    /// <inheritdoc/>
    private protected override void Process(long window) => RemoveEach(Id, id => MaintenanceUpdateRequests.Delete(window, MaintenanceId, id));
}
