using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Checkly.Sandbox;

/// <summary>
/// Takes fields out of a JSON object under the API's rules, refusing in the words of its validator. All that an
/// operation does not know is refused as well.
/// </summary>
internal sealed class FieldCheck
{
    private readonly JsonObject _fields;
    private readonly string _prefix;

    public FieldCheck(JsonObject fields, string prefix, params string[] known)
    {
        _fields = fields;
        _prefix = prefix;
        if (fields.Select(field => field.Key).FirstOrDefault(name => !known.Contains(name)) is { } unknown)
        {
            throw Refuse(unknown, "is not allowed");
        }
    }

    /// <summary>A text that must be there and not be empty.</summary>
    public string Text(string name)
    {
        string text = Required(name) is JsonValue value && value.TryGetValue(out string? found) ? found : throw Refuse(name, "must be a string");
        return text.Length > 0 ? text : throw Refuse(name, "is not allowed to be empty");
    }

    /// <summary>A text that must be one of a set, in exactly that case.</summary>
    public string OneOf(string name, params string[] values)
    {
        string text = Text(name);
        return values.Contains(text) ? text : throw Refuse(name, $"must be one of [{string.Join(", ", values)}]");
    }

    /// <summary>A whole number that must be there.</summary>
    public long Number(string name) =>
        Required(name) is JsonValue value && value.GetValueKind() == JsonValueKind.Number && value.TryGetValue(out decimal number)
            ? number == decimal.Truncate(number) && Math.Abs(number) <= long.MaxValue ? (long)number : throw Refuse(name, "must be an integer")
            : throw Refuse(name, "must be a number");

    /// <summary>A point in time, or none when it is missing or null.</summary>
    public string? Time(string name)
    {
        if (_fields[name] is not { } field)
        {
            return null;
        }

        // Read twice: only the first knows ISO 8601 from other ways to write a date, only the second takes UTC for granted.
        return field is JsonValue value && value.TryGetValue(out DateTimeOffset _) && value.TryGetValue(out string? text)
            && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset time)
                ? Timestamp.Format(time)
                : throw Refuse(name, "must be a valid date");
    }

    /// <summary>An array of exactly one object.</summary>
    public FieldCheck Single(string name, params string[] known)
    {
        JsonArray array = Required(name) as JsonArray ?? throw Refuse(name, "must be an array");
        if (array.Count != 1)
        {
            throw Refuse(name, "must contain 1 items");
        }

        string item = $"{name}[0]";
        return new FieldCheck(array[0] as JsonObject ?? throw Refuse(item, "must be of type object"), $"{_prefix}{item}.", known);
    }

    /// <summary>A field as it was sent, when it is there and passes; otherwise what stands for it.</summary>
    /// <param name="name">The field.</param>
    /// <param name="otherwise">The value of a field that was not sent.</param>
    /// <param name="passes">Whether a value is one that the field can have; null comes here too.</param>
    /// <param name="rule">The rule in the API's words, such as <c>must be a string</c>.</param>
    public JsonNode? Value(string name, JsonNode? otherwise, Func<JsonNode?, bool> passes, string rule) =>
        !Has(name) ? otherwise?.DeepClone() : passes(_fields[name]) ? _fields[name]?.DeepClone() : throw Refuse(name, rule);

    /// <summary>Whether a field was sent, be it null.</summary>
    public bool Has(string name) => _fields.ContainsKey(name);

    private JsonNode Required(string name) => _fields[name] ?? throw Refuse(name, "is required");

    private SandboxRefusal Refuse(string name, string why) => SandboxRefusal.BadRequest($"\"{_prefix}{name}\" {why}");
}
