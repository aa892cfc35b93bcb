using System.Management.Automation;

namespace Checkly;

/// <summary>What cmdlets share that change updates which were posted: the two ids that it takes to name them.</summary>
public abstract class StatusPageIncidentUpdateChangeCommand : ChecklySessionCommand
{
    /// <summary>The incident's id, a GUID; or the incident itself.</summary>
    [Parameter(Mandatory = true, HelpMessage = PromptText.Incident, Position = 0, ValueFromPipelineByPropertyName = true)]
    [IdOf(typeof(StatusPageIncident), typeof(StatusPageIncidentUpdateChangeCommand), Only = true)]
    [ValidateGuid(Finder = "Get-ChecklyStatusPageIncident -Name")]
    [ArgumentCompleter(typeof(IdCompleter<StatusPageIncident>))]
    public string IncidentId { get; set; } = string.Empty;

    /// <summary>The ids of the updates, GUIDs; or the updates themselves.</summary>
    [Parameter(Mandatory = true, HelpMessage = PromptText.Update, Position = 1, ValueFromPipelineByPropertyName = true)]
    [Alias("IncidentUpdateId")]
    [IdOf(typeof(StatusPageIncidentUpdate), typeof(StatusPageIncidentUpdateChangeCommand))]
    [ValidateGuid]
    [ArgumentCompleter(typeof(IdCompleter<StatusPageIncidentUpdate>))]
    public string[] Id { get; set; } = [];
}
