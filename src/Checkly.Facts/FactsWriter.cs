using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Checkly.Facts;

/// <summary>
/// Writes an OpenAPI 3.0 document as the facts that this project needs, one line each; <see cref="FactsReader"/> says how to read
/// them. Sentences and examples of the document are left out, and so are schemas that no request and no success answer uses.
/// </summary>
internal static partial class FactsWriter
{
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes the facts, sorted; only the fields of a schema keep the order of the document.</summary>
    /// <param name="document">The document.</param>
    public static string Write(JsonObject document)
    {
        List<string> lines = [];
        document = Inlined(document, document["components"]!["schemas"]!.AsObject())!.AsObject();
        JsonObject schemas = document["components"]!["schemas"]!.AsObject();
        HashSet<string> used = ["ApiError"];
        foreach ((string path, string method, JsonObject operation) in document["paths"]!.AsObject()
            .SelectMany(path => path.Value!.AsObject().Select(operation => (path.Key, Method: operation.Key.ToUpperInvariant(), operation.Value!.AsObject())))
            .OrderBy(item => item.Key, StringComparer.Ordinal).ThenBy(item => item.Method, StringComparer.Ordinal))
        {
            WriteOperation(lines, $"{method} {path}", operation, schema => Use(schema, schemas, used));
        }

        foreach (string name in used.Order(StringComparer.Ordinal))
        {
            WriteSchema(lines, 0, $"#{name}", schemas[name]!);
        }

        return string.Concat(lines.Select(line => $"{line}\n"));
    }

    private static void WriteOperation(List<string> lines, string name, JsonObject operation, Action<JsonNode> use)
    {
        JsonObject[] parameters = [.. (operation["parameters"] as JsonArray ?? []).Select(parameter => parameter!.AsObject())];
        JsonObject? Query(string wanted) => Array.Find(parameters, parameter => (string?)parameter["in"] == "query" && (string?)parameter["name"] == wanted);
        string paging = Query("limit") is not { } limit ? string.Empty : Query("page") is not null ? $" page={limit["schema"]!["maximum"]}" : Query("nextId") is not null ? $" cursor={limit["schema"]!["maximum"]}" : string.Empty;
        lines.Add($"{name}{paging}{((bool?)operation["deprecated"] == true ? " deprecated" : string.Empty)}");
        foreach (JsonObject parameter in parameters.Where(parameter => (string?)parameter["in"] is "path" or "query"))
        {
            bool isPath = (string?)parameter["in"] == "path";
            string mark = (isPath ? "/" : "?") + (string?)parameter["name"] + ((bool?)parameter["required"] == true && !isPath ? "!" : string.Empty);
            use(parameter["schema"]!);
            WriteSchema(lines, 1, mark, parameter["schema"]!);
        }

        if (operation["requestBody"]?["content"]?["application/json"]?["schema"] is { } body)
        {
            use(body);
            WriteSchema(lines, 1, "body", body);
        }

        JsonObject responses = operation["responses"]!.AsObject();
        foreach ((string status, JsonNode? response) in responses.Where(response => response.Key[0] == '2'))
        {
            (string? media, JsonNode? content) = (response!["content"] as JsonObject ?? []).FirstOrDefault();
            if (status == "204" || content?["schema"] is not { } schema)
            {
                lines.Add($"  {status}");
            }
            else if (media == "application/json")
            {
                use(schema);
                WriteSchema(lines, 1, status, schema);
            }
            else
            {
                lines.Add($"  {status} {media}");
            }
        }

        if (responses.Any(response => response.Key[0] != '2'))
        {
            lines.Add($"  refuses {string.Join(' ', responses.Select(response => response.Key).Where(status => status[0] != '2').Order(StringComparer.Ordinal))}");
        }
    }

    private static void WriteSchema(List<string> lines, int depth, string name, JsonNode node)
    {
        JsonObject schema = node.AsObject();
        string kind = Kind(schema) + ((bool?)schema["nullable"] == true ? "?" : string.Empty);
        lines.Add(string.Join(' ', [new string(' ', depth * 2) + name, kind, .. Facts(schema)]));
        foreach ((string child, JsonNode? value) in Children(schema))
        {
            WriteSchema(lines, depth + 1, child, value!);
        }
    }

    private static string Kind(JsonObject schema)
    {
        if (schema["$ref"] is { } reference)
        {
            return $"#{Named(reference)}";
        }

        if (Choice(schema) is { } choice)
        {
            return choice;
        }

        return (string?)schema["type"] switch
        {
            "string" => schema["x-format"] switch
            {
                JsonObject form when form["guid"] is not null => "guid",
                JsonObject form when form["uri"] is JsonObject => "url",
                JsonObject form when form["uri"] is not null => "uri",
                JsonObject form when form["email"] is not null => "email",
                JsonObject form when form["isoDate"] is not null => "date-time",
                _ => (string?)schema["format"] is "uuid" ? "guid" : (string?)schema["format"] ?? "text",
            },
            "array" => IsPlain(schema["items"]) ? $"{Kind(schema["items"]!.AsObject())}[]" : "array",
            { } type => type,
            null => "any",
        };
    }

    private static string? Choice(JsonObject schema) => Array.Find(["anyOf", "oneOf", "allOf"], word => schema[word] is not null);

    /// <summary>Whether the kind alone describes a schema, which has neither facts nor children.</summary>
    private static bool IsPlain(JsonNode? node) => node is JsonObject schema && (bool?)schema["nullable"] != true && !Facts(schema).Any() && !Children(schema).Any();

    private static IEnumerable<string> Facts(JsonObject schema)
    {
        if (schema["$ref"] is not null)
        {
            yield break;
        }

        (string least, string most) = (string?)schema["type"] switch
        {
            "string" => ("minLength", "maxLength"),
            "array" => ("minItems", "maxItems"),
            _ => ("minimum", "maximum"),
        };
        bool isAbove = schema["exclusiveMinimum"] is not null;
        bool isPositive = (string?)schema["x-constraint"]?["sign"] == "positive";
        if (schema[least] is not null || schema[most] is not null)
        {
            yield return $"{(isAbove ? ">" : string.Empty)}{schema[least]}..{schema[most]}";
        }
        else if (schema["x-constraint"]?["length"] is { } length)
        {
            yield return $"{length}..{length}";
        }
        else if (isPositive)
        {
            yield return ">0..";
        }

        if (schema["enum"] is { } values)
        {
            yield return Json(values);
        }

        if (schema["pattern"] is { } pattern)
        {
            yield return $"~{Json(pattern)}";
        }

        // In the document, the default of a time is the moment at which the document was generated.
        if (schema.ContainsKey("default") && Kind(schema) is not ("date" or "date-time"))
        {
            yield return $"={Json(schema["default"])}";
        }

        if (schema["additionalProperties"] is JsonValue open)
        {
            yield return (bool)open ? "open" : "closed";
        }
    }

    private static IEnumerable<KeyValuePair<string, JsonNode?>> Children(JsonObject schema)
    {
        string[] required = [.. (schema["required"] as JsonArray ?? []).Select(name => (string)name!)];
        IEnumerable<KeyValuePair<string, JsonNode?>> children = (schema["properties"] as JsonObject ?? [])
            .Select(field => KeyValuePair.Create(required.Contains(field.Key) ? $"{field.Key}!" : field.Key, field.Value));
        if (schema["additionalProperties"] is JsonObject entry)
        {
            children = children.Append(new("{}", entry));
        }

        if ((string?)schema["type"] == "array" && schema["items"] is { } items && !IsPlain(items))
        {
            children = children.Append(new("[]", items));
        }

        return Choice(schema) is { } choice ? children.Concat(schema[choice]!.AsArray().Select(way => new KeyValuePair<string, JsonNode?>("-", way))) : children;
    }

    // A space ends a fact, so spaces within a fact are escaped.
    private static string Json(JsonNode? value) => value is null ? "null" : value.ToJsonString(Plain).Replace(" ", "\\u0020", StringComparison.Ordinal);

    /// <summary>
    /// Replaces each reference to a numbered schema (<c>Model51</c>) by the schema: the numbers change with every version of the document.
    /// A reference to a schema that the document lacks becomes an empty schema, which allows anything.
    /// </summary>
    private static JsonNode? Inlined(JsonNode? node, JsonObject schemas) => node switch
    {
        JsonObject { Count: > 0 } schema when schema["$ref"] is JsonValue reference => schemas[Named(reference)] switch
        {
            null => new JsonObject(),
            var numbered when Numbered().IsMatch(Named(reference)) => Inlined(numbered, schemas),
            _ => schema.DeepClone(),
        },
        JsonObject schema => new JsonObject(schema.Select(field => KeyValuePair.Create(field.Key, Inlined(field.Value, schemas)))),
        JsonArray list => new JsonArray([.. list.Select(item => Inlined(item, schemas))]),
        _ => node?.DeepClone(),
    };

    private static string Named(JsonNode reference) => ((string)reference!).Split('/')[^1];

    [GeneratedRegex(@"^Model\d+$")]
    private static partial Regex Numbered();

    /// <summary>Adds the names of all schemas that a schema refers to, directly or not.</summary>
    private static void Use(JsonNode? node, JsonObject schemas, HashSet<string> used)
    {
        switch (node)
        {
            case JsonObject schema when schema["$ref"] is { } reference:
                string name = Named(reference);
                if (used.Add(name))
                {
                    Use(schemas[name], schemas, used);
                }

                break;
            case JsonObject schema:
                foreach ((string key, JsonNode? value) in schema)
                {
                    if (key is not ("example" or "default" or "enum" or "discriminator"))
                    {
                        Use(value, schemas, used);
                    }
                }

                break;
            case JsonArray list:
                foreach (JsonNode? item in list)
                {
                    Use(item, schemas, used);
                }

                break;
        }
    }
}
