using System.Management.Automation;

namespace Checkly.Commands;

/// <summary>Returns incidents with their whole history of updates.</summary>
/// <remarks>
/// <para>Sends GET /v1/incidents/{id} for each id. The API has no list of dashboard incidents: an id is needed, as
/// New-ChecklyIncident returns it. Without one, the error names the incidents that this session has seen.</para>
/// </remarks>
/// <example>
/// <para>Read an incident.</para>
/// <code>$incident = New-ChecklyIncident 'Checkout is slow' -DashboardId 1001 -Status INVESTIGATING -Description 'Looking.'
/// Get-ChecklyIncident $incident.Id</code>
/// </example>
/// <example>
/// <para>Show it as a timeline.</para>
/// <code>$incident = New-ChecklyIncident 'Checkout is slow' -DashboardId 1001 -Status INVESTIGATING -Description 'Looking.'
/// Get-ChecklyIncident $incident | Format-Custom</code>
/// </example>
/// <example>
/// <para>See the whole of it after an update.</para>
/// <code>$incident = New-ChecklyIncident 'Checkout is slow' -DashboardId 1001 -Status INVESTIGATING -Description 'Looking.'
/// New-ChecklyIncidentUpdate $incident MONITORING 'We are watching.' | Get-ChecklyIncident</code>
/// </example>
[Cmdlet(VerbsCommon.Get, "ChecklyIncident")]
[OutputType(typeof(Incident))]
public sealed class GetChecklyIncidentCommand : ChecklyThrottledCommand
{
    /// <summary>The ids of the incidents, GUIDs; or the incidents or updates themselves.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("IncidentId")]
    [IdOf(typeof(Incident), typeof(GetChecklyIncidentCommand))]
    [ValidateGuid]
    [ArgumentCompleter(typeof(IdCompleter<Incident>))]
    public string[] Id { get; set; } = [];

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (Id.Length == 0)
        {
            // A prompt for an id would help nobody.
            Refuse($"The API cannot list the incidents of dashboards: give an id.{Seen<Incident>()} For incidents of status pages use Get-ChecklyStatusPageIncident.", null);
        }

        WriteEach(Id, IncidentRequests.Get);
    }
}
