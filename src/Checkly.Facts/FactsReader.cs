using System.Globalization;
using System.Text.Json.Nodes;

namespace Checkly.Facts;

/// <summary>
/// Reads the facts of the API (<c>api.txt</c>) back into the form of an OpenAPI 3.0 document. A line is a name, a kind, and facts:
/// <code>
/// GET /v1/snippets page=100      an operation; its list has at most 100 entries on a page. Below it:
///   /id guid                     a placeholder of the path
///   ?limit integer 1..100 =10    a parameter of the query, from 1 to 100, by default 10; with ! it is required
///   body #SnippetCreate          the body: a schema that is named below
///   201 #Snippet                 an answer
///   refuses 400 401              other answers that are documented
/// #SnippetCreate object          a named schema. Below it its fields:
///   name! text 1..200            required, 1 to 200 characters; numbers have a range, lists a number of entries
///   tags text[]                  a list of texts
///   width text ["A","B"] ="A"    one of these, by default the first
///   until date-time? ~"regex"    may be null; matches a pattern
///   steps array                  a list whose entries ([]) have facts of their own
/// </code>
/// <c>{}</c> is the schema of a map's values, <c>-</c> one way of an <c>anyOf</c>, <c>oneOf</c> or <c>allOf</c>; <c>open</c> and
/// <c>closed</c> say whether an object takes fields that are not named.
/// </summary>
internal static class FactsReader
{
    /// <summary>The document: its <c>paths</c>, and its schemas in <c>components</c>.</summary>
    /// <param name="text">The facts.</param>
    public static JsonObject Read(string text)
    {
        var paths = new JsonObject();
        var schemas = new JsonObject();
        JsonObject[] above = new JsonObject[32];
        bool isOperation = false;
        foreach (string line in text.Split(['\n', '\r'], StringSplitOptions.RemoveEmptyEntries))
        {
            string[] words = line.Trim().Split(' ');
            int depth = (line.Length - line.TrimStart().Length) / 2;
            if (depth == 0)
            {
                isOperation = words[0][0] != '#';
                above[0] = isOperation ? ReadOperation(words, paths) : ReadSchema(words);
                if (!isOperation)
                {
                    schemas[words[0].Substring(1)] = above[0];
                }
            }
            else
            {
                above[depth] = isOperation && depth == 1 ? ReadPart(words, above[0]) : ReadChild(words, above[depth - 1]);
            }
        }

        return new JsonObject { ["paths"] = paths, ["components"] = new JsonObject { ["schemas"] = schemas } };
    }

    private static JsonObject ReadOperation(string[] words, JsonObject paths)
    {
        var operation = new JsonObject { ["parameters"] = new JsonArray(), ["responses"] = new JsonObject() };
        if (words.Contains("deprecated"))
        {
            operation["deprecated"] = true;
        }

        if (paths[words[1]] is not JsonObject path)
        {
            paths[words[1]] = path = [];
        }

        path[words[0].ToLowerInvariant()] = operation;
        return operation;
    }

    /// <summary>A parameter, the body or an answer of an operation.</summary>
    private static JsonObject ReadPart(string[] words, JsonObject operation)
    {
        JsonObject responses = operation["responses"]!.AsObject();
        if (words[0] == "refuses")
        {
            foreach (string status in words.Skip(1))
            {
                responses[status] = Content("application/json", Reference("ApiError"));
            }

            return operation;
        }

        if (words.Length == 1 || words[1].Contains('/'))
        {
            responses[words[0]] = words.Length == 1 ? [] : Content(words[1], new JsonObject { ["type"] = "string" });
            return operation;
        }

        JsonObject schema = ReadSchema(words);
        if (words[0] == "body")
        {
            operation["requestBody"] = Content("application/json", schema);
        }
        else if (words[0][0] is '/' or '?')
        {
            bool isPath = words[0][0] == '/';
            operation["parameters"]!.AsArray().Add(new JsonObject
            {
                ["name"] = words[0].Substring(1).TrimEnd('!'),
                ["in"] = isPath ? "path" : "query",
                ["required"] = isPath || words[0].TrimEnd('!') != words[0],
                ["schema"] = schema,
            });
        }
        else
        {
            responses[words[0]] = Content("application/json", schema);
        }

        return schema;
    }

    private static JsonObject ReadChild(string[] words, JsonObject parent)
    {
        JsonObject schema = ReadSchema(words);
        switch (words[0])
        {
            case "[]": parent["items"] = schema; break;
            case "{}": parent["additionalProperties"] = schema; break;
            case "-": parent.First(item => item.Value is JsonArray && item.Key is "anyOf" or "oneOf" or "allOf").Value!.AsArray().Add(schema); break;
            default:
                string name = words[0].TrimEnd('!');
                if (parent["properties"] is not JsonObject properties)
                {
                    parent["properties"] = properties = [];
                }

                properties[name] = schema;
                if (name != words[0])
                {
                    if (parent["required"] is not JsonArray required)
                    {
                        parent["required"] = required = [];
                    }

                    required.Add(name);
                }

                break;
        }

        return schema;
    }

    private static JsonObject ReadSchema(string[] words)
    {
        string kind = words[1].TrimEnd('?');
        JsonObject schema = OfKind(kind);
        if (kind != words[1])
        {
            schema["nullable"] = true;
        }

        foreach (string fact in words.Skip(2))
        {
            switch (fact[0])
            {
                case '=': schema["default"] = JsonNode.Parse(fact.Substring(1)); break;
                case '~': schema["pattern"] = JsonNode.Parse(fact.Substring(1)); break;
                case '[': schema["enum"] = JsonNode.Parse(fact); break;
                case 'o' or 'c': schema["additionalProperties"] = fact == "open"; break;
                default: ReadRange(fact, schema); break;
            }
        }

        return schema;
    }

    private static JsonObject OfKind(string kind) => kind switch
    {
        "any" => [],
        "text" => new JsonObject { ["type"] = "string" },
        "guid" => new JsonObject { ["type"] = "string", ["format"] = "uuid" },
        "number" or "integer" or "boolean" or "object" or "array" => new JsonObject { ["type"] = kind },
        "anyOf" or "oneOf" or "allOf" => new JsonObject { [kind] = new JsonArray() },
        _ when kind.EndsWith("[]", StringComparison.Ordinal) => new JsonObject { ["type"] = "array", ["items"] = OfKind(kind.Substring(0, kind.Length - 2)) },
        _ when kind[0] == '#' => Reference(kind.Substring(1)),
        _ => new JsonObject { ["type"] = "string", ["format"] = kind },
    };

    private static void ReadRange(string fact, JsonObject schema)
    {
        int dots = fact.IndexOf("..", StringComparison.Ordinal);
        (string least, string most) = (string?)schema["type"] switch
        {
            "string" => ("minLength", "maxLength"),
            "array" => ("minItems", "maxItems"),
            _ => ("minimum", "maximum"),
        };
        bool isAbove = fact[0] == '>';
        Set(least, fact.Substring(isAbove ? 1 : 0, dots - (isAbove ? 1 : 0)));
        Set(most, fact.Substring(dots + 2));
        if (isAbove)
        {
            schema["exclusiveMinimum"] = true;
        }

        void Set(string name, string number)
        {
            if (number.Length > 0)
            {
                schema[name] = decimal.Parse(number, CultureInfo.InvariantCulture);
            }
        }
    }

    private static JsonObject Reference(string name) => new() { ["$ref"] = $"#/components/schemas/{name}" };

    private static JsonObject Content(string media, JsonObject schema) => new() { ["content"] = new JsonObject { [media] = new JsonObject { ["schema"] = schema } } };
}
