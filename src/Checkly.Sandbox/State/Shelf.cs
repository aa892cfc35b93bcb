using System.Collections;

namespace Checkly.Sandbox;

/// <summary>
/// Things of one kind in the order in which they were made. Each has a number that never comes back, so that a cursor
/// keeps its place while things come and go.
/// </summary>
/// <param name="kind">What they are, in the words of a refusal.</param>
internal sealed class Shelf<T>(string kind) : IReadOnlyCollection<T>
    where T : class, IStored
{
    private readonly SortedList<long, T> _things = [];
    private long _last;

    public int Count => _things.Count;

    /// <summary>The things with their numbers, oldest first.</summary>
    public IEnumerable<KeyValuePair<long, T>> Numbered => _things;

    /// <exception cref="SandboxRefusal">There is none with this id.</exception>
    public T this[string id] =>
        this.FirstOrDefault(thing => thing.Id == id) ?? throw SandboxRefusal.NotFound($"There is no {kind} {id}");

    public void Add(T thing) => _things.Add(++_last, thing);

    public void Remove(T thing) => _things.RemoveAt(_things.IndexOfValue(thing));

    public IEnumerator<T> GetEnumerator() => _things.Values.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
