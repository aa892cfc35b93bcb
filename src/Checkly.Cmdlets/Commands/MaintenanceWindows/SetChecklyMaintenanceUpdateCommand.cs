using System.Management.Automation;

namespace Checkly.Commands;

/// <summary>Changes the text or the status of an update of a maintenance.</summary>
/// <remarks>
/// <para>Sends PUT /v1/maintenance-windows/{id}/maintenances/{maintenanceId}/updates/{updateId}. The API wants a text with
/// every change: without -Description the maintenance is read first, and its text goes back as it is. Only ids bind from the
/// pipeline. Subscribers get no mail about a change.</para>
/// </remarks>
/// <example>
/// <para>Correct what was just said.</para>
/// <code>$window = New-ChecklyMaintenanceWindow 'Database upgrade' -Duration 01:00 -Tag database -SilenceAlerts
/// $update = Get-ChecklyMaintenance $window | New-ChecklyMaintenanceUpdate IN_PROGRESS 'The upgrade has begum.'
/// $update | Set-ChecklyMaintenanceUpdate -Description 'The upgrade has begun.'</code>
/// </example>
/// <example>
/// <para>Change the status, keep the text, and return the update.</para>
/// <code>$window = New-ChecklyMaintenanceWindow 'Database upgrade' -Duration 01:00 -Tag database -SilenceAlerts
/// $update = Get-ChecklyMaintenance $window | New-ChecklyMaintenanceUpdate IN_PROGRESS 'The upgrade is done.'
/// $update | Set-ChecklyMaintenanceUpdate -Status COMPLETED -PassThru</code>
/// </example>
/// <example>
/// <para>Add a word to everything that was said.</para>
/// <code>$window = New-ChecklyMaintenanceWindow 'Database upgrade' -Duration 01:00 -Tag database -SilenceAlerts
/// $null = Get-ChecklyMaintenance $window | New-ChecklyMaintenanceUpdate IN_PROGRESS 'The upgrade has begun.'
/// Get-ChecklyMaintenance $window | ForEach-Object Updates |
///     ForEach-Object { $_ | Set-ChecklyMaintenanceUpdate -Description "$($_.Description) (Europe only)" }</code>
/// </example>
[Cmdlet(VerbsCommon.Set, "ChecklyMaintenanceUpdate", SupportsShouldProcess = true)]
[OutputType(typeof(MaintenanceUpdate))]
public sealed class SetChecklyMaintenanceUpdateCommand : MaintenanceUpdateCommand
{
    /// <summary>The id of the update, a GUID; or the update itself.</summary>
    [Parameter(Mandatory = true, HelpMessage = PromptText.Update, Position = 2, ValueFromPipelineByPropertyName = true)]
    [Alias("MaintenanceUpdateId")]
    [IdOf(typeof(MaintenanceUpdate), typeof(SetChecklyMaintenanceUpdateCommand))]
    [ValidateGuid]
    [ArgumentCompleter(typeof(IdCompleter<MaintenanceUpdate>))]
    public string Id { get; set; } = string.Empty;

    /// <summary>The text that customers will read, in at most 2,000 characters; by default it stays as it is.</summary>
    [Parameter(Position = 3)]
    [ValidateNotBlank]
    [ValidateLength(1, 2000)]
    public string? Description { get; set; }

    /// <summary>The status of the update, in upper or lower case; by default it stays as it is.</summary>
    [Parameter]
    [ValidateSet("SCHEDULED", "IN_PROGRESS", "VERIFYING", "COMPLETED", "CANCELLED")]
    public string? Status { get; set; }

    /// <summary>Return the changed update.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <summary>The object from the pipeline. Pipe it in; do not name this parameter.</summary>
    [Parameter(ValueFromPipeline = true, DontShow = true)]
    [Piped(typeof(SetChecklyMaintenanceUpdateCommand), typeof(MaintenanceUpdate))]
    public PSObject? InputObject { get; set; }

    /// <inheritdoc/>
    private protected override void Process(long window)
    {
        if (Description is null && Status is null)
        {
            Refuse("There is nothing to change: give -Description, -Status or both.", Id);
        }
        else if (TryChange(window, out MaintenanceUpdate after) && PassThru)
        {
            WriteObject(after);
        }
    }

    private bool TryChange(long window, out MaintenanceUpdate after)
    {
        ApiRequest<Maintenance> read = MaintenanceRequests.Get(window, MaintenanceId);
        if (Description is null)
        {
            return TryChange(read, before => Current(before) is { } current ? MaintenanceUpdateRequests.Change(current, null, Status) : null, Id, out _, out after);
        }

        // Nothing is written back, but a change that does must not read before this one and write after it.
        after = default!;
        using IDisposable? alone = LockForChange(read, Id);
        var update = new MaintenanceUpdate { Id = Id, MaintenanceId = MaintenanceId, MaintenanceWindowId = window };
        return alone is not null && TrySend(MaintenanceUpdateRequests.Change(update, Description, Status), Id, out after);
    }

    /// <summary>
    /// The update as it is now: what is piped in may have been read before somebody else corrected it.
    /// </summary>
    private MaintenanceUpdate? Current(Maintenance maintenance)
    {
        MaintenanceUpdate? current = maintenance.Updates.FirstOrDefault(update => ApiId.Same(update.Id, Id));
        if (current?.Description is null)
        {
            WriteError(ErrorRecords.Missing($"Maintenance {MaintenanceId} has no update {Id} with a text.", Id, $"Get-ChecklyMaintenance {MaintenanceWindowId} {MaintenanceId}"));
            return null;
        }

        return current;
    }
}
