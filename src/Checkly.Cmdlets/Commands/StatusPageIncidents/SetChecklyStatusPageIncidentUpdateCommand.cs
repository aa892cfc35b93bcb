using System.Management.Automation;

namespace Checkly.Commands;

/// <summary>Changes the text, the status or the public date of an update of a status page incident.</summary>
/// <remarks>
/// <para>Sends PUT /v1/status-pages/incidents/{incidentId}/incident-updates/{incidentUpdateId}. The update is read first, and
/// what you do not name is sent back as it was: the public date does not move to the time of the change, and the setting
/// for mails stays. Mail goes out when an update is posted, and not when it is changed.</para>
/// <para>To say something new, post an update with New-ChecklyStatusPageIncidentUpdate.</para>
/// <para>Afterwards it is read again. A warning tells when another change got in between: see about_Checkly_Delivery.</para>
/// </remarks>
/// <example>
/// <para>Correct the newest update.</para>
/// <code>$incident = New-ChecklyStatusPageIncident 'Checkout is slow' -Service Website -Description 'Lokking.'
/// @(Get-ChecklyStatusPageIncidentUpdate $incident)[0] | Set-ChecklyStatusPageIncidentUpdate -Description 'Looking.'</code>
/// </example>
/// <example>
/// <para>Set an update back to when it happened, and return it.</para>
/// <code>$incident = New-ChecklyStatusPageIncident 'Checkout is slow' -Service Website -Description 'Looking.'
/// Set-ChecklyStatusPageIncidentUpdate $incident $incident.IncidentUpdates[0] -PublicDate '2026-01-02T03:04:05Z' -PassThru</code>
/// </example>
/// <example>
/// <para>Add a word to every update.</para>
/// <code>$incident = New-ChecklyStatusPageIncident 'Checkout is slow' -Service Website -Description 'Looking.'
/// Get-ChecklyStatusPageIncidentUpdate $incident |
///     ForEach-Object { $_ | Set-ChecklyStatusPageIncidentUpdate -Description "$($_.Description) (Europe only)" }</code>
/// </example>
[Cmdlet(VerbsCommon.Set, "ChecklyStatusPageIncidentUpdate", SupportsShouldProcess = true)]
[OutputType(typeof(StatusPageIncidentUpdate))]
public sealed class SetChecklyStatusPageIncidentUpdateCommand : StatusPageIncidentUpdateChangeCommand
{
    /// <summary>What customers will read.</summary>
    [Parameter(Position = 2, ValueFromPipelineByPropertyName = true)]
    [ValidateNotBlank]
    [ApiField("description")]
    public string? Description { get; set; }

    /// <summary>The status that the update gives the incident, in upper or lower case. The status of the latest update is that of the incident.</summary>
    [Parameter]
    [ValidateSet("INVESTIGATING", "IDENTIFIED", "MONITORING", "RESOLVED")]
    [ApiField("status")]
    public string? Status { get; set => field = value?.ToUpperInvariant(); }

    /// <summary>The date that customers see beside it, in UTC. A time without an offset is in this machine's time zone.</summary>
    [Parameter]
    [ApiField("publicIncidentUpdateDate")]
    [TimeArgument(IsLocal = true)]
    public DateTimeOffset PublicDate { get; set; }

    /// <summary>Return the changed update.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <summary>The object from the pipeline. Pipe it in; do not name this parameter.</summary>
    [Parameter(ValueFromPipeline = true, DontShow = true)]
    [Piped(typeof(SetChecklyStatusPageIncidentUpdateCommand), typeof(StatusPageIncidentUpdate))]
    public PSObject? InputObject { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        Dictionary<string, object?> changes = BoundFields();
        if (!IsTyped(nameof(Description)) && InputObject.Is<StatusPageIncidentUpdate>())
        {
            // It may have been read before somebody else corrected it.
            changes.Remove("description");
        }

        foreach (string id in Id)
        {
            if (changes.Count == 0)
            {
                Refuse("There is nothing to change: give -Description, -Status or -PublicDate.", id);
            }
            else if (TryChange(StatusPageIncidentUpdateRequests.Get(IncidentId, id), before => StatusPageIncidentUpdateRequests.Change(before, changes), id, out _, out StatusPageIncidentUpdate after)
                && PassThru)
            {
                WriteObject(after);
            }
        }
    }
}
