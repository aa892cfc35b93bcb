using System.Management.Automation;

namespace Checkly.Commands;

/// <summary>Posts an update to a status page incident: what customers read about it now.</summary>
/// <remarks>
/// <para>Sends POST /v1/status-pages/incidents/{incidentId}/incident-updates, and returns the update that was made. Without
/// -Status the incident keeps the status it has: it is read first, and sent.</para>
/// <para>With -Severity, PUT /v1/status-pages/incidents/{incidentId} goes out before the update, so that a mail has the new
/// severity. When it fails, nothing is posted; when the update fails after it, the error says so, and the same command
/// can be run again.</para>
/// <para>Nobody gets a mail unless -NotifySubscribers is given. -WhatIf says on how many status pages the incident appears,
/// and whether mail would go out; to find out, it reads the status pages.</para>
/// <para>It is posted once: when the answer is lost, the incident's updates are read until it is found among them; see
/// about_Checkly_Delivery.</para>
/// </remarks>
/// <example>
/// <para>Say more and keep the status.</para>
/// <code>$incident = New-ChecklyStatusPageIncident 'Checkout is slow' -Service Website -Description 'Looking.'
/// New-ChecklyStatusPageIncidentUpdate $incident -Description 'We are still looking.'</code>
/// </example>
/// <example>
/// <para>It is worse than it looked: change status and severity, and mail the subscribers.</para>
/// <code>$incident = New-ChecklyStatusPageIncident 'Checkout is slow' -Service Website -Description 'Looking.'
/// New-ChecklyStatusPageIncidentUpdate $incident IDENTIFIED 'All payments fail.' -Severity CRITICAL -NotifySubscribers</code>
/// </example>
/// <example>
/// <para>Add what was forgotten, with the date at which it happened.</para>
/// <code>$incident = New-ChecklyStatusPageIncident 'Checkout is slow' -Service Website -Description 'Looking.'
/// $incident | New-ChecklyStatusPageIncidentUpdate -Description 'Payments fail.' -PublicDate '2026-01-02T03:04:05Z'</code>
/// </example>
/// <example>
/// <para>See what would be sent, where it would appear, and who would get a mail.</para>
/// <code>$incident = New-ChecklyStatusPageIncident 'Checkout is slow' -Service Website -Description 'Looking.'
/// New-ChecklyStatusPageIncidentUpdate $incident MONITORING 'The fix is out.' -NotifySubscribers -WhatIf</code>
/// </example>
[Cmdlet(VerbsCommon.New, "ChecklyStatusPageIncidentUpdate", SupportsShouldProcess = true)]
[OutputType(typeof(StatusPageIncidentUpdate))]
public sealed class NewChecklyStatusPageIncidentUpdateCommand : StatusPageAnnouncementCommand
{
    /// <summary>The incident's id, a GUID; or the incident itself.</summary>
    [Parameter(Mandatory = true, HelpMessage = PromptText.Incident, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("Id")]
    [IdOf(typeof(StatusPageIncident), typeof(NewChecklyStatusPageIncidentUpdateCommand))]
    [ValidateGuid(Finder = "Get-ChecklyStatusPageIncident -Name")]
    [ArgumentCompleter(typeof(IdCompleter<StatusPageIncident>))]
    public string IncidentId { get; set; } = string.Empty;

    /// <summary>
    /// The new status, in upper or lower case; by default the incident keeps its status. No order is enforced: a resolved incident
    /// may be opened again.
    /// </summary>
    [Parameter(Position = 1, ValueFromPipelineByPropertyName = true)]
    [StatusArgument(MayStay = true)]
    [ValidateSet("INVESTIGATING", "IDENTIFIED", "MONITORING", "RESOLVED")]
    public string? Status { get; set; }

    /// <summary>What customers will read.</summary>
    [Parameter(Mandatory = true, HelpMessage = PromptText.Description, Position = 2, ValueFromPipelineByPropertyName = true)]
    [ValidateNotBlank]
    public string Description { get; set; } = string.Empty;

    /// <summary>How severe the incident is from now on, in upper or lower case; by default its severity stays as it is.</summary>
    [Parameter]
    [ValidateSet("CRITICAL", "MAJOR", "MEDIUM", "MINOR")]
    public string? Severity { get; set => field = value?.ToUpperInvariant(); }

    /// <inheritdoc cref="ChecklyThrottledCommand.ThrottleLimit"/>
    [Parameter]
    [ValidateRange(1, 100)]
    public int ThrottleLimit { get; set; } = 1;

    /// <inheritdoc/>
    internal override int MostAtOnce => ThrottleLimit;

    /// <summary>The object from the pipeline. Pipe it in; do not name this parameter.</summary>
    [Parameter(ValueFromPipeline = true, DontShow = true)]
    [Piped(typeof(NewChecklyStatusPageIncidentUpdateCommand), typeof(StatusPageIncident), typeof(StatusPageIncidentUpdate))]
    public PSObject? InputObject { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        bool follows = InputObject.IdOf<StatusPageIncidentUpdate>() is not null;
        if (follows && !MayFollow("incident", IncidentId, nameof(Description)))
        {
            return;
        }

        // The status of an old update is not the incident's.
        string? status = follows && !IsTyped(nameof(Status)) ? null : Status;
        if (status is null || Severity is not null || IsShownFirst)
        {
            // The incident is read first, as the updates before this one leave it.
            WriteRest();
        }

        ApiRequest<StatusPageIncident> read = StatusPageIncidentRequests.Get(IncidentId);
        StatusPageIncident? incident = null;
        using IDisposable? alone = Severity is null ? null : LockForChange(read, IncidentId);
        if ((Severity is not null && alone is null)
            || ((status is null || Severity is not null || IsShownFirst) && !TrySend(read, IncidentId, out incident)))
        {
            return;
        }

        status ??= incident?.CurrentStatus;
        if (status is null)
        {
            Refuse("The API did not say the incident's present status, so that it cannot be kept: give -Status.", IncidentId);
            return;
        }

        ApiRequest<StatusPageIncidentUpdate> post = StatusPageIncidentUpdateRequests.Create(IncidentId, Announcement(Description, status));
        if (TryPlan(incident, out SeverityChange? change)
            && MayChangeWhatWasRead(() => MayAnnounce(post, IncidentId, incident?.Services, change?.Request), out bool isOld)
            && (change is null || !isOld || (TrySend(read, IncidentId, out incident) && TryPlan(incident, out change)))
            && (change is null || TrySendAllowed(change.Request, IncidentId, out _, change.NotMade)))
        {
            Post(post, change);
        }
    }

    private bool TryPlan(StatusPageIncident? incident, out SeverityChange? change)
    {
        change = null;
        return Severity is null || SeverityChange.TryPlan(this, incident!, Severity, out change);
    }

    private void Post(ApiRequest<StatusPageIncidentUpdate> post, SeverityChange? change)
    {
        if (change is null)
        {
            SendEachAllowed(post, IncidentId, update => WriteObject(update));
            return;
        }

        try
        {
            if (TrySendAllowed(post, IncidentId, out StatusPageIncidentUpdate update, change.MadeWithoutUpdate))
            {
                WriteObject(update);
            }

            WarnOfLost(change.Request);
        }
        catch (PipelineStoppedException) when (IsStopped)
        {
            TellHost(change.Made);
            throw;
        }
    }
}
