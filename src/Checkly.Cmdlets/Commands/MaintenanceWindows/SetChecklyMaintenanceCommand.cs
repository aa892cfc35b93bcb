using System.Management.Automation;

namespace Checkly.Commands;

/// <summary>Moves a maintenance, which is one of the times of a window; the others stay.</summary>
/// <remarks>
/// <para>Sends PATCH /v1/maintenance-windows/{id}/maintenances/{maintenanceId} with the times that you name. The maintenance
/// is read first, so that one that would end before it begins is refused. Only ids bind from the pipeline.</para>
/// </remarks>
/// <example>
/// <para>Let the first one begin a day later.</para>
/// <code>$window = New-ChecklyMaintenanceWindow 'Backup' -Duration 01:00 -RepeatUnit WEEK -Tag database -SilenceAlerts
/// $first = Get-ChecklyMaintenance $window -First 1
/// $first | Set-ChecklyMaintenance -StartsAt $first.StartsAt.AddDays(1) -EndsAt $first.EndsAt.AddDays(1)</code>
/// </example>
/// <example>
/// <para>Let one last longer, and return it.</para>
/// <code>$window = New-ChecklyMaintenanceWindow 'Backup' -Duration 01:00 -RepeatUnit WEEK -Tag database -SilenceAlerts
/// $first = Get-ChecklyMaintenance $window -First 1
/// Set-ChecklyMaintenance $window $first -EndsAt $first.EndsAt.AddHours(2) -PassThru</code>
/// </example>
/// <example>
/// <para>See what would be sent.</para>
/// <code>$window = New-ChecklyMaintenanceWindow 'Backup' -Duration 01:00 -RepeatUnit WEEK -Tag database -SilenceAlerts
/// Get-ChecklyMaintenance $window -First 1 | Set-ChecklyMaintenance -StartsAt ([datetime]::Now.AddMinutes(5)) -WhatIf</code>
/// </example>
[Cmdlet(VerbsCommon.Set, "ChecklyMaintenance", SupportsShouldProcess = true)]
[OutputType(typeof(Maintenance))]
public sealed class SetChecklyMaintenanceCommand : MaintenanceCommand
{
    /// <summary>The id of the maintenance, a GUID; or the maintenance itself.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipelineByPropertyName = true)]
    [Alias("Id")]
    [IdOf(typeof(Maintenance), typeof(SetChecklyMaintenanceCommand))]
    [ValidateGuid]
    [ArgumentCompleter(typeof(MaintenanceIdCompleter))]
    public string MaintenanceId { get; set; } = string.Empty;

    /// <summary>When it begins; its end stays where it is. Times without an offset are local.</summary>
    [Parameter]
    [TimeArgument]
    public ClockTime? StartsAt { get; set; }

    /// <summary>When it ends. Times without an offset are local.</summary>
    [Parameter]
    [TimeArgument]
    public ClockTime? EndsAt { get; set; }

    /// <summary>Return the maintenance as it is then.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <summary>Gets what is piped in, as it is. Not for use by name.</summary>
    [Parameter(ValueFromPipeline = true, DontShow = true)]
    [Piped(typeof(SetChecklyMaintenanceCommand), typeof(Maintenance), typeof(MaintenanceUpdate))]
    public PSObject? InputObject { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        DateTimeOffset? start = StartsAt?.In(TimeZoneInfo.Local);
        DateTimeOffset? end = EndsAt?.In(TimeZoneInfo.Local);
        if ((start is null && end is null ? "There is nothing to change: give -StartsAt or -EndsAt." : MaintenanceTimes.Refusal(start, end)) is { } refusal)
        {
            Refuse(refusal, MaintenanceId);
            return;
        }

        if (!TrySend(MaintenanceRequests.Get(MaintenanceWindowId, MaintenanceId), MaintenanceId, out Maintenance before))
        {
            return;
        }

        if (MaintenanceTimes.Refusal(start ?? before.StartsAt, end ?? before.EndsAt) is { } why)
        {
            Refuse(why, MaintenanceId);
        }
        else if (TrySend(MaintenanceRequests.Change(MaintenanceWindowId, MaintenanceId, start, end), MaintenanceId, out Maintenance after) && PassThru)
        {
            WriteObject(after);
        }
    }
}
