using System.Text.Json.Nodes;
using NJsonSchema;

namespace Checkly.Sandbox.Tests;

/// <summary>Gives the schemas of an OpenAPI 3.0 document as JSON schemas.</summary>
internal sealed class OpenApiDocument(JsonNode document)
{
    public static OpenApiDocument Parse(string json) => new(JsonNode.Parse(json)!);

    /// <summary>The official document where it lies beside the checkout, or null.</summary>
    public static OpenApiDocument? BesideCheckout()
    {
        DirectoryInfo? root = new(AppContext.BaseDirectory);
        while (root is not null && !File.Exists(Path.Combine(root.FullName, "PowerShell.sln")))
        {
            root = root.Parent;
        }

        if (root?.Parent is not { } parent)
        {
            return null;
        }

        string path = Path.Combine(parent.FullName, "shared", "api", "openapi.json");
        return File.Exists(path) ? Parse(File.ReadAllText(path)) : null;
    }

    /// <summary>The schema of one documented answer; an undocumented one throws.</summary>
    public async Task<JsonSchema> AnswerAsync(string method, string path, int status)
    {
        JsonNode schema = document["paths"]?[path]?[method]?["responses"]?[$"{status}"]
            ?["content"]?["application/json"]?["schema"]
            ?? throw new InvalidOperationException($"No schema is documented for {method} {path} {status}.");
        return await JsonSchema.FromJsonAsync(
            Converted(schema)!.ToJsonString(), TestContext.Current.CancellationToken);
    }

    /// <summary>Whether the answers of an operation document this status at all, with or without a body.</summary>
    public bool Documents(string method, string path, int status) =>
        document["paths"]?[path]?[method]?["responses"]?[$"{status}"] is not null;

    // OpenAPI 3.0 says null and GUID in words of its own, which a JSON schema validator passes over;
    // references are put in place, for they point into a document the validator does not have.
    private JsonNode? Converted(JsonNode? node)
    {
        if (node is JsonArray list)
        {
            return new JsonArray([.. list.Select(Converted)]);
        }

        if (node is not JsonObject schema)
        {
            return node?.DeepClone();
        }

        if (schema["$ref"] is JsonValue reference)
        {
            return Converted(Resolved(reference.GetValue<string>()));
        }

        JsonObject converted = [];
        foreach ((string key, JsonNode? value) in schema)
        {
            // An example is data: a field of it must not be taken for a word of the schema.
            if (key is not ("nullable" or "x-format" or "example" or "default"))
            {
                converted[key] = Converted(value);
            }
        }

        if (schema["x-format"]?["guid"] is JsonValue guid && guid.GetValue<bool>())
        {
            converted["format"] = "uuid";
        }

        if (schema["nullable"] is JsonValue nullable && nullable.TryGetValue(out bool allowed) && allowed)
        {
            converted["type"] = new JsonArray(converted["type"]!.GetValue<string>(), "null");
            (converted["enum"] as JsonArray)?.Add(null);
        }

        return converted;
    }

    private JsonNode Resolved(string reference)
    {
        JsonNode? found = document;
        foreach (string part in reference.TrimStart('#').Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            found = found?[part];
        }

        return found ?? throw new InvalidOperationException($"Nothing is at {reference}.");
    }
}
