namespace Checkly;

/// <summary>
/// Remembers the objects that a session has seen, for completion and for the names in prompts. It is thread-safe.
/// </summary>
internal sealed class SessionMemory
{
    // Answers are kept unprocessed until they are needed, because for most commands they never are.
    private const int MostUnread = 50;
    private static readonly TimeSpan ListLasts = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);
    private readonly object _gate = new();
    private readonly List<object> _unread = [];
    private readonly Dictionary<ResourceKind, RecentItems> _seen = [];
    private readonly Dictionary<ResourceKind, (DateTimeOffset Read, IReadOnlyList<object> Items)> _lists = [];

    /// <summary>Remembers the things in an answer, and those that came with them.</summary>
    public void Remember(object? answer)
    {
        lock (_gate)
        {
            if (answer is not null)
            {
                _unread.Add(answer);
            }

            if (_unread.Count > MostUnread)
            {
                ReadUnread();
            }
        }
    }

    /// <summary>Forgets what was removed, and its parts.</summary>
    public void Forget(string id)
    {
        lock (_gate)
        {
            ReadUnread();
            _lists.Clear();
            ForgetWithParts(id);
        }
    }

    /// <summary>Forgets everything.</summary>
    public void Clear()
    {
        lock (_gate)
        {
            _unread.Clear();
            _seen.Clear();
            _lists.Clear();
        }
    }

    /// <summary>The name of a thing as the server sent it; <see langword="null"/> when it was not seen.</summary>
    public string? NameOf(ResourceKind kind, string id)
    {
        lock (_gate)
        {
            ReadUnread();
            return Seen(kind).Find(id) is { } item && kind.Name(item) is { Length: > 0 } name ? name : null;
        }
    }

    /// <summary>The kind of which something with an id was seen, other than one; <see langword="null"/> when there is none.</summary>
    public ResourceKind? OtherKindOf(string id, ResourceKind kind)
    {
        lock (_gate)
        {
            ReadUnread();
            return ResourceKinds.All.FirstOrDefault(other => other != kind && Seen(other).Find(id) is not null);
        }
    }

    /// <summary>The status of the update of an incident that was seen last; <see langword="null"/> when none was seen.</summary>
    public string? LatestStatus<TUpdate>(string? incidentId, Func<TUpdate, string?> status)
        where TUpdate : class
    {
        ResourceKind kind = ResourceKinds.Of(typeof(TUpdate));
        return SeenOf(kind).FirstOrDefault(update => ApiId.Same(kind.OwnerId(update), incidentId)) is TUpdate latest ? status(latest) : null;
    }

    /// <summary>The things of a kind that the session has seen, the one seen last first.</summary>
    public object[] SeenOf(ResourceKind kind)
    {
        lock (_gate)
        {
            ReadUnread();
            return [.. Seen(kind).Items];
        }
    }

    /// <summary>
    /// The objects of a kind to choose from: those of the account, which are read for at most 2 s and cached for a while, or
    /// those that the session has seen.
    /// </summary>
    /// <exception cref="ChecklyApiException">The API did not answer.</exception>
    /// <exception cref="OperationCanceledException">It did not answer in time.</exception>
    public IReadOnlyList<object> Choices(ResourceKind kind, ChecklySession session)
    {
        if (!kind.IsListed || (kind.SeenComeFirst && SeenOf(kind).Length > 0))
        {
            return SeenOf(kind);
        }

        lock (_gate)
        {
            ReadUnread();
            if (_lists.TryGetValue(kind, out var known) && DateTimeOffset.UtcNow - known.Read < ListLasts)
            {
                return known.Items;
            }

            // A failure is cached as an empty list, so that Tab does not wait for a hanging server each time.
            _lists[kind] = (DateTimeOffset.UtcNow, []);
        }

        using var patience = new CancellationTokenSource(Patience);
        IReadOnlyList<object> items = kind.ListAsync(session.Client, patience.Token).GetAwaiter().GetResult();
        lock (_gate)
        {
            _lists[kind] = (DateTimeOffset.UtcNow, items);
        }

        return items;
    }

    private void ReadUnread()
    {
        foreach (object answer in _unread)
        {
            foreach (ResourceKind kind in ResourceKinds.All)
            {
                foreach (object item in kind.In(answer))
                {
                    Put(kind, item);
                    if (ReferenceEquals(item, answer) && _lists.TryGetValue(kind, out var list) && !list.Items.Any(known => IsSame(kind, known, item)))
                    {
                        // The cached list lacks an object that was just seen, so it is outdated.
                        _lists.Remove(kind);
                    }
                }
            }
        }

        _unread.Clear();
    }

    private static bool IsSame(ResourceKind kind, object known, object item) => ApiId.Same(kind.Id(known), kind.Id(item)) && kind.Name(known) == kind.Name(item);

    private RecentItems Seen(ResourceKind kind) => _seen.TryGetValue(kind, out RecentItems? items) ? items : _seen[kind] = new RecentItems();

    private void Put(ResourceKind kind, object item)
    {
        if (kind.Id(item) is { Length: > 0 } id)
        {
            Seen(kind).Put(id, item);
        }

        foreach (object part in kind.Parts(item))
        {
            Put(ResourceKinds.Of(part.GetType()), part);
        }

        if (kind.Owner is { } owner && kind.OwnerId(item) is { } ownerId)
        {
            // The object used last is the one most likely to be wanted next.
            Seen(ResourceKinds.Of(owner.Model)).Touch(ownerId);
        }
    }

    private void ForgetWithParts(string id)
    {
        foreach (ResourceKind kind in ResourceKinds.All)
        {
            Seen(kind).Remove(id);
            foreach (object part in Seen(kind).Items.Where(item => ApiId.Same(kind.OwnerId(item), id)).ToArray())
            {
                ForgetWithParts(kind.Id(part)!);
            }
        }
    }
}
