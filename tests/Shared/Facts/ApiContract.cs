using System.Text.Json.Nodes;
using Checkly.Facts;
using NJsonSchema;

namespace Checkly.Tests;

/// <summary>Holds requests and answers against an OpenAPI 3.0 document, or the facts that were made of one.</summary>
internal sealed class ApiContract(JsonNode document)
{
    public static ApiContract Parse(string json) => new(JsonNode.Parse(json)!);

    /// <summary>The text of <c>src/Checkly.Facts/api.txt</c>.</summary>
    public static string FactsText { get; } = ReadResource();

    /// <summary>What the API takes and answers, by the facts of this project.</summary>
    public static ApiContract OfFacts { get; } = new(FactsReader.Read(FactsText));

    /// <summary>The schema of one documented answer; an undocumented one throws.</summary>
    public async Task<JsonSchema> AnswerAsync(string method, string path, int status)
    {
        JsonNode schema = document["paths"]?[path]?[method]?["responses"]?[$"{status}"]
            ?["content"]?["application/json"]?["schema"]
            ?? throw new InvalidOperationException($"No schema is documented for {method} {path} {status}.");
        return await JsonSchema.FromJsonAsync(
            Converted(schema)!.ToJsonString(), TestContext.Current.CancellationToken);
    }

    /// <summary>The path of an operation as the document writes it, with placeholders; null when there is no such operation.</summary>
    public string? Template(string method, string path)
    {
        string[] segments = path.Split('/');
        // A path without placeholders goes before one with: /v1/accounts/me is no account.
        return ((JsonObject)document["paths"]!)
            .Where(candidate => Matches(candidate.Key.Split('/'), segments) && candidate.Value![method.ToLowerInvariant()] is not null)
            .OrderBy(candidate => candidate.Key.Count(c => c == '{'))
            .Select(candidate => candidate.Key)
            .FirstOrDefault();
    }

    /// <summary>The format of a parameter in a path, such as <c>uuid</c>; its type where the document says no format.</summary>
    public string? PathParameterFormat(string path, string method, string name)
    {
        JsonNode? schema = (document["paths"]?[path]?[method]?["parameters"] as JsonArray)
            ?.FirstOrDefault(parameter => (string?)parameter!["in"] == "path" && (string?)parameter["name"] == name)?["schema"];
        return (string?)schema?["format"] ?? (string?)schema?["type"];
    }

    /// <summary>What is wrong with a request, in words; nothing when the document has such an operation and it fits.</summary>
    public async Task<IReadOnlyList<string>> ProblemsAsync(string method, string pathAndQuery, string? body)
    {
        string[] parts = pathAndQuery.Split('?', 2);
        if (Operation(method, parts[0]) is not { } operation)
        {
            return [$"There is no operation {method} {parts[0]}."];
        }

        List<string> problems = [];
        foreach (string pair in parts.Length > 1 ? parts[1].Split('&') : [])
        {
            string[] field = pair.Split('=', 2);
            JsonNode? parameter = (operation["parameters"] as JsonArray ?? [])
                .FirstOrDefault(candidate => (string?)candidate!["in"] == "query" && (string?)candidate["name"] == field[0]);
            if (parameter is null)
            {
                problems.Add($"{field[0]} is no parameter of this operation.");
                continue;
            }

            // Of a list, each value comes in a pair of its own.
            JsonNode taken = FactsReader.InQuery(parameter["schema"]!["items"] ?? parameter["schema"]!);
            string type = (string?)taken["type"] ?? "string";
            string value = type is "string" ? JsonValue.Create(Uri.UnescapeDataString(field[1])).ToJsonString() : field[1];
            problems.AddRange(await ValidateAsync(taken, value));
        }

        JsonNode? schema = operation["requestBody"]?["content"]?["application/json"]?["schema"];
        if (schema is null || body is null)
        {
            return schema is null == body is null ? problems : [.. problems, schema is null ? "It takes no body." : "It wants a body."];
        }

        return [.. problems, .. await ValidateAsync(schema, body)];
    }

    /// <summary>The names of the fields in the body of an operation, or in its answer with a status: of the object, or of the entries of a list.</summary>
    public IReadOnlyCollection<string> Fields(string method, string path, int? status = null)
    {
        JsonNode? operation = document["paths"]![path]![method];
        JsonNode? content = status is null ? operation!["requestBody"] : operation!["responses"]![$"{status}"];
        return [.. FieldsOf(content!["content"]!["application/json"]!["schema"]).Distinct()];
    }

    private IEnumerable<string> FieldsOf(JsonNode? schema)
    {
        schema = schema?["$ref"] is JsonValue reference ? Resolved(reference.GetValue<string>()) : schema;
        IEnumerable<JsonNode?> parts = new[] { "allOf", "anyOf", "oneOf" }.SelectMany(name => schema?[name] as JsonArray ?? []);
        return schema?["$ref"] is not null || schema?["items"] is not null ? FieldsOf(schema["items"] ?? schema)
            : schema?["properties"]?["entries"] is { } entries ? FieldsOf(entries)
            : [.. (schema?["properties"] as JsonObject ?? []).Select(field => field.Key), .. parts.SelectMany(FieldsOf)];
    }

    /// <summary>Whether the answers of an operation document this status at all, with or without a body.</summary>
    public bool Documents(string method, string path, int status) =>
        document["paths"]?[path]?[method]?["responses"]?[$"{status}"] is not null;

    // OpenAPI 3.0 says null and GUID in words of its own, which a JSON schema validator passes over;
    // references are put in place, for they point into a document the validator does not have.
    private JsonNode? Converted(JsonNode? node, bool closed = false)
    {
        if (node is JsonArray list)
        {
            return new JsonArray([.. list.Select(item => Converted(item, closed))]);
        }

        if (node is not JsonObject schema)
        {
            return node?.DeepClone();
        }

        if (schema["$ref"] is JsonValue reference)
        {
            return Converted(Resolved(reference.GetValue<string>()), closed);
        }

        JsonObject converted = [];
        foreach ((string key, JsonNode? value) in schema)
        {
            // An example is data: a field of it must not be taken for a word of the schema.
            if (key is not ("nullable" or "example" or "default"))
            {
                converted[key] = Converted(value, closed);
            }
        }

        // What a choice of schemas says by a part that is nothing but nullable: null is possible too.
        foreach (string choice in new[] { "allOf", "anyOf", "oneOf" })
        {
            if (schema[choice] is JsonArray parts && parts.Any(IsNullOnly))
            {
                JsonNode rest = new JsonArray([.. parts.Where(part => !IsNullOnly(part)).Select(part => Converted(part, closed))]);
                converted.Remove(choice);
                converted["anyOf"] = new JsonArray(new JsonObject { [choice] = rest }, new JsonObject { ["type"] = "null" });
            }
        }

        if (converted["format"]?.GetValue<string>() == "date")
        {
            // What is declared a date often carries a full point in time.
            converted.Remove("format");
            converted["anyOf"] = new JsonArray(new JsonObject { ["format"] = "date" }, new JsonObject { ["format"] = "date-time" });
        }

        if (schema["nullable"] is JsonValue nullable && nullable.TryGetValue(out bool allowed) && allowed)
        {
            // A schema that says nothing else is any value.
            if (converted["type"] is { } type)
            {
                converted["type"] = new JsonArray(type.GetValue<string>(), "null");
            }

            (converted["enum"] as JsonArray)?.Add(null);
        }

        if (closed && schema["properties"] is JsonObject && schema["additionalProperties"] is null)
        {
            // The document leaves objects open; what we send must be fields that it names.
            converted["additionalProperties"] = false;
        }

        return converted;
    }

    private async Task<IEnumerable<string>> ValidateAsync(JsonNode schema, string json)
    {
        JsonSchema validator = await JsonSchema.FromJsonAsync(Converted(schema, closed: true)!.ToJsonString(), TestContext.Current.CancellationToken);
        return validator.Validate(json).Select(error => error.ToString());
    }

    private JsonNode? Operation(string method, string path) =>
        Template(method, path) is { } template ? document["paths"]![template]![method.ToLowerInvariant()] : null;

    private static bool IsNullOnly(JsonNode? schema) => schema is JsonObject { Count: 1 } only && only.ContainsKey("nullable");

    private static bool Matches(string[] template, string[] segments) =>
        template.Length == segments.Length && template.Zip(segments).All(pair => pair.First.StartsWith('{') || pair.First == pair.Second);

    private JsonNode Resolved(string reference)
    {
        JsonNode? found = document;
        foreach (string part in reference.TrimStart('#').Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            found = found?[part];
        }

        return found ?? throw new InvalidOperationException($"Nothing is at {reference}.");
    }

    private static string ReadResource()
    {
        using var reader = new StreamReader(typeof(ApiContract).Assembly.GetManifestResourceStream("api.txt")!);
        return reader.ReadToEnd();
    }
}
