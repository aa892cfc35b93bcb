using System.Management.Automation;

namespace Checkly;

/// <summary>What the cmdlets share that change an update of a maintenance: the id of the maintenance.</summary>
public abstract class MaintenanceUpdateCommand : MaintenanceCommand
{
    /// <summary>The id of the maintenance, a GUID; or the maintenance itself.</summary>
    [Parameter(Mandatory = true, HelpMessage = PromptText.Maintenance, Position = 1, ValueFromPipelineByPropertyName = true)]
    [IdOf(typeof(Maintenance), typeof(MaintenanceUpdateCommand), Only = true)]
    [ValidateGuid]
    [ArgumentCompleter(typeof(IdCompleter<Maintenance>))]
    public string MaintenanceId { get; set; } = string.Empty;
}
