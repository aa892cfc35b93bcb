using System.Management.Automation;

namespace Checkly.Commands;

/// <summary>Moves a maintenance, which is one occurrence of a maintenance window; the other occurrences stay.</summary>
/// <remarks>
/// <para>Sends PATCH /v1/maintenance-windows/{id}/maintenances/{maintenanceId} with the times that you name. The maintenance
/// is read first, so that one that would end before it begins is refused. Only ids bind from the pipeline.</para>
/// <para>A time without an offset is in the window's time zone, for which the window is read with GET /v1/maintenance-windows/{id},
/// or in that of this machine where the window has none; a time without a date is today in that time zone. A time that a clock change
/// skips or repeats is refused.</para>
/// <para>-StartsAt alone leaves the end where it is, so that the maintenance gets longer or shorter; give both to move it.</para>
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
    private MaintenanceWindow? _window;

    /// <summary>The id of the maintenance, a GUID; or the maintenance itself.</summary>
    [Parameter(Mandatory = true, HelpMessage = PromptText.Maintenance, Position = 1, ValueFromPipelineByPropertyName = true)]
    [Alias("Id")]
    [IdOf(typeof(Maintenance), typeof(SetChecklyMaintenanceCommand))]
    [ValidateGuid]
    [ArgumentCompleter(typeof(IdCompleter<Maintenance>))]
    public string MaintenanceId { get; set; } = string.Empty;

    /// <summary>
    /// When it begins. Its end stays where it is: give -EndsAt too, to move the maintenance. A time without an offset is in
    /// the window's time zone, or in that of this machine where the window has none.
    /// </summary>
    [Parameter]
    [TimeArgument]
    public ClockTime? StartsAt { get; set; }

    /// <summary>
    /// When it ends. A time without an offset is in the window's time zone, or in that of this machine where the window has none.
    /// </summary>
    [Parameter]
    [TimeArgument]
    public ClockTime? EndsAt { get; set; }

    /// <summary>Return the maintenance as it is afterwards.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <summary>The object from the pipeline. Pipe it in; do not name this parameter.</summary>
    [Parameter(ValueFromPipeline = true, DontShow = true)]
    [Piped(typeof(SetChecklyMaintenanceCommand), typeof(Maintenance), typeof(MaintenanceUpdate))]
    public PSObject? InputObject { get; set; }

    /// <inheritdoc/>
    private protected override void Process(long window)
    {
        if (StartsAt is null && EndsAt is null)
        {
            Refuse("There is nothing to change: give -StartsAt or -EndsAt.", MaintenanceId);
            return;
        }

        DateTimeOffset now = DateTimeOffset.UtcNow;
        if (!TryReadTimeZone(window, out string? timeZone)
            || !this.TryFind(StartsAt, timeZone, now, MaintenanceId, out DateTimeOffset? start)
            || !this.TryFind(EndsAt, timeZone, now, MaintenanceId, out DateTimeOffset? end))
        {
            return;
        }

        if (MaintenanceTimes.Refusal(start, end) is { } refusal)
        {
            Refuse(refusal, MaintenanceId);
            return;
        }

        if (!TrySend(MaintenanceRequests.Get(window, MaintenanceId), MaintenanceId, out Maintenance before))
        {
            return;
        }

        if (MaintenanceTimes.Refusal(start ?? before.StartsAt, end ?? before.EndsAt, end is null ? ". Its end stays where it is unless you give -EndsAt" : "") is { } why)
        {
            Refuse(why, MaintenanceId);
            return;
        }

        // No warning when only the end moves into the past: that ends a running maintenance early.
        if (start is not null && MaintenanceTimes.Warning(start, end ?? before.EndsAt, false, null, now) is { } warning)
        {
            WriteWarning(warning);
        }

        if (TrySend(MaintenanceRequests.Change(window, MaintenanceId, start, end), MaintenanceId, out Maintenance after) && PassThru)
        {
            WriteObject(after);
        }
    }

    /// <summary>The time zone of the window, which is read where a time has no offset; each window once.</summary>
    private bool TryReadTimeZone(long window, out string? timeZone)
    {
        timeZone = null;
        if (StartsAt is { Offset: null } || EndsAt is { Offset: null })
        {
            if (_window?.Id != window && !TrySend(MaintenanceWindowRequests.Get(window), MaintenanceWindowId, out _window))
            {
                return false;
            }

            timeZone = _window!.Timezone;
        }

        return true;
    }
}
