using System.Management.Automation;

namespace Checkly;

/// <summary>What the cmdlets share that change something within a window: the id of the window.</summary>
public abstract class MaintenanceCommand : ChecklySessionCommand
{
    /// <summary>The id of the window, a whole number; or the window itself.</summary>
    [Parameter(Mandatory = true, HelpMessage = PromptText.Window, Position = 0, ValueFromPipelineByPropertyName = true)]
    [IdOf(typeof(MaintenanceWindow), typeof(MaintenanceCommand))]
    [ValidateRange(1L, long.MaxValue)]
    [ArgumentCompleter(typeof(IdCompleter<MaintenanceWindow>))]
    public long MaintenanceWindowId { get; set; }
}
