namespace Checkly;

/// <summary>
/// What a session has seen of one kind, for completion: each once, the one seen last first, no more than a person would look
/// through. For use by one thread at a time.
/// </summary>
/// <param name="idOf">Tells one from another; what has no id is not kept.</param>
internal sealed class SeenList<T>(Func<T, string?> idOf)
{
    private const int Most = 200;
    private readonly List<T> _items = [];

    /// <summary>What was seen, as it is now.</summary>
    public T[] ToArray() => [.. _items];

    /// <summary>Puts one first.</summary>
    public void Put(T item)
    {
        if (idOf(item) is not { } id)
        {
            return;
        }

        _items.RemoveAll(known => Same(idOf(known), id));
        _items.Insert(0, item);
        if (_items.Count > Most)
        {
            _items.RemoveAt(Most);
        }
    }

    /// <summary>Forgets those for which something holds.</summary>
    public void Remove(Predicate<T> gone) => _items.RemoveAll(gone);

    /// <summary>Whether two ids are the same.</summary>
    public static bool Same(string? id, string? other) => string.Equals(id, other, StringComparison.OrdinalIgnoreCase);
}
