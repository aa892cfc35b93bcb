using System.Management.Automation;

namespace Checkly.Commands;

/// <summary>Posts an update to an incident: what customers read about it now.</summary>
/// <remarks>
/// <para>Sends POST /v1/incidents/{incidentId}/updates with status and description, and returns the update that was made.
/// An error on one item of a pipeline does not stop the others.</para>
/// <para>It is posted once: when the answer is lost, the incident's history is read until the update is found in it. The API
/// takes no idempotency key; see about_Checkly_Delivery for what cannot be guaranteed.</para>
/// </remarks>
/// <example>
/// <para>Post an update.</para>
/// <code>$incident = New-ChecklyIncident 'Checkout is slow' -DashboardId 1001 -Status INVESTIGATING -Description 'Looking.'
/// New-ChecklyIncidentUpdate $incident IDENTIFIED 'A certificate has expired.'</code>
/// </example>
/// <example>
/// <para>Pipe the incident.</para>
/// <code>$incident = New-ChecklyIncident 'Checkout is slow' -DashboardId 1001 -Status INVESTIGATING -Description 'Looking.'
/// $incident | New-ChecklyIncidentUpdate -Status RESOLVED -Description 'The certificate was renewed.'</code>
/// </example>
/// <example>
/// <para>Post the updates of a file with the columns IncidentId, Status and Description.</para>
/// <code>$incident = New-ChecklyIncident 'Checkout is slow' -DashboardId 1001 -Status INVESTIGATING -Description 'Looking.'
/// 'IncidentId,Status,Description', "$incident,monitoring,We are watching." | Set-Content updates.csv
/// Import-Csv updates.csv | New-ChecklyIncidentUpdate</code>
/// </example>
/// <example>
/// <para>Post to many incidents, eight at a time. The output has the order of the input.</para>
/// <code>$incidents = 1..20 | ForEach-Object { New-ChecklyIncident "Region $_ is slow" -DashboardId 1001 -Status INVESTIGATING -Description 'Looking.' }
/// $incidents | New-ChecklyIncidentUpdate -Status RESOLVED -Description 'All regions are back.' -ThrottleLimit 8</code>
/// </example>
/// <example>
/// <para>See what would be sent.</para>
/// <code>$incident = New-ChecklyIncident 'Checkout is slow' -DashboardId 1001 -Status INVESTIGATING -Description 'Looking.'
/// New-ChecklyIncidentUpdate $incident RESOLVED 'All is well.' -WhatIf</code>
/// </example>
[Cmdlet(VerbsCommon.New, "ChecklyIncidentUpdate", SupportsShouldProcess = true)]
[OutputType(typeof(IncidentUpdate))]
public sealed class NewChecklyIncidentUpdateCommand : ChecklyThrottledCommand
{
    /// <summary>The incident's id, a GUID; or the incident itself.</summary>
    [Parameter(Mandatory = true, HelpMessage = PromptText.Incident, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("Id")]
    [IdOf(typeof(Incident), typeof(NewChecklyIncidentUpdateCommand))]
    [ValidateGuid]
    [ArgumentCompleter(typeof(IdCompleter<Incident>))]
    public string IncidentId { get; set; } = string.Empty;

    /// <summary>The new status of the incident, in upper or lower case. No order is enforced: a resolved incident may be opened again.</summary>
    [Parameter(Mandatory = true, HelpMessage = "INVESTIGATING, IDENTIFIED, MONITORING, RESOLVED or MAINTENANCE.", Position = 1, ValueFromPipelineByPropertyName = true)]
    [ValidateSet("INVESTIGATING", "IDENTIFIED", "MONITORING", "RESOLVED", "MAINTENANCE")]
    public string Status { get; set; } = string.Empty;

    /// <summary>What customers will read.</summary>
    [Parameter(Mandatory = true, HelpMessage = PromptText.Description, Position = 2, ValueFromPipelineByPropertyName = true)]
    [ValidateNotBlank]
    public string Description { get; set; } = string.Empty;

    /// <summary>The object from the pipeline. Pipe it in; do not name this parameter.</summary>
    [Parameter(ValueFromPipeline = true, DontShow = true)]
    [Piped(typeof(NewChecklyIncidentUpdateCommand), typeof(Incident), typeof(IncidentUpdate))]
    public PSObject? InputObject { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (InputObject.IdOf<IncidentUpdate>() is null || MayFollow("incident", IncidentId, nameof(Status), nameof(Description)))
        {
            SendEach(IncidentUpdateRequests.Create(IncidentId, Status, Description), IncidentId, updates => WriteObject(updates, enumerateCollection: true));
        }
    }
}
