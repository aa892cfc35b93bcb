using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Checkly.Sandbox;

/// <summary>Checks JSON against a schema of the facts, and refuses in the words of the API's validator.</summary>
internal static class SchemaCheck
{
    /// <summary>A body, which must be an object.</summary>
    /// <inheritdoc cref="Object"/>
    public static JsonObject Body(JsonNode? body, JsonObject schema, bool withDefaults) =>
        Object(body as JsonObject ?? throw SandboxRefusal.BadRequest("\"value\" must be of type object"), schema, string.Empty, withDefaults);

    /// <summary>An object.</summary>
    /// <param name="sent">The value that was sent.</param>
    /// <param name="schema">Its schema.</param>
    /// <param name="prefix">The prefix of field names in a refusal.</param>
    /// <param name="withDefaults">Whether missing fields get their defaults.</param>
    /// <returns>A copy, with ids and times in the format of the API.</returns>
    /// <exception cref="SandboxRefusal">The value does not match the schema.</exception>
    public static JsonObject Object(JsonObject sent, JsonObject schema, string prefix, bool withDefaults)
    {
        schema = ApiFacts.Resolve(schema);
        JsonObject fields = schema["properties"] as JsonObject ?? [];
        bool isOpen = schema["additionalProperties"] is { } open ? open is JsonObject || (bool)open : fields.Count == 0;
        if (!isOpen && sent.Select(field => field.Key).FirstOrDefault(name => !fields.ContainsKey(name)) is { } unknown)
        {
            throw Refuse(prefix + unknown, "is not allowed");
        }

        string[] required = [.. (schema["required"] as JsonArray ?? []).Select(name => (string)name!)];
        JsonObject taken = [];
        foreach (KeyValuePair<string, JsonNode?> field in fields)
        {
            (string name, JsonObject rule) = (field.Key, field.Value!.AsObject());
            bool isRequired = required.Contains(name);
            if (sent.ContainsKey(name))
            {
                taken[name] = Value(sent[name], rule, prefix + name, withDefaults, isRequired);
            }
            else if (isRequired)
            {
                throw Refuse(prefix + name, "is required");
            }
            else if (withDefaults && ApiFacts.Resolve(rule).ContainsKey("default"))
            {
                taken[name] = Default(rule);
            }
        }

        foreach (KeyValuePair<string, JsonNode?> extra in sent.Where(field => !fields.ContainsKey(field.Key)))
        {
            taken[extra.Key] = schema["additionalProperties"] is JsonObject rule ? Value(extra.Value, rule, prefix + extra.Key, withDefaults) : extra.Value?.DeepClone();
        }

        return taken;
    }

    /// <summary>
    /// Converts a text of a path or a query to the type of its parameter; a text that cannot be converted stays a text.
    /// </summary>
    public static JsonNode? FromText(string text, JsonObject? schema) => (string?)(schema is null ? null : ApiFacts.Resolve(schema))?["type"] switch
    {
        "number" or "integer" when decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal number) => JsonValue.Create(number),
        "boolean" when bool.TryParse(text, out bool flag) => JsonValue.Create(flag),
        _ => JsonValue.Create(text),
    };

    /// <summary>Whether a text has the form of a mail address.</summary>
    public static bool IsMailAddress(string text)
    {
        string[] parts = text.Split('@');
        return parts.Length == 2 && parts.All(part => part.Length > 0) && !text.Any(char.IsWhiteSpace);
    }

    private static JsonNode? Default(JsonObject rule)
    {
        JsonNode? value = ApiFacts.Resolve(rule)["default"];
        // The default of an object has the defaults of its fields.
        return value is JsonObject fields ? Object(fields, rule, string.Empty, withDefaults: true) : value?.DeepClone();
    }

    private static JsonNode? Value(JsonNode? value, JsonObject schema, string name, bool withDefaults, bool isRequired = false)
    {
        schema = ApiFacts.Resolve(schema);
        if (schema["anyOf"] is JsonArray || schema["oneOf"] is JsonArray)
        {
            return AnyOf(value, (schema["anyOf"] ?? schema["oneOf"])!.AsArray(), name, withDefaults);
        }

        bool isNullable = (bool?)schema["nullable"] == true;
        if (value is null)
        {
            return isNullable || schema.Count == 0 ? null : throw Refuse(name, isRequired ? "is required" : RuleOf(schema));
        }

        return (string?)schema["type"] switch
        {
            "string" => Text(value, schema, name),
            "number" or "integer" => Number(value, schema, name),
            "boolean" => value.GetValueKind() is JsonValueKind.True or JsonValueKind.False ? value.DeepClone() : throw Refuse(name, RuleOf(schema)),
            "array" => List(value, schema, name, withDefaults),
            "object" => Object(value as JsonObject ?? throw Refuse(name, RuleOf(schema)), schema, $"{name}.", withDefaults),
            // An enum that has only null is the null alternative of an anyOf.
            _ => isNullable ? throw Refuse(name, "must be null") : value.DeepClone(),
        };
    }

    private static JsonNode? AnyOf(JsonNode? value, JsonArray ways, string name, bool withDefaults)
    {
        SandboxRefusal? first = null;
        foreach (JsonNode? way in ways)
        {
            try
            {
                return Value(value, way!.AsObject(), name, withDefaults);
            }
            catch (SandboxRefusal refusal)
            {
                first ??= refusal;
            }
        }

        throw first!;
    }

    private static JsonNode Text(JsonNode value, JsonObject schema, string name)
    {
        if (schema["enum"] is JsonArray values)
        {
            return values.Any(allowed => JsonNode.DeepEquals(allowed, value)) ? value.DeepClone() : throw Refuse(name, RuleOf(schema));
        }

        if (value.GetValueKind() != JsonValueKind.String)
        {
            throw Refuse(name, RuleOf(schema));
        }

        string text = value.GetValue<string>();
        // In the document, exactly the texts that may be empty are nullable.
        if (text.Length == 0 && (schema["minLength"] is not null || (schema["nullable"] is null && schema["format"] is null)))
        {
            throw Refuse(name, "is not allowed to be empty");
        }

        if (schema["maxLength"] is { } most && text.Length > (decimal)most)
        {
            throw Refuse(name, $"length must be less than or equal to {most} characters long");
        }

        if (schema["pattern"] is { } pattern && !Regex.IsMatch(text, (string)pattern!, RegexOptions.ECMAScript))
        {
            throw Refuse(name, $"with value \"{text}\" fails to match the required pattern: /{pattern}/");
        }

        return JsonValue.Create(Normalize(value, text, schema) ?? throw Refuse(name, RuleOf(schema)));
    }

    /// <summary>A text in the API's normal form; <see langword="null"/> when it does not have the format that the schema asks for.</summary>
    private static string? Normalize(JsonNode value, string text, JsonObject schema)
    {
        bool isUrl = schema["x-format"] is not null;
        switch (isUrl ? "uri" : (string?)schema["format"])
        {
            case "uuid":
                return Guid.TryParse(text, out Guid id) ? id.ToString() : null;
            case "uri":
                return Uri.TryCreate(text, UriKind.Absolute, out Uri? address) && (!isUrl || address.Scheme is "http" or "https") ? text : null;
            case "email":
                return IsMailAddress(text) ? text : null;
            case "date" or "date-time":
                // Parsed twice: only the first parser insists on ISO 8601, and only the second assumes UTC.
                return value.AsValue().TryGetValue(out DateTimeOffset _) && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset time)
                    ? Timestamp.Format(time)
                    : null;
            default:
                return text;
        }
    }

    private static JsonNode Number(JsonNode value, JsonObject schema, string name)
    {
        if (value is not JsonValue sent || value.GetValueKind() != JsonValueKind.Number)
        {
            throw Refuse(name, "must be a number");
        }

        if (!sent.TryGetValue(out decimal number))
        {
            throw Refuse(name, "must be a safe number");
        }

        decimal? least = (decimal?)schema["minimum"];
        return (string?)schema["type"] == "integer" && number != decimal.Truncate(number) ? throw Refuse(name, "must be an integer")
            : schema["exclusiveMinimum"] is not null && number <= least ? throw Refuse(name, least == 0 ? "must be a positive number" : $"must be greater than {least}")
            : number < least ? throw Refuse(name, $"must be greater than or equal to {least}")
            : number > (decimal?)schema["maximum"] ? throw Refuse(name, $"must be less than or equal to {schema["maximum"]}")
            : value.DeepClone();
    }

    private static JsonArray List(JsonNode value, JsonObject schema, string name, bool withDefaults)
    {
        JsonArray items = value as JsonArray ?? throw Refuse(name, RuleOf(schema));
        decimal? least = (decimal?)schema["minItems"];
        decimal? most = (decimal?)schema["maxItems"];
        return least is not null && least == most && items.Count != least ? throw Refuse(name, $"must contain {least} items")
            : items.Count < least ? throw Refuse(name, $"must contain at least {least} items")
            : items.Count > most ? throw Refuse(name, $"must contain less than or equal to {most} items")
            : new JsonArray([.. items.Select((item, index) => schema["items"] is JsonObject rule ? Value(item, rule, $"{name}[{index}]", withDefaults) : item?.DeepClone())]);
    }

    /// <summary>What a value must be, in the API's words.</summary>
    private static string RuleOf(JsonObject schema) => (string?)schema["type"] switch
    {
        _ when schema["enum"] is JsonArray values => $"must be one of [{string.Join(", ", values)}]",
        "string" when schema["x-format"] is not null => "must be a valid uri with a scheme matching the http|https pattern",
        "string" => (string?)schema["format"] switch
        {
            "uuid" => "must be a valid GUID",
            "uri" => "must be a valid uri",
            "email" => "must be a valid email",
            "date" or "date-time" => "must be a valid date",
            _ => "must be a string",
        },
        "object" => "must be of type object",
        "array" => "must be an array",
        var type => $"must be a {type}",
    };

    private static SandboxRefusal Refuse(string name, string why) => SandboxRefusal.BadRequest($"\"{name}\" {why}");
}
