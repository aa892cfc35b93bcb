using System.Collections;
using System.Globalization;
using System.Text.Json;

namespace Checkly;

/// <summary>
/// Reads the fields of a JSON object tolerantly, so that a new field or a new kind of value does not break existing scripts. A field
/// that is missing, or has a value of another kind, reads as <see langword="null"/> or as empty. <see cref="Rest"/> returns every field
/// that was not read, including those with a value of another kind; of two names that differ only in case, it keeps the last one.
/// Control characters in texts are replaced by their visible pictures.
/// </summary>
internal sealed class JsonFields
{
    private readonly JsonElement _json;
    private readonly Func<string, string>? _filter;
    private readonly List<string> _taken = new(8);

    /// <summary>Starts to read an object.</summary>
    /// <param name="json">The object.</param>
    /// <param name="filter">Is applied to every text; <see langword="null"/> for no filter.</param>
    /// <exception cref="UnexpectedShapeException"><paramref name="json"/> is not an object.</exception>
    public JsonFields(JsonElement json, Func<string, string>? filter = null)
    {
        _json = json.ValueKind == JsonValueKind.Object ? json : throw new UnexpectedShapeException($"it has {Describe(json)} where an object is expected");
        _filter = filter;
    }

    /// <summary>Reads a text that every object of this type has.</summary>
    /// <exception cref="UnexpectedShapeException">The text is missing or empty.</exception>
    public string RequiredText(string name) =>
        Text(name) is { Length: > 0 } text ? text : throw new UnexpectedShapeException($"it has no '{name}'");

    /// <summary>Reads an integer that every object of this type has.</summary>
    /// <exception cref="UnexpectedShapeException">The field is missing, or its value is not an integer.</exception>
    public long RequiredInteger(string name) =>
        Integer(name) ?? throw new UnexpectedShapeException($"it has no '{name}' that is a whole number");

    /// <summary>Returns a list that every object of this type has.</summary>
    /// <exception cref="UnexpectedShapeException">The field is missing.</exception>
    public JsonElement RequiredList(string name) =>
        Take<JsonElement?>(name, static value => value) ?? throw new UnexpectedShapeException($"it has no '{name}'");

    /// <summary>Reads a text; a number or Boolean is returned as it is written in the JSON.</summary>
    public string? Text(string name) => Take(name, static value => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => value.GetRawText(),
        _ => null,
    }) is { } text ? Filter(text) : null;

    /// <summary>Reads an integer, which may also be written as a string.</summary>
    public long? Integer(string name) => Take<long?>(name, static value => value.ValueKind switch
    {
        JsonValueKind.Number when value.TryGetInt64(out long number) => number,
        // 1234.0 is an integer too: the API declares its ids as "number".
        JsonValueKind.Number when value.TryGetDecimal(out decimal number) && number == decimal.Truncate(number) && Math.Abs(number) <= long.MaxValue => (long)number,
        JsonValueKind.String when long.TryParse(value.GetString(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long number) => number,
        _ => null,
    });

    /// <summary>Reads a number.</summary>
    public double? Number(string name) => Take<double?>(name, static value =>
        value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out double number) ? number : null);

    /// <summary>Reads a point in time, which the API writes in ISO 8601. A date without a time is midnight; a time without an offset is UTC.</summary>
    public DateTimeOffset? Time(string name) => Take<DateTimeOffset?>(name, static value =>
        value.ValueKind == JsonValueKind.String
        && DateTimeOffset.TryParse(value.GetString(), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out DateTimeOffset time)
            ? time
            : null);

    /// <summary>Reads a Boolean.</summary>
    public bool? Flag(string name) => Take<bool?>(name, static value => value.ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => null,
    });

    /// <summary>Reads an array of texts; returns an empty array when the field is missing or of another kind.</summary>
    public string[] Texts(string name) => Take(name, value =>
        value.ValueKind == JsonValueKind.Array && value.EnumerateArray().All(item => item.ValueKind == JsonValueKind.String)
            ? value.EnumerateArray().Select(item => Filter(item.GetString()!)).ToArray()
            : null) ?? [];

    /// <summary>
    /// Reads an array of objects; a single object is read as an array of one, since the API has changed from one form to the other before.
    /// Returns an empty array when the field is missing or of another kind. When an entry cannot be read, the other entries are returned,
    /// and <see cref="Rest"/> has the whole array.
    /// </summary>
    public T[] List<T>(string name, Func<JsonElement, T> read)
    {
        T[] readable = [];
        Take(name, value =>
        {
            if (value.ValueKind is not (JsonValueKind.Array or JsonValueKind.Object))
            {
                return null;
            }

            readable = JsonValues.Readable(value.ValueKind == JsonValueKind.Array ? value.EnumerateArray() : [value], read, out var unreadable);
            return unreadable.Count == 0 ? readable : null;
        });
        return readable;
    }

    /// <summary>Reads an object as plain .NET values; returns an empty map when the field is missing or of another kind.</summary>
    public Dictionary<string, object?> Map(string name) =>
        Take(name, value => value.ValueKind == JsonValueKind.Object ? JsonValues.Map(value, Filter) : null) ?? JsonValues.NewMap();

    /// <summary>Reads an array of objects as plain .NET values; returns an empty array when the field is missing or of another kind.</summary>
    public IDictionary[] Maps(string name) => Take(name, value =>
        value.ValueKind == JsonValueKind.Array && value.EnumerateArray().All(item => item.ValueKind == JsonValueKind.Object)
            ? value.EnumerateArray().Select(item => (IDictionary)JsonValues.Map(item, Filter)).ToArray()
            : null) ?? [];

    /// <summary>Returns the one of two names of the same field that the object has; the first one when it has neither.</summary>
    public string Named(string name, string otherName) => !_json.TryGetProperty(name, out _) && _json.TryGetProperty(otherName, out _) ? otherName : name;

    /// <summary>Returns every field that was not read so far, as plain .NET values; <see langword="null"/> when all were read.</summary>
    public Dictionary<string, object?>? Rest()
    {
        Dictionary<string, object?>? rest = null;
        foreach (JsonProperty field in _json.EnumerateObject())
        {
            if (!IsTaken(field))
            {
                (rest ??= JsonValues.NewMap())[Filter(field.Name)] = JsonValues.Plain(field.Value, Filter);
            }
        }

        return rest;
    }

    private bool IsTaken(JsonProperty field)
    {
        foreach (string name in _taken)
        {
            if (field.NameEquals(name))
            {
                return true;
            }
        }

        return false;
    }

    private T? Take<T>(string name, Func<JsonElement, T?> read)
    {
        if (!_json.TryGetProperty(name, out JsonElement value))
        {
            return default;
        }

        T? taken = read(value);
        if (taken is not null || value.ValueKind == JsonValueKind.Null)
        {
            _taken.Add(name);
        }

        return taken;
    }

    // PowerShell writes properties to the terminal unchanged (Format-List *, $incident.Name).
    private string Filter(string text) => DisplayText.WithVisibleControls(_filter is null ? text : _filter(text));

    private static string Describe(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Array => "a list",
        JsonValueKind.String => "a text",
        JsonValueKind.Number => "a number",
        JsonValueKind.Null => "null",
        _ => "a Boolean",
    };
}
