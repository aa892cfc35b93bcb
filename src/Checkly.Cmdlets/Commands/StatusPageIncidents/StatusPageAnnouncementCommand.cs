using System.Management.Automation;

namespace Checkly;

/// <summary>What cmdlets share that say something on status pages: who gets a mail, which date is shown, and how many pages show it.</summary>
public abstract class StatusPageAnnouncementCommand : ChecklySessionCommand
{
    private const int MostNamed = 5;
    private List<StatusPage>? _pages;

    /// <summary>
    /// Send a mail to the subscribers of the status pages. Without it nobody gets one. It does not bind from the pipeline.
    /// </summary>
    [Parameter]
    public SwitchParameter NotifySubscribers { get; set; }

    /// <summary>
    /// The date that customers see beside the update, in UTC, to set it back; without it the API takes the moment at which it
    /// is posted. A time without an offset is on this machine's clock.
    /// </summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [TimeArgument(IsLocal = true, MayBeEmpty = true)]
    public DateTimeOffset? PublicDate { get; set; }

    /// <summary>Whether a person sees what would go out before it does, so that it is worth asking how far it reaches.</summary>
    internal bool IsShownFirst => Preferences.IsWhatIf || Preferences.Asks(ConfirmImpact.Medium);

    /// <summary>An update. Status and mail are always sent: nothing shall depend on what the API does without them.</summary>
    internal NewStatusPageIncidentUpdate Announcement(string description, string status) => new()
    {
        Description = description,
        Status = status,
        PublicIncidentUpdateDate = PublicDate,
        NotifySubscribers = NotifySubscribers.IsPresent,
    };

    /// <summary>Whether it may go out: says it where -WhatIf is on, and asks where that is wanted, with how far it reaches.</summary>
    /// <param name="request">The request.</param>
    /// <param name="target">What the user gave, for the error record.</param>
    /// <param name="affected">The services of the incident; needed where <see cref="IsShownFirst"/>.</param>
    /// <param name="before">A request that goes out before it.</param>
    internal bool MayAnnounce(ApiRequest request, object? target, IEnumerable<StatusPageService>? affected, ApiRequest? before = null)
    {
        string? what = before is null ? null : $"{before}, then {request}";
        return MayChange(request, target, what: affected is not null && IsShownFirst ? $"{what ?? request.ToString()} ({Reach(affected.Ids())})" : what);
    }

    private string Reach(HashSet<string> affected)
    {
        string mail = NotifySubscribers ? "subscribers get a mail" : "nobody gets a mail";
        _pages ??= new ListPages<StatusPage>(StatusPageRequests.List, StatusPageRequests.LargestPage).ReadAll(this);
        if (_pages is null)
        {
            return $"on how many status pages it appears is not known; {mail}";
        }

        string[] showing = [.. _pages.Where(page => page.ShownServices().Ids().Overlaps(affected)).Select(page => DisplayText.OneLine(page.Name))];
        string names = string.Join(", ", showing.Take(MostNamed)) + (showing.Length > MostNamed ? ", ..." : string.Empty);
        return showing.Length switch
        {
            0 => "appears on no status page; nobody gets a mail",
            1 => $"appears on 1 status page: {names}; {mail}",
            _ => $"appears on {showing.Length} status pages: {names}; {mail}",
        };
    }
}
