using System.Management.Automation;

namespace Checkly.Commands;

/// <summary>Returns the updates of maintenances.</summary>
/// <remarks>
/// <para>The API has no list of updates: they are read with their maintenance, GET
/// /v1/maintenance-windows/{id}/maintenances/{maintenanceId}, or with all maintenances of a window.</para>
/// </remarks>
/// <example>
/// <para>Everything that was said about a maintenance.</para>
/// <code>$window = New-ChecklyMaintenanceWindow 'Database upgrade' -Duration 01:00 -Tag database -SilenceAlerts
/// $null = Get-ChecklyMaintenance $window | New-ChecklyMaintenanceUpdate IN_PROGRESS 'The upgrade has begun.'
/// Get-ChecklyMaintenance $window | Get-ChecklyMaintenanceUpdate</code>
/// </example>
/// <example>
/// <para>Everything that was said about a window.</para>
/// <code>$window = New-ChecklyMaintenanceWindow 'Database upgrade' -Duration 01:00 -Tag database -SilenceAlerts
/// $null = Get-ChecklyMaintenance $window | New-ChecklyMaintenanceUpdate IN_PROGRESS 'The upgrade has begun.'
/// Get-ChecklyMaintenanceUpdate 'Database upgrade'</code>
/// </example>
/// <example>
/// <para>Correct what was said.</para>
/// <code>$window = New-ChecklyMaintenanceWindow 'Database upgrade' -Duration 01:00 -Tag database -SilenceAlerts
/// $null = Get-ChecklyMaintenance $window | New-ChecklyMaintenanceUpdate IN_PROGRESS 'The upgrade has begum.'
/// Get-ChecklyMaintenanceUpdate $window | Set-ChecklyMaintenanceUpdate -Description 'The upgrade has begun.'</code>
/// </example>
[Cmdlet(VerbsCommon.Get, "ChecklyMaintenanceUpdate")]
[OutputType(typeof(MaintenanceUpdate))]
public sealed class GetChecklyMaintenanceUpdateCommand : ChecklySessionCommand
{
    /// <summary>The id, a whole number, or the name of the window; or the window, its maintenance or an update itself.</summary>
    [Parameter(Mandatory = true, HelpMessage = PromptText.Window, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [IdOf(typeof(MaintenanceWindow), typeof(GetChecklyMaintenanceUpdateCommand))]
    [ValidateSegment]
    [ArgumentCompleter(typeof(NameCompleter<MaintenanceWindow>))]
    public string MaintenanceWindowId { get; set; } = string.Empty;

    /// <summary>The id of the maintenance, a GUID, or the maintenance itself; without it all maintenances of the window.</summary>
    [Parameter(Position = 1)]
    [IdOf(typeof(Maintenance), typeof(GetChecklyMaintenanceUpdateCommand))]
    [ValidateGuid]
    [ArgumentCompleter(typeof(IdCompleter<Maintenance>))]
    public string? MaintenanceId { get; set; }

    /// <summary>The ids of the updates wanted, GUIDs, or the updates themselves; without it all.</summary>
    [Parameter(Position = 2)]
    [Alias("MaintenanceUpdateId")]
    [IdOf(typeof(MaintenanceUpdate), typeof(GetChecklyMaintenanceUpdateCommand))]
    [ValidateGuid]
    [ArgumentCompleter(typeof(IdCompleter<MaintenanceUpdate>))]
    public string[]? Id { get; set; }

    /// <summary>The object from the pipeline; a maintenance or an update stands for itself, and not for its whole window. Do not name this parameter.</summary>
    [Parameter(ValueFromPipeline = true, DontShow = true)]
    [Piped(typeof(GetChecklyMaintenanceUpdateCommand), typeof(MaintenanceWindow), typeof(Maintenance), typeof(MaintenanceUpdate))]
    public PSObject? InputObject { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (NumberOf<MaintenanceWindow>(MaintenanceWindowId) is not { } window)
        {
            return;
        }

        string? update = InputObject.IdOf<MaintenanceUpdate>();
        string? maintenance = MaintenanceId ?? InputObject.IdOf<Maintenance>() ?? (update is null ? null : InputObject!.Properties["MaintenanceId"]?.Value?.ToString());
        string[]? ids = Id ?? (update is null ? null : [update]);
        List<MaintenanceUpdate> updates = [];
        if (maintenance is not null)
        {
            if (!TrySend(MaintenanceRequests.Get(window, maintenance), maintenance, out Maintenance one))
            {
                return;
            }

            updates.AddRange(one.Updates);
        }
        else
        {
            foreach (Page<Maintenance>? page in new ListPages<Maintenance>((limit, number) => MaintenanceRequests.List(window, limit, number), MaintenanceRequests.LargestPage).Read(this))
            {
                updates.AddRange(page?.Items.SelectMany(item => item.Updates) ?? []);
            }
        }

        WriteObject(ids is null ? updates : updates.Where(item => ids.Any(id => ApiId.Same(item.Id, id))), enumerateCollection: true);
        foreach (string id in (ids ?? []).Where(id => !updates.Any(item => ApiId.Same(item.Id, id))))
        {
            WriteError(ErrorRecords.Missing($"Maintenance window {window} has no update {id}.", id, $"Get-ChecklyMaintenanceUpdate {window}"));
        }
    }
}
