using System.Management.Automation;

namespace Checkly.Commands;

/// <summary>Posts an update to a maintenance: what customers read about it on status pages.</summary>
/// <remarks>
/// <para>Sends POST /v1/maintenance-windows/{id}/maintenances/{maintenanceId}/updates, and returns the update that was made. It
/// appears on the status pages that show the window; see -StatusPageId of New-ChecklyMaintenanceWindow. Nobody gets a mail unless
/// -NotifySubscribers is given. It is posted once: when the answer is lost, the maintenance is read until the update is found in it.</para>
/// <para>Pipe the maintenance: it brings both ids. The status is then the first argument, and the text the second.</para>
/// </remarks>
/// <example>
/// <para>Say that it has begun.</para>
/// <code>$window = New-ChecklyMaintenanceWindow 'Database upgrade' -Duration 01:00 -StatusPageId sandbox -AffectAllServices
/// Get-ChecklyMaintenance $window | New-ChecklyMaintenanceUpdate IN_PROGRESS 'The upgrade has begun.'</code>
/// </example>
/// <example>
/// <para>Say that it is done, with a mail to subscribers.</para>
/// <code>$window = New-ChecklyMaintenanceWindow 'Database upgrade' -Duration 01:00 -StatusPageId sandbox -AffectAllServices
/// Get-ChecklyMaintenance $window | New-ChecklyMaintenanceUpdate COMPLETED 'All is well.' -NotifySubscribers</code>
/// </example>
/// <example>
/// <para>Name both ids, and see what would be sent.</para>
/// <code>$window = New-ChecklyMaintenanceWindow 'Database upgrade' -Duration 01:00 -StatusPageId sandbox -AffectAllServices
/// $maintenance = Get-ChecklyMaintenance $window
/// New-ChecklyMaintenanceUpdate -MaintenanceWindowId $window.Id -MaintenanceId $maintenance.Id -Status VERIFYING -Description 'We are looking.' -WhatIf</code>
/// </example>
[Cmdlet(VerbsCommon.New, "ChecklyMaintenanceUpdate", SupportsShouldProcess = true)]
[OutputType(typeof(MaintenanceUpdate))]
public sealed class NewChecklyMaintenanceUpdateCommand : ChecklySessionCommand
{
    private MaintenanceWindow? _window;
    private StatusPageReach? _reach;

    /// <summary>The id, a whole number, or the name of the window; or the window itself.</summary>
    [Parameter(Mandatory = true, HelpMessage = PromptText.Window, ValueFromPipelineByPropertyName = true)]
    [IdOf(typeof(MaintenanceWindow), typeof(NewChecklyMaintenanceUpdateCommand))]
    [ValidateSegment]
    [ArgumentCompleter(typeof(NameCompleter<MaintenanceWindow>))]
    public string MaintenanceWindowId { get; set; } = string.Empty;

    /// <summary>The id of the maintenance, a GUID; or the maintenance itself.</summary>
    [Parameter(Mandatory = true, HelpMessage = PromptText.Maintenance, ValueFromPipelineByPropertyName = true)]
    [Alias("Id")]
    [IdOf(typeof(Maintenance), typeof(NewChecklyMaintenanceUpdateCommand))]
    [ValidateGuid]
    [ArgumentCompleter(typeof(IdCompleter<Maintenance>))]
    public string MaintenanceId { get; set; } = string.Empty;

    /// <summary>The new status of the maintenance, in upper or lower case.</summary>
    [Parameter(Mandatory = true, HelpMessage = "SCHEDULED, IN_PROGRESS, VERIFYING, COMPLETED or CANCELLED.", Position = 0, ValueFromPipelineByPropertyName = true)]
    [StatusArgument]
    [ValidateSet("SCHEDULED", "IN_PROGRESS", "VERIFYING", "COMPLETED", "CANCELLED")]
    public string Status { get; set; } = string.Empty;

    /// <summary>What customers will read, in at most 2,000 characters.</summary>
    [Parameter(Mandatory = true, HelpMessage = PromptText.Description, Position = 1, ValueFromPipelineByPropertyName = true)]
    [ValidateNotBlank]
    [ValidateLength(1, 2000)]
    public string Description { get; set; } = string.Empty;

    /// <summary>Send subscribers of the status pages a mail.</summary>
    [Parameter]
    public SwitchParameter NotifySubscribers { get; set; }

    /// <summary>The object from the pipeline. Pipe it in; do not name this parameter.</summary>
    [Parameter(ValueFromPipeline = true, DontShow = true)]
    [Piped(typeof(NewChecklyMaintenanceUpdateCommand), typeof(Maintenance), typeof(MaintenanceUpdate))]
    public PSObject? InputObject { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if ((InputObject.Is<MaintenanceUpdate>() && !MayFollow("maintenance", MaintenanceId, nameof(Status), nameof(Description)))
            || NumberOf<MaintenanceWindow>(MaintenanceWindowId) is not { } window)
        {
            return;
        }

        bool? notify = Given(nameof(NotifySubscribers), NotifySubscribers);
        ApiRequest<MaintenanceUpdate> request = MaintenanceUpdateRequests.Create(window, MaintenanceId, Status, Description, notify);
        if (MayChange(request, MaintenanceId, what: IsShownFirst ? $"{request} ({Reach(window)})" : null) && TrySendAllowed(request, MaintenanceId, out MaintenanceUpdate update))
        {
            WriteObject(update);
        }
    }

    private string Reach(long id)
    {
        if (_window?.Id != id && !TrySend(MaintenanceWindowRequests.Get(id), id, out _window))
        {
            return "it is not known on how many status pages it appears";
        }

        string[] pages = [.. (_window!.StatusPageVisibility["statusPageIds"] as System.Collections.IEnumerable ?? Array.Empty<object>()).Cast<object>().Select(page => page.ToString())];
        bool isShown = _window.StatusPageVisibility["enabled"] is not false;
        _reach ??= new StatusPageReach(this);
        return _reach.Of(page => isShown && pages.Contains(page.Id, StringComparer.OrdinalIgnoreCase), NotifySubscribers);
    }
}
