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

    /// <summary>A text that must be there and not be empty, of at most so many characters.</summary>
    public string Text(string name, int most = int.MaxValue)
    {
        string text = Required(name) is JsonValue value && value.TryGetValue(out string? found) ? found : throw Refuse(name, "must be a string");
        return text.Length == 0 ? throw Refuse(name, "is not allowed to be empty")
            : text.Length > most ? throw Refuse(name, $"length must be less than or equal to {most} characters long")
            : text;
    }

    /// <summary>An id that must be there.</summary>
    public string Id(string name) => Guid.TryParse(Text(name), out Guid id) ? id.ToString() : throw Refuse(name, "must be a valid GUID");

    /// <summary>A mail address that must be there.</summary>
    public string Email(string name)
    {
        string[] parts = Text(name).Split('@');
        return parts.Length == 2 && parts.All(part => part.Length > 0) && !parts.Any(part => part.Any(char.IsWhiteSpace))
            ? string.Join("@", parts)
            : throw Refuse(name, "must be a valid email");
    }

    /// <summary>A text that must be one of a set, in exactly that case.</summary>
    public string OneOf(string name, params string[] values)
    {
        string text = Text(name);
        return values.Contains(text) ? text : throw Refuse(name, $"must be one of [{string.Join(", ", values)}]");
    }

    /// <summary>A truth value, or false when it is missing.</summary>
    public bool Flag(string name) => Value(name, otherwise: false, JsonTest.IsFlag, "must be a boolean")!.GetValue<bool>();

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

    /// <summary>A point in time that must be there.</summary>
    public string Moment(string name) => Time(name) ?? throw Refuse(name, Has(name) ? "must be a valid date" : "is required");

    /// <summary>An array of exactly one object.</summary>
    public FieldCheck Single(string name, params string[] known) => List(name) is { Count: 1 } array
        ? Object($"{name}[0]", array[0], known)
        : throw Refuse(name, "must contain 1 items");

    /// <summary>An array of objects that must be there.</summary>
    public FieldCheck[] Items(string name, int least, int most, params string[] known)
    {
        JsonArray array = List(name);
        return array.Count < least ? throw Refuse(name, $"must contain at least {least} items")
            : array.Count > most ? throw Refuse(name, $"must contain less than or equal to {most} items")
            : [.. array.Select((item, index) => Object($"{name}[{index}]", item, known))];
    }

    /// <summary>An object that need not be there, and is empty then.</summary>
    public FieldCheck Object(string name, params string[] known) => Object(name, Has(name) ? _fields[name] : new JsonObject(), known);

    /// <summary>Refuses a body that lacks one of these, be it null.</summary>
    public void Need(params string[] names)
    {
        if (names.FirstOrDefault(name => !Has(name)) is { } missing)
        {
            throw Refuse(missing, "is required");
        }
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

    private JsonArray List(string name) => Required(name) as JsonArray ?? throw Refuse(name, "must be an array");

    private FieldCheck Object(string name, JsonNode? value, string[] known) =>
        new(value as JsonObject ?? throw Refuse(name, "must be of type object"), $"{_prefix}{name}.", known);

    private JsonNode Required(string name) => _fields[name] ?? throw Refuse(name, "is required");

    private SandboxRefusal Refuse(string name, string why) => SandboxRefusal.BadRequest($"\"{_prefix}{name}\" {why}");
}
