using System.Management.Automation;

namespace Checkly.Commands;

/// <summary>Returns the account's maintenance windows, or some of them.</summary>
/// <remarks>
/// <para>Without an id it lists all of them with GET /v1/maintenance-windows, page by page; -First and -Skip request as
/// few pages as possible. With ids it sends GET /v1/maintenance-windows/{id} for each.</para>
/// <para>A window that repeats has many occurrences: Get-ChecklyMaintenance lists them.</para>
/// </remarks>
/// <example>
/// <para>All windows that deploy something.</para>
/// <code>$null = New-ChecklyMaintenanceWindow 'Deploy 4711' -Duration 00:30 -Tag web -SilenceAlerts
/// Get-ChecklyMaintenanceWindow -Name 'Deploy*'</code>
/// </example>
/// <example>
/// <para>Those that repeat.</para>
/// <code>Get-ChecklyMaintenanceWindow | Where-Object RepeatUnit</code>
/// </example>
/// <example>
/// <para>Read one again.</para>
/// <code>$window = New-ChecklyMaintenanceWindow 'Deploy 4711' -Duration 00:30 -Tag web -SilenceAlerts
/// Get-ChecklyMaintenanceWindow $window.Id</code>
/// </example>
[Cmdlet(VerbsCommon.Get, "ChecklyMaintenanceWindow", DefaultParameterSetName = ListSet, SupportsPaging = true)]
[OutputType(typeof(MaintenanceWindow))]
public sealed class GetChecklyMaintenanceWindowCommand : ChecklyListCommand
{
    private const string ListSet = "List";
    private const string IdSet = "Id";

    /// <summary>The ids, whole numbers, or the names of the windows; or the windows, their maintenances or updates themselves.</summary>
    [Parameter(ParameterSetName = IdSet, Mandatory = true, HelpMessage = PromptText.Window, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("MaintenanceWindowId")]
    [IdOf(typeof(MaintenanceWindow), typeof(GetChecklyMaintenanceWindowCommand))]
    [ValidateSegment]
    [ArgumentCompleter(typeof(NameCompleter<MaintenanceWindow>))]
    public string[] Id { get; set; } = [];

    /// <summary>The names of the windows wanted; wildcards are permitted. The API has no such filter, so the whole list is read.</summary>
    [Parameter(ParameterSetName = ListSet)]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(NameCompleter<MaintenanceWindow>))]
    public string[]? Name { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (ParameterSetName == ListSet)
        {
            WriteNamed<MaintenanceWindow>(
                Name,
                window => window.Name,
                "No maintenance window is called",
                wanted => WriteList(MaintenanceWindowRequests.List, MaintenanceWindowRequests.LargestPage, wanted: wanted));
        }
        else if (!RefusesRange())
        {
            WriteEach(Numbers<MaintenanceWindow>(Id), MaintenanceWindowRequests.Get);
        }
    }
}
