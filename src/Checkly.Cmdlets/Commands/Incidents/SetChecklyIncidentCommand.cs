using System.Management.Automation;

namespace Checkly.Commands;

/// <summary>Changes the name, the impact or the times of an incident.</summary>
/// <remarks>
/// <para>Sends PUT /v1/incidents/{id}. The API wants name and impact with every change: the incident is read first, and
/// what you do not name stays as it is. Only ids bind from the pipeline, so that an incident that was read some time ago
/// does not write its old values back.</para>
/// <para>To say something about an incident, post an update with New-ChecklyIncidentUpdate.</para>
/// <para>Afterwards it is read again. A warning tells when another change got in between: see about_Checkly_Delivery.</para>
/// </remarks>
/// <example>
/// <para>It is worse than it looked.</para>
/// <code>$incident = New-ChecklyIncident 'Checkout is slow' -DashboardId 1001 -Status INVESTIGATING -Description 'Looking.'
/// $incident | Set-ChecklyIncident -Impact MAJOR</code>
/// </example>
/// <example>
/// <para>Rename an incident and return it.</para>
/// <code>$incident = New-ChecklyIncident 'Checkout is slow' -DashboardId 1001 -Status INVESTIGATING -Description 'Looking.'
/// Set-ChecklyIncident -Id $incident.Id -Name 'Checkout is down' -PassThru</code>
/// </example>
/// <example>
/// <para>End an incident now, then take that back.</para>
/// <code>$incident = New-ChecklyIncident 'Checkout is slow' -DashboardId 1001 -Status INVESTIGATING -Description 'Looking.'
/// Set-ChecklyIncident $incident -StoppedAt ([datetime]::Now)
/// Set-ChecklyIncident $incident -StoppedAt $null</code>
/// </example>
[Cmdlet(VerbsCommon.Set, "ChecklyIncident", SupportsShouldProcess = true)]
[OutputType(typeof(Incident))]
public sealed class SetChecklyIncidentCommand : ChecklySessionCommand
{
    /// <summary>The ids of the incidents, GUIDs; or the incidents themselves.</summary>
    [Parameter(Mandatory = true, HelpMessage = PromptText.Incident, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("IncidentId")]
    [IdOf(typeof(Incident), typeof(SetChecklyIncidentCommand))]
    [ValidateGuid]
    [ArgumentCompleter(typeof(IdCompleter<Incident>))]
    public string[] Id { get; set; } = [];

    /// <summary>What the incident is called on the dashboard.</summary>
    [Parameter]
    [ValidateNotBlank]
    [ApiField("name")]
    public string? Name { get; set; }

    /// <summary>How severe it is, in upper or lower case.</summary>
    [Parameter]
    [ValidateSet("MAJOR", "MINOR", "MAINTENANCE")]
    [ApiField("impact")]
    public string? Impact { get; set => field = value?.ToUpperInvariant(); }

    /// <summary>When the incident starts; $null clears it. A time without an offset is in this machine's time zone.</summary>
    [Parameter]
    [AllowNull]
    [ApiField("startedAt")]
    [TimeArgument(IsLocal = true)]
    public DateTimeOffset? StartedAt { get; set; }

    /// <summary>When the incident stops; $null clears it. A time without an offset is in this machine's time zone.</summary>
    [Parameter]
    [AllowNull]
    [ApiField("stoppedAt")]
    [TimeArgument(IsLocal = true)]
    public DateTimeOffset? StoppedAt { get; set; }

    /// <summary>Return the changed incident, with its history.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        Dictionary<string, object?> changes = BoundFields();
        foreach (string id in Id)
        {
            if (changes.Count == 0)
            {
                Refuse("There is nothing to change: give -Name, -Impact, -StartedAt or -StoppedAt.", id);
            }
            else if (IncidentTimes.Refusal(StartedAt, StoppedAt) is { } refusal)
            {
                Refuse(refusal, id);
            }
            else if (TryChange(IncidentRequests.Get(id), before => Change(id, before, changes), id, out Incident before, out Incident after) && PassThru)
            {
                if (after.IncidentUpdates.Length == 0)
                {
                    // The answer is documented without the history, which a change leaves as it was.
                    after.IncidentUpdates = before.IncidentUpdates;
                }

                WriteObject(after);
            }
        }
    }

    private ApiRequest<Incident>? Change(string id, Incident before, Dictionary<string, object?> changes)
    {
        bool setsStart = changes.ContainsKey("startedAt");
        bool setsStop = changes.ContainsKey("stoppedAt");
        if ((setsStart || setsStop) && IncidentTimes.Refusal(setsStart ? StartedAt : before.StartedAt, setsStop ? StoppedAt : before.StoppedAt) is { } refusal)
        {
            Refuse(refusal, id);
            return null;
        }

        if ((Name ?? before.Name) is null || (Impact ?? before.Impact) is null)
        {
            // The API takes no change without both; an answer may lack them, and then there is nothing to keep.
            Refuse("The API did not say the incident's name and impact, which a change must send: give both.", id);
            return null;
        }

        return IncidentRequests.Change(before, changes);
    }
}
