using System.Text.Json.Nodes;

namespace Checkly.Sandbox;

/// <summary>
/// A resource of the API. It creates, lists, reads, changes and removes objects, which are stored as JSON, as the facts of its
/// operations say. A plain resource needs only this class; the others derive from it and add their behaviour.
/// </summary>
internal class Resource
{
    private readonly SandboxOperations _operations;
    private decimal _lastNumber = 1000;

    /// <param name="operations">The operations, to which those of the resource are added.</param>
    /// <param name="path">The path of the list.</param>
    /// <param name="kind">The noun for one object in a refusal.</param>
    /// <param name="idField">The field that holds the id in the path.</param>
    public Resource(SandboxOperations operations, string path, string kind, string idField = "id")
    {
        _operations = operations;
        Items = new StoredList(kind, idField);
        foreach (ApiOperation operation in ApiFacts.Below(path))
        {
            operations.On(operation.Name, (operation.Method, operation.PlaceholderCount) switch
            {
                ("GET", 0) => List,
                ("POST", 0) => Create,
                ("GET", 1) => call => call.Answer(Show(Find(call), call)),
                ("DELETE", 1) => Remove,
                _ => Change,
            });
        }
    }

    /// <summary>The objects.</summary>
    public StoredList Items { get; }

    /// <summary>The time on the server's clock.</summary>
    protected string Now => _operations.Now;

    /// <summary>Adds an object with which the sandbox starts.</summary>
    protected void Add(JsonObject item)
    {
        item["created_at"] = Now;
        item["updated_at"] = null;
        Items.Add(item);
    }

    /// <summary>Lists the objects.</summary>
    protected virtual SandboxAnswer List(SandboxCall call) => Paging.List(call, Items, item => Show(item, call));

    /// <summary>A new id.</summary>
    protected virtual JsonNode NewId(ApiOperation operation) =>
        (string?)ApiFacts.Field(operation.Answer, "id")?["type"] == "number" ? JsonValue.Create(++_lastNumber) : JsonValue.Create(Guid.NewGuid().ToString());

    /// <summary>
    /// Completes an object before it is stored, and refuses it when the API would, although it matches the facts.
    /// </summary>
    /// <param name="item">The object to be stored.</param>
    /// <param name="before">The stored object; <see langword="null"/> for a new one.</param>
    /// <param name="call">The request.</param>
    /// <exception cref="SandboxRefusal">The API would refuse it.</exception>
    protected virtual void Prepare(JsonObject item, JsonObject? before, SandboxCall call)
    {
    }

    /// <summary>Formats an object as an operation answers it.</summary>
    protected virtual JsonNode? Show(JsonObject item, SandboxCall call) => ApiFacts.Shape(item, ApiFacts.Entry(call.Operation.Answer));

    /// <summary>Is called after an object was removed.</summary>
    protected virtual void Removed(JsonObject item)
    {
    }

    /// <summary>Finds the object at the path of a call.</summary>
    /// <exception cref="SandboxRefusal">There is no such object.</exception>
    private JsonObject Find(SandboxCall call) => Items[call.Path.First().Value!.ToString()];

    private SandboxAnswer Create(SandboxCall call)
    {
        JsonObject item = call.Body;
        item["id"] = NewId(call.Operation);
        item["created_at"] = Now;
        item["updated_at"] = null;
        Prepare(item, null, call);
        Items.Add(item);
        return call.Answer(Show(item, call));
    }

    private SandboxAnswer Change(SandboxCall call)
    {
        JsonObject item = Find(call);
        var changed = (JsonObject)item.DeepClone();
        changed.Put(call.Body);
        Prepare(changed, item, call);
        changed["updated_at"] = Now;
        item.Clear();
        item.Put(changed);
        return call.Answer(Show(item, call));
    }

    private SandboxAnswer Remove(SandboxCall call)
    {
        JsonObject item = Find(call);
        Items.Remove(item);
        Removed(item);
        return call.Answer();
    }
}
