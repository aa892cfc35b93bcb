namespace Checkly;

/// <summary>The things of one kind that a session has seen, the one seen last first. The oldest are forgotten when there are too many.</summary>
internal sealed class RecentItems
{
    private const int Most = 1000;
    private readonly LinkedList<(string Id, object Item)> _order = new();
    private readonly Dictionary<string, LinkedListNode<(string Id, object Item)>> _byId = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>All of them, the one seen last first.</summary>
    public IEnumerable<object> Items => _order.Select(entry => entry.Item);

    /// <summary>The one with an id; <see langword="null"/> when it was not seen.</summary>
    public object? Find(string id) => _byId.TryGetValue(id, out var node) ? node.Value.Item : null;

    /// <summary>Remembers one, in the place of what is known under its id.</summary>
    public void Put(string id, object item)
    {
        Remove(id);
        _byId[id] = _order.AddFirst((id, item));
        if (_order.Count > Most)
        {
            Remove(_order.Last.Value.Id);
        }
    }

    /// <summary>Brings one to the front again, if it is known.</summary>
    public void Touch(string id)
    {
        if (Find(id) is { } item)
        {
            Put(id, item);
        }
    }

    /// <summary>Forgets one, if it is known.</summary>
    public void Remove(string id)
    {
        if (_byId.TryGetValue(id, out var node))
        {
            _byId.Remove(id);
            _order.Remove(node);
        }
    }
}
