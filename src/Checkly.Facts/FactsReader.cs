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
///   until date-time?             may be null
///   link url ~"regex"            an address with http or https (a uri may have any scheme); matches a pattern
///   steps array                  a list whose entries ([]) have facts of their own
/// </code>
/// <c>{}</c> is the schema of a map's values, <c>-</c> one way of an <c>anyOf</c>, <c>oneOf</c> or <c>allOf</c>; <c>open</c> and
/// <c>closed</c> say whether an object takes fields that are not named.
/// </summary>
internal static class FactsReader
{
    /// <summary>The schema of a parameter of a query, where a date is UNIX seconds: so say the descriptions of all these parameters.</summary>
    public static JsonNode InQuery(JsonNode schema) => (string?)schema["format"] == "date" ? new JsonObject { ["type"] = "integer" } : schema.DeepClone();

    /// <summary>The document: its <c>paths</c>, and its schemas in <c>components</c>.</summary>
    /// <param name="text">The facts.</param>
    public static JsonObject Read(string text)
    {
        var paths = new JsonObject();
        var schemas = new JsonObject();
        foreach (string[] block in Blocks(text))
        {
            string[] words = block[0].Split(' ');
            if (words[0][0] == '#')
            {
                schemas[words[0].Substring(1)] = ReadBlock(block);
                continue;
            }

            if (paths[words[1]] is not JsonObject path)
            {
                paths[words[1]] = path = [];
            }

            path[words[0].ToLowerInvariant()] = ReadBlock(block);
        }

        return new JsonObject { ["paths"] = paths, ["components"] = new JsonObject { ["schemas"] = schemas } };
    }

    /// <summary>The lines of each operation and of each named schema.</summary>
    /// <param name="text">The facts.</param>
    public static IEnumerable<string[]> Blocks(string text)
    {
        List<string> block = [];
        foreach (string line in text.Split(['\n', '\r'], StringSplitOptions.RemoveEmptyEntries))
        {
            if (line[0] != ' ' && block.Count > 0)
            {
                yield return [.. block];
                block.Clear();
            }

            block.Add(line);
        }

        yield return [.. block];
    }

    /// <summary>An operation or a named schema.</summary>
    /// <param name="block">Its lines.</param>
    public static JsonObject ReadBlock(string[] block)
    {
        JsonObject[] above = new JsonObject[32];
        bool isOperation = block[0][0] != '#';
        foreach (string line in block)
        {
            string[] words = line.TrimStart().Split(' ');
            int depth = (line.Length - line.TrimStart().Length) / 2;
            above[depth] = (depth, isOperation) switch
            {
                (0, true) => ReadOperation(words),
                (0, false) => ReadSchema(words),
                (1, true) => ReadPart(words, above[0]),
                _ => ReadChild(words, above[depth - 1]),
            };
        }

        return above[0];
    }

    private static JsonObject ReadOperation(string[] words)
    {
        var operation = new JsonObject { ["parameters"] = new JsonArray(), ["responses"] = new JsonObject() };
        if (words.Contains("deprecated"))
        {
            operation["deprecated"] = true;
        }

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

    /// <summary>The schema of a line.</summary>
    /// <param name="words">A name, a kind, and facts.</param>
    public static JsonObject ReadSchema(string[] words)
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
        "url" => new JsonObject { ["type"] = "string", ["x-format"] = new JsonObject { ["uri"] = new JsonObject() } },
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
