using System.Management.Automation;

namespace Checkly.Commands;

/// <summary>Ends status page incidents: posts a RESOLVED update to each.</summary>
/// <remarks>
/// <para>Reads each incident, sends POST /v1/status-pages/incidents/{incidentId}/incident-updates with the status RESOLVED,
/// and returns the update that was made. Where an incident is resolved already there is nothing to do: -Verbose says so,
/// and -Force posts an update all the same. Only ids bind from the pipeline.</para>
/// <para>Nobody gets a mail unless -NotifySubscribers is given. -WhatIf says on how many status pages each incident appears,
/// and whether mail would go out.</para>
/// </remarks>
/// <example>
/// <para>Resolve an incident.</para>
/// <code>$incident = New-ChecklyStatusPageIncident 'Checkout is slow' -Service Website -Description 'Looking.'
/// Resolve-ChecklyStatusPageIncident $incident 'The certificate was renewed.'</code>
/// </example>
/// <example>
/// <para>Resolve everything that is open, and mail the subscribers.</para>
/// <code>$null = New-ChecklyStatusPageIncident 'Checkout is slow' -Service Website -Description 'Looking.'
/// Get-ChecklyStatusPageIncident -Status Open | Resolve-ChecklyStatusPageIncident -NotifySubscribers</code>
/// </example>
/// <example>
/// <para>See what would be sent.</para>
/// <code>$incident = New-ChecklyStatusPageIncident 'Checkout is slow' -Service Website -Description 'Looking.'
/// Resolve-ChecklyStatusPageIncident $incident -WhatIf</code>
/// </example>
[Cmdlet(VerbsDiagnostic.Resolve, "ChecklyStatusPageIncident", SupportsShouldProcess = true)]
[OutputType(typeof(StatusPageIncidentUpdate))]
public sealed class ResolveChecklyStatusPageIncidentCommand : StatusPageAnnouncementCommand
{
    private readonly HashSet<string> _done = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The ids of the incidents, GUIDs; or the incidents themselves.</summary>
    [Parameter(Mandatory = true, HelpMessage = PromptText.Incident, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("IncidentId")]
    [IdOf(typeof(StatusPageIncident), typeof(ResolveChecklyStatusPageIncidentCommand))]
    [ValidateGuid(Finder = "Get-ChecklyStatusPageIncident -Name")]
    [ArgumentCompleter(typeof(IdCompleter<StatusPageIncident>))]
    public string[] Id { get; set; } = [];

    /// <summary>What customers will read. It does not bind from the pipeline.</summary>
    [Parameter(Position = 1)]
    [ValidateNotBlank]
    public string Description { get; set; } = "This incident has been resolved.";

    /// <summary>Post an update to incidents that are resolved already, too.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <inheritdoc cref="ChecklyThrottledCommand.ThrottleLimit"/>
    [Parameter]
    [ValidateRange(1, 100)]
    public int ThrottleLimit { get; set; } = 1;

    /// <inheritdoc/>
    internal override int MostAtOnce => ThrottleLimit;

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        // An incident that comes in several times, such as by its updates, is resolved once.
        foreach (string id in Id.Where(_done.Add))
        {
            SendEach(StatusPageIncidentRequests.Get(id), id, incident => Resolve(id, incident));
        }
    }

    private void Resolve(string id, StatusPageIncident incident)
    {
        if (incident.IsResolved() && !Force)
        {
            WriteWarning($"Incident {id} is resolved already: nothing was posted. With -Force an update is posted all the same.");
            return;
        }

        ApiRequest<StatusPageIncidentUpdate> post = StatusPageIncidentUpdateRequests.Create(id, Announcement(Description, "RESOLVED"));
        if (MayAnnounce(post, id, incident.Services))
        {
            SendEachAllowed(post, id, update => WriteObject(update));
        }
    }
}
