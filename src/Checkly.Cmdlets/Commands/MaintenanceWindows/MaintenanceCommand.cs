using System.Management.Automation;

namespace Checkly;

/// <summary>What the cmdlets share that change something within a window: the id of the window.</summary>
public abstract class MaintenanceCommand : ChecklySessionCommand
{
    /// <summary>The id, a whole number, or the name of the window; or the window itself.</summary>
    [Parameter(Mandatory = true, HelpMessage = PromptText.Window, Position = 0, ValueFromPipelineByPropertyName = true)]
    [IdOf(typeof(MaintenanceWindow), typeof(MaintenanceCommand), Only = true)]
    [ValidateSegment]
    [ArgumentCompleter(typeof(NameCompleter<MaintenanceWindow>))]
    public string MaintenanceWindowId { get; set; } = string.Empty;

    /// <inheritdoc/>
    protected sealed override void ProcessRecord()
    {
        if (NumberOf<MaintenanceWindow>(MaintenanceWindowId) is { } window)
        {
            Process(window);
        }
    }

    /// <summary>Processes one record.</summary>
    /// <param name="window">The id of the window.</param>
    private protected abstract void Process(long window);
}
