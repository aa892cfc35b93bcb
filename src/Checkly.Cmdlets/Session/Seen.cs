namespace Checkly;

/// <summary>Things of one kind that a session has seen: the one seen last first, no more than a person would look through.</summary>
/// <param name="id">What tells one from another.</param>
internal sealed class Seen<T>(Func<T, string?> id)
{
    private const int Most = 200;
    private readonly object _gate = new();
    private readonly List<T> _items = [];

    /// <summary>All of them, the one seen last first.</summary>
    public T[] Items
    {
        get
        {
            lock (_gate)
            {
                return [.. _items];
            }
        }
    }

    /// <summary>Remembers one, in the place of what is known under its id.</summary>
    public void Put(T item)
    {
        lock (_gate)
        {
            _items.RemoveAll(known => ApiId.Same(id(known), id(item)));
            _items.Insert(0, item);
            if (_items.Count > Most)
            {
                _items.RemoveAt(Most);
            }
        }
    }

    /// <summary>Brings one to the front again, if it is known.</summary>
    public void Touch(string? wanted)
    {
        lock (_gate)
        {
            if (_items.Find(known => ApiId.Same(id(known), wanted)) is { } item)
            {
                Put(item);
            }
        }
    }

    /// <summary>Forgets some.</summary>
    public void Forget(Predicate<T> unwanted)
    {
        lock (_gate)
        {
            _items.RemoveAll(unwanted);
        }
    }
}
