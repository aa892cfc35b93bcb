namespace Checkly;

/// <summary>The status pages and services of the account, and the subscriptions that a session has seen last, for completion.</summary>
internal sealed class StatusPageMemory
{
    private const int Most = 200;
    private volatile StatusPageSubscription[] _subscriptions = [];

    /// <summary>The status pages of the account.</summary>
    public FreshList<StatusPage> Pages { get; } = new();

    /// <summary>The services of the account.</summary>
    public FreshList<StatusPageService> Services { get; } = new();

    /// <summary>The subscriptions that were read last, no more than a person would look through.</summary>
    public StatusPageSubscription[] Subscriptions => _subscriptions;

    /// <summary>Remembers an answer, if it is one of these; what has another name now is news as well.</summary>
    public void Remember(object? answer)
    {
        switch (answer)
        {
            case StatusPage page:
                Pages.Expect(known => ApiId.Same(known.Id, page.Id) && known.Name == page.Name);
                break;
            case StatusPageService service:
                Services.Expect(known => ApiId.Same(known.Id, service.Id) && known.Name == service.Name);
                break;
            case StatusPageSubscription[] subscriptions:
                _subscriptions = [.. subscriptions.Take(Most)];
                break;
        }
    }

    /// <summary>Forgets what was removed.</summary>
    public void Forget(string id)
    {
        Pages.Forget();
        Services.Forget();
        _subscriptions = [.. _subscriptions.Where(known => !ApiId.Same(known.Id, id) && !ApiId.Same(known.StatusPageId, id))];
    }
}
