using System.Management.Automation;

namespace Checkly.Commands;

/// <summary>Opens an incident on a dashboard, with its first update.</summary>
/// <remarks>
/// <para>Sends POST /v1/incidents. The API takes exactly one first update with it: its status and description are
/// required. The incident that comes back can be piped on.</para>
/// <para>The API has no list of dashboard incidents: when the answer is lost, the incident is not opened again, and the
/// error is Checkly.OutcomeUnknown. Look at the dashboard then; see about_Checkly_Delivery.</para>
/// </remarks>
/// <example>
/// <para>Open an incident.</para>
/// <code>New-ChecklyIncident -Name 'Checkout is slow' -DashboardId 1001 -Status INVESTIGATING -Description 'We are looking into slow payments.'</code>
/// </example>
/// <example>
/// <para>Open a major one and post the next update in one go.</para>
/// <code>New-ChecklyIncident -Name 'Checkout is down' -DashboardId 1001 -Impact MAJOR -Status INVESTIGATING -Description 'Payments fail.' |
///     New-ChecklyIncidentUpdate -Status IDENTIFIED -Description 'A certificate has expired.'</code>
/// </example>
/// <example>
/// <para>See what would be sent.</para>
/// <code>New-ChecklyIncident -Name 'Database upgrade' -DashboardId 1001 -Impact MAINTENANCE -Status MAINTENANCE -Description 'From 22:00 to 23:00 UTC.' -WhatIf</code>
/// </example>
[Cmdlet(VerbsCommon.New, "ChecklyIncident", SupportsShouldProcess = true)]
[OutputType(typeof(Incident))]
public sealed class NewChecklyIncidentCommand : ChecklySessionCommand
{
    /// <summary>What the incident is called on the dashboard.</summary>
    [Parameter(Mandatory = true, HelpMessage = PromptText.Name, Position = 0, ValueFromPipelineByPropertyName = true)]
    [ValidateNotBlank]
    public string Name { get; set; } = string.Empty;

    /// <summary>
    /// The dashboard that shows it: its number, its header or address, or the dashboard itself. A dashboard has two ids: its Id is
    /// this number, its DashboardId a text; both are accepted.
    /// </summary>
    [Parameter(Mandatory = true, HelpMessage = PromptText.DashboardNumber, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [DashboardNumber(typeof(NewChecklyIncidentCommand))]
    [ArgumentCompleter(typeof(NameCompleter<Dashboard>))]
    [ValidateSegment]
    public string DashboardId { get; set; } = string.Empty;

    /// <summary>The status of its first update, in upper or lower case.</summary>
    [Parameter(Mandatory = true, HelpMessage = "INVESTIGATING, IDENTIFIED, MONITORING, RESOLVED or MAINTENANCE.", ValueFromPipelineByPropertyName = true)]
    [ValidateSet("INVESTIGATING", "IDENTIFIED", "MONITORING", "RESOLVED", "MAINTENANCE")]
    public string Status { get; set; } = string.Empty;

    /// <summary>The text of its first update: what customers read.</summary>
    [Parameter(Mandatory = true, HelpMessage = PromptText.Description, ValueFromPipelineByPropertyName = true)]
    [ValidateNotBlank]
    public string Description { get; set; } = string.Empty;

    /// <summary>How severe it is, in upper or lower case.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ValidateSet("MAJOR", "MINOR", "MAINTENANCE")]
    public string Impact { get; set; } = "MINOR";

    /// <summary>When the incident starts. A time without an offset is in this machine's time zone.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [TimeArgument(IsLocal = true, MayBeEmpty = true)]
    public DateTimeOffset? StartedAt { get; set; }

    /// <summary>When the incident stops. A time without an offset is in this machine's time zone.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [TimeArgument(IsLocal = true, MayBeEmpty = true)]
    public DateTimeOffset? StoppedAt { get; set; }

    /// <summary>The object from the pipeline. Pipe it in; do not name this parameter.</summary>
    [Parameter(ValueFromPipeline = true, DontShow = true)]
    [Piped(typeof(NewChecklyIncidentCommand), typeof(Dashboard), TakesRows = true)]
    public PSObject? InputObject { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (!IsTyped(nameof(Description)) && DashboardNumberAttribute.IsDashboard(InputObject))
        {
            Refuse("A dashboard was piped in, and its own description is no update: give -Description.", Name);
            return;
        }

        if (IncidentTimes.Refusal(StartedAt, StoppedAt) is { } refusal)
        {
            Refuse(refusal, Name);
            return;
        }

        if (DashboardNumber() is not { } dashboard)
        {
            return;
        }

        ApiRequest<Incident> request = IncidentRequests.Create(new NewIncident
        {
            Name = Name,
            DashboardId = dashboard,
            Impact = Impact,
            Status = Status,
            Description = Description,
            StartedAt = StartedAt,
            StoppedAt = StoppedAt,
        });
        if (TrySend(request, Name, out Incident incident))
        {
            WriteObject(incident);
        }
    }

    private long? DashboardNumber() => ArgumentValue.WholeNumber(DashboardId) is > 0 and var number ? number : Named<Dashboard>(DashboardId)?.Id;
}
