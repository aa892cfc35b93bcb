using System.Management.Automation;

namespace Checkly.Commands;

/// <summary>Removes maintenances, which are single occurrences of a maintenance window; the other occurrences stay.</summary>
/// <remarks>
/// <para>Sends DELETE /v1/maintenance-windows/{id}/maintenances/{maintenanceId}.</para>
/// </remarks>
/// <example>
/// <para>Leave the next one out, after being asked.</para>
/// <code>$window = New-ChecklyMaintenanceWindow 'Backup' -Duration 01:00 -RepeatUnit WEEK -Tag database -SilenceAlerts
/// Get-ChecklyMaintenance $window -First 1 | Remove-ChecklyMaintenance</code>
/// </example>
/// <example>
/// <para>Without being asked.</para>
/// <code>$window = New-ChecklyMaintenanceWindow 'Backup' -Duration 01:00 -RepeatUnit WEEK -Tag database -SilenceAlerts
/// $first = Get-ChecklyMaintenance $window -First 1
/// Remove-ChecklyMaintenance $window $first -Confirm:$false</code>
/// </example>
/// <example>
/// <para>See what would be sent for those in December.</para>
/// <code>$window = New-ChecklyMaintenanceWindow 'Backup' -Duration 01:00 -RepeatUnit WEEK -Tag database -SilenceAlerts
/// Get-ChecklyMaintenance $window | Where-Object { $_.StartsAt.Month -eq 12 } | Remove-ChecklyMaintenance -WhatIf</code>
/// </example>
[Cmdlet(VerbsCommon.Remove, "ChecklyMaintenance", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(void))]
public sealed class RemoveChecklyMaintenanceCommand : MaintenanceCommand
{
    /// <summary>The ids of the maintenances, GUIDs; or the maintenances themselves.</summary>
    [Parameter(Mandatory = true, HelpMessage = PromptText.Maintenance, Position = 1, ValueFromPipelineByPropertyName = true)]
    [Alias("Id")]
    [IdOf(typeof(Maintenance), typeof(RemoveChecklyMaintenanceCommand), Only = true)]
    [ValidateGuid]
    [ArgumentCompleter(typeof(IdCompleter<Maintenance>))]
    public string[] MaintenanceId { get; set; } = [];

    /// <inheritdoc cref="ChecklyThrottledCommand.ThrottleLimit"/>
    [Parameter]
    [ValidateRange(1, 100)]
    public int ThrottleLimit { get; set; } = 1;

    /// <inheritdoc/>
    internal override int MostAtOnce => ThrottleLimit;

    /// <summary>The object from the pipeline. Pipe it in; do not name this parameter.</summary>
    [Parameter(ValueFromPipeline = true, DontShow = true)]
    [Piped(typeof(RemoveChecklyMaintenanceCommand), typeof(Maintenance), Only = true)]
    public PSObject? InputObject { get; set; }

    /// <inheritdoc/>
    private protected override void Process(long window) => RemoveEach(MaintenanceId, id => MaintenanceRequests.Delete(window, id));
}
