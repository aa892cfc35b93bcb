using System.Management.Automation;

namespace Checkly.Commands;

/// <summary>Returns the maintenances of windows, which are their occurrences, with their updates.</summary>
/// <remarks>
/// <para>Lists them with GET /v1/maintenance-windows/{id}/maintenances, in pages of at most 50; -First and -Skip count those
/// of each window. With -MaintenanceId, and for a maintenance or an update that is piped in, it sends
/// GET /v1/maintenance-windows/{id}/maintenances/{maintenanceId}.</para>
/// <para>What is said about a maintenance is in its Updates.</para>
/// </remarks>
/// <example>
/// <para>When a window takes place.</para>
/// <code>$window = New-ChecklyMaintenanceWindow 'Backup' -Duration 01:00 -RepeatUnit WEEK -Tag database -SilenceAlerts
/// Get-ChecklyMaintenance $window -First 5</code>
/// </example>
/// <example>
/// <para>Post an update to the first of them, and see what was said.</para>
/// <code>$window = New-ChecklyMaintenanceWindow 'Backup' -Duration 01:00 -Tag database -SilenceAlerts
/// $null = Get-ChecklyMaintenance $window | New-ChecklyMaintenanceUpdate IN_PROGRESS 'The backup has begun.'
/// (Get-ChecklyMaintenance $window).Updates</code>
/// </example>
/// <example>
/// <para>Correct a typing error in all of what was said.</para>
/// <code>$window = New-ChecklyMaintenanceWindow 'Backup' -Duration 01:00 -Tag database -SilenceAlerts
/// $null = Get-ChecklyMaintenance $window | New-ChecklyMaintenanceUpdate IN_PROGRESS 'The bakcup has begun.'
/// Get-ChecklyMaintenance $window | ForEach-Object Updates |
///     ForEach-Object { $_ | Set-ChecklyMaintenanceUpdate -Description ($_.Description -replace 'bakcup', 'backup') }</code>
/// </example>
[Cmdlet(VerbsCommon.Get, "ChecklyMaintenance", SupportsPaging = true)]
[OutputType(typeof(Maintenance))]
public sealed class GetChecklyMaintenanceCommand : ChecklyListCommand
{
    /// <summary>The ids, whole numbers, or the names of the windows; or the windows, their maintenances or updates themselves.</summary>
    [Parameter(Mandatory = true, HelpMessage = PromptText.Window, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [IdOf(typeof(MaintenanceWindow), typeof(GetChecklyMaintenanceCommand))]
    [ValidateSegment]
    [ArgumentCompleter(typeof(NameCompleter<MaintenanceWindow>))]
    public string[] MaintenanceWindowId { get; set; } = [];

    /// <summary>The ids of the maintenances wanted, GUIDs, or the maintenances themselves; without it all of the window.</summary>
    [Parameter(Position = 1)]
    [Alias("Id")]
    [IdOf(typeof(Maintenance), typeof(GetChecklyMaintenanceCommand))]
    [ValidateGuid]
    [ArgumentCompleter(typeof(IdCompleter<Maintenance>))]
    public string[]? MaintenanceId { get; set; }

    /// <summary>The object from the pipeline. Pipe it in; do not name this parameter.</summary>
    [Parameter(ValueFromPipeline = true, DontShow = true)]
    [Piped(typeof(GetChecklyMaintenanceCommand), typeof(MaintenanceWindow), typeof(Maintenance), typeof(MaintenanceUpdate))]
    public PSObject? InputObject { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        string[]? ids = MaintenanceId ?? (PipedId() is { } piped ? [piped] : null);
        if (ids is not null && RefusesRange())
        {
            return;
        }

        foreach (long window in Numbers<MaintenanceWindow>(MaintenanceWindowId))
        {
            if (ids is null)
            {
                WriteList((limit, page) => MaintenanceRequests.List(window, limit, page), MaintenanceRequests.LargestPage, window);
                continue;
            }

            WriteEach(ids, id => MaintenanceRequests.Get(window, id));
        }
    }

    /// <summary>The id of the maintenance that was piped in, itself or by one of its updates; not where a window was.</summary>
    private string? PipedId() => InputObject?.Properties["MaintenanceWindowId"] is null ? null
        : (InputObject.Properties["MaintenanceId"] ?? InputObject.Properties["Id"])?.Value?.ToString();
}
