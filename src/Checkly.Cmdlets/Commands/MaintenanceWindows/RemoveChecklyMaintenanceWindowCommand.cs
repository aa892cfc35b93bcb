using System.Management.Automation;

namespace Checkly.Commands;

/// <summary>Removes maintenance windows, with all their maintenances and updates.</summary>
/// <remarks>
/// <para>Sends DELETE /v1/maintenance-windows/{id}.</para>
/// <para>To end a window that is running, and keep it for the record, use Set-ChecklyMaintenanceWindow -EndNow. To remove
/// one of its occurrences, use Remove-ChecklyMaintenance.</para>
/// </remarks>
/// <example>
/// <para>Remove a window, after being asked.</para>
/// <code>$window = New-ChecklyMaintenanceWindow 'Deploy 4711' -StartsAt ([datetime]::Now.AddDays(1)) -Duration 00:30 -Tag web -SilenceAlerts
/// $window | Remove-ChecklyMaintenanceWindow</code>
/// </example>
/// <example>
/// <para>Without being asked.</para>
/// <code>$window = New-ChecklyMaintenanceWindow 'Deploy 4711' -Duration 00:30 -Tag web -SilenceAlerts
/// Remove-ChecklyMaintenanceWindow $window.Id -Confirm:$false</code>
/// </example>
/// <example>
/// <para>See what would be sent to remove what is long over.</para>
/// <code>Get-ChecklyMaintenanceWindow | Where-Object { -not $_.RepeatUnit -and $_.EndsAt -lt [datetime]::Now.AddDays(-90) } | Remove-ChecklyMaintenanceWindow -WhatIf</code>
/// </example>
[Cmdlet(VerbsCommon.Remove, "ChecklyMaintenanceWindow", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(void))]
public sealed class RemoveChecklyMaintenanceWindowCommand : ChecklyThrottledCommand
{
    /// <summary>The ids, whole numbers, or the names of the windows; or the windows themselves.</summary>
    [Parameter(Mandatory = true, HelpMessage = PromptText.Window, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("MaintenanceWindowId")]
    [IdOf(typeof(MaintenanceWindow), typeof(RemoveChecklyMaintenanceWindowCommand), Only = true)]
    [ValidateSegment]
    [ArgumentCompleter(typeof(NameCompleter<MaintenanceWindow>))]
    public string[] Id { get; set; } = [];

    /// <inheritdoc/>
    protected override void ProcessRecord() => RemoveEach(Numbers<MaintenanceWindow>(Id), MaintenanceWindowRequests.Delete);
}
