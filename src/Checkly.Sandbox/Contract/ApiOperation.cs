using System.Globalization;
using System.Text.Json.Nodes;
using Checkly.Facts;

namespace Checkly.Sandbox;

/// <summary>One operation of the API, as the facts describe it.</summary>
internal sealed class ApiOperation
{
    private readonly string[] _segments;
    private readonly Lazy<JsonObject> _facts;

    /// <param name="method">The HTTP method.</param>
    /// <param name="template">The path, with placeholders in braces.</param>
    /// <param name="facts">The facts about the operation.</param>
    /// <param name="isPartial">Whether a PUT keeps what its body leaves out.</param>
    public ApiOperation(string method, string template, Lazy<JsonObject> facts, bool isPartial)
    {
        Name = $"{method} {template}";
        Method = method;
        Path = template;
        _segments = template.Split('/');
        _facts = facts;
        IsPartial = isPartial || method == "PATCH";
    }

    /// <summary>Method and path, such as <c>GET /v1/incidents/{id}</c>.</summary>
    public string Name { get; }

    public string Method { get; }

    /// <summary>The path, with placeholders in braces.</summary>
    public string Path { get; }

    /// <summary>Whether its list is paged by <c>limit</c> and <c>nextId</c>.</summary>
    public bool TakesCursor => Query.ContainsKey("nextId");

    /// <summary>How many placeholders the path has: of two paths that match, the one with fewer is meant.</summary>
    public int PlaceholderCount => _segments.Count(segment => segment.StartsWith("{", StringComparison.Ordinal));

    /// <summary>The status code of success.</summary>
    public int Status => int.Parse(Success.Key, CultureInfo.InvariantCulture);

    /// <summary>The schema of the answer; <see langword="null"/> where there is none.</summary>
    public JsonObject? Answer => SchemaOf(Success.Value);

    /// <summary>The schema of the body; <see langword="null"/> where there is none.</summary>
    public JsonObject? Body => SchemaOf(_facts.Value["requestBody"]);

    /// <summary>Whether a change keeps what its body leaves out. Otherwise that falls back to its default.</summary>
    public bool IsPartial { get; }

    /// <summary>
    /// The unescaped values of the placeholders in a path; <see langword="null"/> when the path belongs to another operation.
    /// </summary>
    public Dictionary<string, string>? Match(string[] segments)
    {
        if (segments.Length != _segments.Length)
        {
            return null;
        }

        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        for (int i = 0; i < segments.Length; i++)
        {
            if (_segments[i].StartsWith("{", StringComparison.Ordinal))
            {
                values[_segments[i].Trim('{', '}')] = Uri.UnescapeDataString(segments[i]);
            }
            else if (_segments[i] != segments[i])
            {
                return null;
            }
        }

        return values;
    }

    /// <summary>Checks a request against the facts, in the order in which the API does.</summary>
    /// <param name="path">The values of the placeholders.</param>
    /// <param name="query">The query.</param>
    /// <param name="body">The body, if there is one.</param>
    /// <returns>The call: ids and times in the format of the API, and query parameters with their defaults.</returns>
    /// <exception cref="SandboxRefusal">The API would refuse it.</exception>
    public SandboxCall Check(IReadOnlyDictionary<string, string> path, ILookup<string, string> query, JsonNode? body)
    {
        JsonObject ids = SchemaCheck.Object(new JsonObject(path.Select(value => Pair(value.Key, SchemaCheck.FromText(value.Value, Field(PathParameters, value.Key))))), Fields(PathParameters), string.Empty, withDefaults: false);
        JsonObject asked = SchemaCheck.Object(new JsonObject(query.Select(values => Pair(values.Key, FromQuery(values)))), Fields(Query), string.Empty, withDefaults: true);
        JsonObject? sent = Body is null ? null : SchemaCheck.Body(body, Body, withDefaults: !IsPartial);
        return new SandboxCall(this, ids, asked, sent ?? []);
    }

    private KeyValuePair<string, JsonNode?> Success => _facts.Value["responses"]!.AsObject().First(response => response.Key[0] == '2');

    private JsonObject PathParameters => field ??= Parameters(_facts.Value, "path");

    private JsonObject Query => field ??= Parameters(_facts.Value, "query");

    private static KeyValuePair<string, JsonNode?> Pair(string name, JsonNode? value) => new(name, value);

    private static JsonObject? Field(JsonObject parameters, string name) => parameters[name]?["schema"] as JsonObject;

    private static JsonObject Parameters(JsonObject facts, string place) => new(facts["parameters"]!.AsArray()
        .Where(parameter => (string?)parameter!["in"] == place)
        .Select(parameter => Pair((string)parameter!["name"]!, new JsonObject
        {
            ["schema"] = place == "query" ? FactsReader.InQuery(parameter["schema"]!) : parameter["schema"]!.DeepClone(),
            ["required"] = parameter["required"]?.DeepClone(),
        })));

    private static JsonObject Fields(JsonObject parameters) => new()
    {
        ["properties"] = new JsonObject(parameters.Select(parameter => Pair(parameter.Key, parameter.Value!["schema"]!.DeepClone()))),
        ["required"] = new JsonArray([.. parameters.Where(parameter => (bool)parameter.Value!["required"]!).Select(parameter => JsonValue.Create(parameter.Key))]),
        // Proxies and clients may add parameters.
        ["additionalProperties"] = true,
    };

    private static JsonObject? SchemaOf(JsonNode? content) => content?["content"]?["application/json"]?["schema"] as JsonObject;

    /// <summary>A parameter that comes several times is a list, and one that takes a list may come once.</summary>
    private JsonNode? FromQuery(IGrouping<string, string> values)
    {
        JsonObject? schema = Field(Query, values.Key);
        bool isList = schema is not null && (string?)ApiFacts.Resolve(schema)["type"] == "array";
        return isList || values.Count() > 1
            ? new JsonArray([.. values.Select(text => SchemaCheck.FromText(text, isList ? ApiFacts.Resolve(schema!)["items"] as JsonObject : null))])
            : SchemaCheck.FromText(values.Single(), schema);
    }
}
