using System.Management.Automation;

namespace Checkly;

/// <summary>What cmdlets share that say something on status pages: who gets a mail, which date is shown, and how many pages show it.</summary>
public abstract class StatusPageAnnouncementCommand : ChecklySessionCommand
{
    private StatusPageReach? _reach;

    /// <summary>
    /// Send a mail to the subscribers of the status pages. Without it nobody gets one. It does not bind from the pipeline.
    /// </summary>
    [Parameter]
    public SwitchParameter NotifySubscribers { get; set; }

    /// <summary>
    /// The time that customers see beside the update, to backdate it; by default the time at which it is posted. The API shows it in
    /// UTC. A time without an offset is in this machine's time zone.
    /// </summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [TimeArgument(IsLocal = true, MayBeEmpty = true)]
    public DateTimeOffset? PublicDate { get; set; }

    /// <summary>An update. Status and NotifySubscribers are always sent, so that nothing depends on what the API does without them.</summary>
    internal NewStatusPageIncidentUpdate Announcement(string description, string status) => new()
    {
        Description = description,
        Status = status,
        PublicIncidentUpdateDate = PublicDate,
        NotifySubscribers = NotifySubscribers.IsPresent,
    };

    /// <summary>Whether the request may be sent. With -WhatIf it is shown, with -Confirm the user is asked, both with the number of status pages.</summary>
    /// <param name="request">The request.</param>
    /// <param name="target">What the user gave, for the error record.</param>
    /// <param name="affected">The services of the incident; needed where <see cref="ChecklySessionCommand.IsShownFirst"/>.</param>
    /// <param name="before">A request that goes out before it.</param>
    internal bool MayAnnounce(ApiRequest request, object? target, IEnumerable<StatusPageService>? affected, ApiRequest? before = null)
    {
        string? what = before is null ? null : $"{before}, then {request}";
        if (affected is not null && IsShownFirst)
        {
            HashSet<string> ids = affected.Ids();
            _reach ??= new StatusPageReach(this);
            what = $"{what ?? request.ToString()} ({_reach.Of(page => page.ShownServices().Ids().Overlaps(ids), NotifySubscribers)})";
        }

        return MayChange(request, target, what: what);
    }
}
