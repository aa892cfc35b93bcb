using System.Management.Automation;

namespace Checkly.Commands;

/// <summary>Changes the name, the severity or the services of a status page incident.</summary>
/// <remarks>
/// <para>Sends PUT /v1/status-pages/incidents/{incidentId}. The API wants name, severity and services with every change: the
/// incident is read first, and what you do not name stays as it is. Only ids bind from the pipeline, so that an incident
/// that was read some time ago does not write its old values back. No mail goes out.</para>
/// <para>To say something about an incident, post an update with New-ChecklyStatusPageIncidentUpdate, which can change the
/// severity with it.</para>
/// <para>Afterwards it is read again. A warning tells when another change got in between: see about_Checkly_Delivery.</para>
/// </remarks>
/// <example>
/// <para>It is worse than it looked.</para>
/// <code>$incident = New-ChecklyStatusPageIncident 'Checkout is slow' -Service Website -Description 'Looking.'
/// $incident | Set-ChecklyStatusPageIncident -Severity MAJOR</code>
/// </example>
/// <example>
/// <para>Rename an incident and return it.</para>
/// <code>$incident = New-ChecklyStatusPageIncident 'Checkout is slow' -Service Website -Description 'Looking.'
/// Set-ChecklyStatusPageIncident -Id $incident.Id -Name 'Checkout is down' -PassThru</code>
/// </example>
/// <example>
/// <para>It affects another service too: -Service takes all that it affects from now on.</para>
/// <code>$incident = New-ChecklyStatusPageIncident 'Checkout is slow' -Service Website -Description 'Looking.'
/// Set-ChecklyStatusPageIncident $incident -Service ($incident.Services + 'API')</code>
/// </example>
[Cmdlet(VerbsCommon.Set, "ChecklyStatusPageIncident", SupportsShouldProcess = true)]
[OutputType(typeof(StatusPageIncident))]
public sealed class SetChecklyStatusPageIncidentCommand : ChecklySessionCommand
{
    private ServiceResolver? _resolver;

    /// <summary>The ids of the incidents, GUIDs; or the incidents themselves.</summary>
    [Parameter(Mandatory = true, HelpMessage = PromptText.Incident, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("IncidentId")]
    [IdOf(typeof(StatusPageIncident), typeof(SetChecklyStatusPageIncidentCommand))]
    [ValidateGuid(Finder = "Get-ChecklyStatusPageIncident -Name")]
    [ArgumentCompleter(typeof(IdCompleter<StatusPageIncident>))]
    public string[] Id { get; set; } = [];

    /// <summary>What the incident is called, at most 255 characters.</summary>
    [Parameter]
    [ValidateNotBlank]
    [ValidateLength(1, 255)]
    [ApiField("name")]
    public string? Name { get; set; }

    /// <summary>How severe it is, in upper or lower case.</summary>
    [Parameter]
    [ValidateSet("CRITICAL", "MAJOR", "MEDIUM", "MINOR")]
    [ApiField("severity")]
    public string? Severity { get; set => field = value?.ToUpperInvariant(); }

    /// <summary>All services that it affects from now on: their ids, their names, or the services themselves.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(NameCompleter<StatusPageService>))]
    public object[]? Service { get; set; }

    /// <summary>Return the changed incident, with its history.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        Dictionary<string, object?> changes = BoundFields();
        if (Service is not null)
        {
            _resolver ??= new ServiceResolver(this, whole: true);
            if (!_resolver.TryResolve(Service, out StatusPageService[] services))
            {
                return;
            }

            changes["services"] = services;
        }

        foreach (string id in Id)
        {
            if (changes.Count == 0)
            {
                Refuse("There is nothing to change: give -Name, -Severity or -Service.", id);
            }
            else if (TryChange(StatusPageIncidentRequests.Get(id), before => Change(id, before, changes), id, out _, out StatusPageIncident after) && PassThru)
            {
                WriteObject(after);
            }
        }
    }

    private ApiRequest<StatusPageIncident>? Change(string id, StatusPageIncident before, Dictionary<string, object?> changes)
    {
        if (before.ChangeRefusal(changes) is { } refusal)
        {
            Refuse(refusal, id);
            return null;
        }

        return StatusPageIncidentRequests.Change(before, changes);
    }
}
