using System.Text.Json.Nodes;

namespace Checkly.Sandbox;

/// <summary>Reads and writes fields of stored objects.</summary>
internal static class JsonObjectExtensions
{
    /// <summary>Copies fields to an object and overwrites those with the same names.</summary>
    public static void Put(this JsonObject item, JsonObject fields)
    {
        foreach (KeyValuePair<string, JsonNode?> field in fields)
        {
            item[field.Key] = field.Value?.DeepClone();
        }
    }

    /// <summary>A field that holds a text; <see langword="null"/> where it is missing or null.</summary>
    public static string? Text(this JsonObject item, string name) => (string?)item[name];

    /// <summary>The objects of a field that holds a list; empty where it is missing.</summary>
    public static IEnumerable<JsonObject> Objects(this JsonObject item, string name) => (item[name] as JsonArray ?? []).Select(entry => entry!.AsObject());

    /// <summary>Finds the object with an id in a list.</summary>
    /// <exception cref="SandboxRefusal">There is none.</exception>
    public static JsonObject Object(this JsonObject item, string list, string id, string refusal = "Not Found") =>
        item.Objects(list).FirstOrDefault(entry => entry.Text("id") == id) ?? throw SandboxRefusal.NotFound(refusal);

    /// <summary>Refuses to remove the last update.</summary>
    /// <exception cref="SandboxRefusal">
    /// It is the last one. No removal is documented to fail for this reason, but the document gives an incident at least one
    /// update.
    /// </exception>
    public static void RemoveUpdate(this JsonObject incident, JsonObject update)
    {
        JsonArray updates = incident["incidentUpdates"]!.AsArray();
        if (updates.Count == 1)
        {
            throw SandboxRefusal.BadRequest("\"incidentUpdates\" must contain at least 1 items");
        }

        updates.Remove(update);
    }
}
