using System.Reflection;
using System.Text.Json.Nodes;
using Checkly.Facts;

namespace Checkly.Sandbox;

/// <summary>What the API takes and answers: <c>src/Checkly.Facts</c>, read when the first request comes.</summary>
internal static class ApiFacts
{
    private static readonly Lazy<string[][]> ByHand = new(() => [.. Resource("limits.txt").Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0 && line[0] != '#').Select(line => line.Split(' '))]);
    private static readonly Lazy<ILookup<bool, string[]>> Blocks = new(() => FactsReader.Blocks(Resource("api.txt")).ToLookup(block => block[0][0] == '#'));

    // By name; each is parsed when it is first needed.
    private static readonly Lazy<Dictionary<string, Lazy<JsonObject>>> Schemas = new(() =>
        Blocks.Value[true].ToDictionary(block => block[0].Substring(1).Split(' ')[0], block => new Lazy<JsonObject>(() => ReadSchema(block))));

    private static readonly Lazy<ApiOperation[]> Operations = new(ReadOperations);

    /// <summary>The operation of a path, and the values of its placeholders; <see langword="null"/> when the API has no such operation.</summary>
    public static (ApiOperation Operation, Dictionary<string, string> Values)? Find(string method, string path)
    {
        string[] segments = path.TrimEnd('/').Split('/');
        foreach (ApiOperation operation in Operations.Value)
        {
            if (operation.Method == method && operation.Match(segments) is { } values)
            {
                return (operation, values);
            }
        }

        return null;
    }

    /// <summary>The operation of a name such as <c>GET /v1/incidents/{id}</c>.</summary>
    public static ApiOperation Of(string name) => Operations.Value.First(operation => operation.Name == name);

    /// <summary>The operations of a list and of its entries.</summary>
    /// <param name="path">The path of the list.</param>
    public static IEnumerable<ApiOperation> Below(string path) => Operations.Value.Where(operation =>
        operation.Path == path || (operation.PlaceholderCount == 1 && operation.Path.StartsWith($"{path}/{{", StringComparison.Ordinal) && operation.Path.EndsWith("}", StringComparison.Ordinal)));

    /// <summary>The schema of an entry, where a schema is that of a list or of a page of one.</summary>
    public static JsonObject? Entry(JsonObject? schema) => schema is null ? null
        : Resolve(schema) is var resolved && resolved["items"] is JsonObject items ? items
        : Field(resolved, "entries") is { } entries ? Entry(entries)
        : resolved;

    /// <summary>The schema of a field.</summary>
    public static JsonObject? Field(JsonObject? schema, string name) =>
        schema is not null && Resolve(schema)["properties"]?[name] is JsonObject field ? Resolve(field) : null;

    /// <summary>
    /// A value in the shape of a schema: only with the fields that the schema names. A missing field is <see langword="null"/> if it is
    /// nullable, and an empty list if it is a list; otherwise it stays missing.
    /// </summary>
    public static JsonNode? Shape(JsonNode? value, JsonObject? schema)
    {
        schema = schema is null ? null : Resolve(schema);
        if (value is JsonArray items && schema?["items"] is JsonObject entry)
        {
            return new JsonArray([.. items.Select(item => Shape(item, entry))]);
        }

        if (value is not JsonObject item || schema?["properties"] is not JsonObject fields)
        {
            return value?.DeepClone();
        }

        var shape = new JsonObject();
        foreach (KeyValuePair<string, JsonNode?> field in fields)
        {
            JsonObject rule = Resolve(field.Value!.AsObject());
            if (item.ContainsKey(field.Key) || (bool?)rule["nullable"] == true)
            {
                shape[field.Key] = Shape(item[field.Key], rule);
            }
            else if ((string?)rule["type"] == "array")
            {
                shape[field.Key] = new JsonArray();
            }
        }

        return shape;
    }

    /// <summary>The schema itself, where one refers to another.</summary>
    public static JsonObject Resolve(JsonObject schema)
    {
        while (schema["$ref"] is JsonValue reference)
        {
            schema = Schemas.Value[reference.GetValue<string>().Split('/').Last()].Value;
        }

        return schema;
    }

    private static JsonObject ReadSchema(string[] block)
    {
        JsonObject schema = FactsReader.ReadBlock(block);
        foreach (string[] words in ByHand.Value.Where(words => words[0] == "field" && block[0].StartsWith($"#{words[1]} ", StringComparison.Ordinal)))
        {
            schema["properties"]![words[2]] = FactsReader.ReadSchema([.. words.Skip(2)]);
        }

        return schema;
    }

    private static ApiOperation[] ReadOperations()
    {
        HashSet<string> partial = [.. ByHand.Value.Where(words => words[0] == "partial").Select(words => $"{words[1]} {words[2]}")];
        return
        [
            .. Blocks.Value[false]
                .Select(block => (Words: block[0].Split(' '), Facts: new Lazy<JsonObject>(() => FactsReader.ReadBlock(block))))
                .Select(item => new ApiOperation(item.Words[0], item.Words[1], item.Facts, partial.Contains($"{item.Words[0]} {item.Words[1]}")))
                .OrderBy(operation => operation.PlaceholderCount),
        ];
    }

    private static string Resource(string name)
    {
        using var reader = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream(name));
        return reader.ReadToEnd();
    }
}
