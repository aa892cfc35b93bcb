using System.Management.Automation;

namespace Checkly.Commands;

/// <summary>Opens an incident on status pages, with its first update.</summary>
/// <remarks>
/// <para>Sends POST /v1/status-pages/incidents. An incident affects services, and appears on every status page that shows one
/// of them: say which with -Service, or with -StatusPageId, which takes all services of a page. Services and status pages
/// can be piped in; all of them together make one incident.</para>
/// <para>Nobody gets a mail unless -NotifySubscribers is given. -WhatIf says on how many status pages the incident would
/// appear, and whether mail would go out.</para>
/// <para>It is opened once: when the answer is lost, the account's incidents are read until it is found among them; see
/// about_Checkly_Delivery.</para>
/// </remarks>
/// <example>
/// <para>Open an incident of all services of a status page.</para>
/// <code>Get-ChecklyStatusPage | New-ChecklyStatusPageIncident -Name 'Everything is slow' -Description 'We are looking into it.'</code>
/// </example>
/// <example>
/// <para>Open a severe one of two services by their names, and mail the subscribers.</para>
/// <code>New-ChecklyStatusPageIncident 'Checkout is down' -Service Website, API -Severity CRITICAL -Description 'Payments fail.' -NotifySubscribers</code>
/// </example>
/// <example>
/// <para>Open one and post the next update in one go.</para>
/// <code>New-ChecklyStatusPageIncident 'Checkout is down' -Service API -Severity MAJOR -Description 'Payments fail.' |
///     New-ChecklyStatusPageIncidentUpdate -Status IDENTIFIED -Description 'A certificate has expired.'</code>
/// </example>
/// <example>
/// <para>See what would be sent, where it would appear, and who would get a mail.</para>
/// <code>New-ChecklyStatusPageIncident 'Checkout is down' -Service API -Description 'Payments fail.' -NotifySubscribers -WhatIf</code>
/// </example>
[Cmdlet(VerbsCommon.New, "ChecklyStatusPageIncident", SupportsShouldProcess = true)]
[OutputType(typeof(StatusPageIncident))]
public sealed class NewChecklyStatusPageIncidentCommand : StatusPageAnnouncementCommand
{
    private readonly List<object?> _affected = [];
    private ServiceResolver? _resolver;
    private bool _isGathered;
    private bool _hasCome;
    private bool _isRefused;
    private string? _wrong;

    /// <summary>What the incident is called, at most 255 characters.</summary>
    [Parameter(Mandatory = true, HelpMessage = PromptText.Name, Position = 0, ValueFromPipelineByPropertyName = true)]
    [ValidateNotBlank]
    [ValidateLength(1, 255)]
    public string Name { get; set; } = string.Empty;

    /// <summary>The text of its first update: what customers read.</summary>
    [Parameter(Mandatory = true, HelpMessage = PromptText.Description, ValueFromPipelineByPropertyName = true)]
    [ValidateNotBlank]
    public string Description { get; set; } = string.Empty;

    /// <summary>The status of its first update, in upper or lower case.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ValidateSet("INVESTIGATING", "IDENTIFIED", "MONITORING", "RESOLVED")]
    public string Status { get; set; } = "INVESTIGATING";

    /// <summary>How severe it is, in upper or lower case.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ValidateSet("CRITICAL", "MAJOR", "MEDIUM", "MINOR")]
    public string Severity { get; set; } = "MINOR";

    /// <summary>The services that it affects: their ids, their names, or the services themselves.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(NameCompleter<StatusPageService>))]
    public object[]? Service { get; set; }

    /// <summary>The ids, GUIDs, the names or the addresses of status pages, or the pages themselves: it affects all services that they show.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [IdOf(typeof(StatusPage), typeof(NewChecklyStatusPageIncidentCommand))]
    [ValidateSegment]
    [ArgumentCompleter(typeof(NameCompleter<StatusPage>))]
    public string[]? StatusPageId { get; set; }

    /// <summary>Services, their names or ids, or status pages from the pipeline. Pipe them in; do not name this parameter.</summary>
    [Parameter(ValueFromPipeline = true, DontShow = true)]
    [Piped(typeof(NewChecklyStatusPageIncidentCommand), typeof(StatusPage), typeof(StatusPageService), Gathers = true)]
    public PSObject? InputObject
    {
        get;
        set
        {
            field = value;
            // Recorded here, because ProcessRecord does not run for an object whose other properties do not bind.
            _wrong ??= ArgumentValue.ModelOrRow(value) is { } model && !PipedAttribute.Of(GetType())!.Accepts(model) ? model : null;
        }
    }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        _hasCome = true;
        bool isPage = InputObject.IsOrWas<StatusPage>();
        if (_wrong is not null)
        {
            return;
        }

        if (!isPage && !InputObject.IsOrWas<StatusPageService>() && InputObject?.BaseObject is not (string or Guid))
        {
            OpenGiven();
        }
        else if (Service is not null || StatusPageId is not null)
        {
            RefuseAll("Services or status pages were piped in: leave out -Service and -StatusPageId.");
        }
        else if (!IsTyped(nameof(Name)) || !IsTyped(nameof(Description)))
        {
            RefuseAll("Services or status pages were piped in, and their own names and texts are none of an incident: give -Name and -Description.");
        }
        else
        {
            _isGathered = true;
            if (!isPage)
            {
                _affected.Add(InputObject);
            }
            else if (!TryAdd(InputObject.IdOf<StatusPage>() ?? string.Empty, _affected))
            {
                // Without the services of this page, the incident would affect too little.
                _isRefused = true;
            }
        }
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        if (_wrong is not null)
        {
            Refuse(WrongModel.Message(_wrong, PipedAttribute.Of(GetType())!.Models, GetType()), Name);
        }
        else if (_isGathered && !_isRefused)
        {
            Open(_affected);
        }
        else if (!_isGathered && !_isRefused && !_hasCome && MyInvocation.ExpectingInput)
        {
            Refuse("No service and no status page was piped in: no incident was opened.", Name);
        }
    }

    private void OpenGiven()
    {
        if (Service is null == StatusPageId is null)
        {
            Refuse(Service is null ? "Say what the incident affects: give -Service or -StatusPageId." : "Give -Service or -StatusPageId, and not both.", Name);
            return;
        }

        List<object?> affected = [.. Service ?? []];
        if ((StatusPageId ?? []).All(id => TryAdd(id, affected)))
        {
            Open(affected);
        }
    }

    private void Open(List<object?> affected)
    {
        _resolver ??= new ServiceResolver(this, whole: true);
        if (!_resolver.TryResolve(affected, out StatusPageService[] services))
        {
            return;
        }

        ApiRequest<StatusPageIncident> request = StatusPageIncidentRequests.Create(new NewStatusPageIncident
        {
            Name = Name,
            Severity = Severity,
            Services = services,
            FirstUpdate = Announcement(Description, Status),
        });
        if (MayAnnounce(request, Name, services) && TrySendAllowed(request, Name, out StatusPageIncident incident))
        {
            WriteObject(incident);
        }
    }

    /// <summary>Adds what a status page shows, read now: a page that was read some time ago may show other services.</summary>
    private bool TryAdd(string statusPage, List<object?> affected)
    {
        if (IdOf<StatusPage>(statusPage) is not { } id || !TrySend(StatusPageRequests.Get(id), statusPage, out StatusPage page))
        {
            return false;
        }

        int before = affected.Count;
        affected.AddRange(page.ShownServices());
        if (affected.Count == before)
        {
            Refuse($"The status page '{DisplayText.OneLine(page.Name)}' shows no services, and an incident must affect one at least.", statusPage);
        }

        return affected.Count > before;
    }

    /// <summary>Refuses once, whatever else is piped in.</summary>
    private void RefuseAll(string why)
    {
        if (!_isRefused)
        {
            Refuse(why, Name);
        }

        _isRefused = true;
    }
}
