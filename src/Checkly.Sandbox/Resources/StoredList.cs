using System.Collections;
using System.Text.Json.Nodes;

namespace Checkly.Sandbox;

/// <summary>
/// Objects of one kind in the order of their creation. Each has a number that is never reused, so that a cursor stays valid while
/// objects are added and removed.
/// </summary>
/// <param name="kind">The noun for one object in a refusal.</param>
/// <param name="idField">The field that holds the id in the path.</param>
internal sealed class StoredList(string kind, string idField = "id") : IReadOnlyCollection<JsonObject>
{
    private readonly SortedList<long, JsonObject> _items = [];
    private long _last;

    public int Count => _items.Count;

    /// <summary>The objects with their numbers, oldest first.</summary>
    public IEnumerable<KeyValuePair<long, JsonObject>> Numbered => _items;

    /// <exception cref="SandboxRefusal">There is none with this id.</exception>
    public JsonObject this[string id] => Find(idField, id) ?? throw SandboxRefusal.NotFound($"There is no {kind} {id}");

    /// <summary>Finds the first object with a value in a field; <see langword="null"/> when there is none.</summary>
    public JsonObject? Find(string field, string value) => this.FirstOrDefault(item => item[field]?.ToString() == value);

    public void Add(JsonObject item) => _items.Add(++_last, item);

    public void Remove(JsonObject item) => _items.RemoveAt(_items.IndexOfValue(item));

    public IEnumerator<JsonObject> GetEnumerator() => _items.Values.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
