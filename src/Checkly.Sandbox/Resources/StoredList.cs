using System.Collections;
using System.Text.Json.Nodes;

namespace Checkly.Sandbox;

/// <summary>
/// Things of one kind in the order in which they were made. Each has a number that never comes back, so that a cursor
/// keeps its place while things come and go.
/// </summary>
/// <param name="kind">What they are, in the words of a refusal.</param>
/// <param name="idField">The field that holds the id in the path.</param>
internal sealed class StoredList(string kind, string idField = "id") : IReadOnlyCollection<JsonObject>
{
    private readonly SortedList<long, JsonObject> _items = [];
    private long _last;

    public int Count => _items.Count;

    /// <summary>The things with their numbers, oldest first.</summary>
    public IEnumerable<KeyValuePair<long, JsonObject>> Numbered => _items;

    /// <exception cref="SandboxRefusal">There is none with this id.</exception>
    public JsonObject this[string id] => Find(idField, id) ?? throw SandboxRefusal.NotFound($"There is no {kind} {id}");

    /// <summary>The first with a value in a field; <see langword="null"/> when there is none.</summary>
    public JsonObject? Find(string field, string value) => this.FirstOrDefault(item => item[field]?.ToString() == value);

    public void Add(JsonObject item) => _items.Add(++_last, item);

    public void Remove(JsonObject item) => _items.RemoveAt(_items.IndexOfValue(item));

    public IEnumerator<JsonObject> GetEnumerator() => _items.Values.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
