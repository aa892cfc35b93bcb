using System.Globalization;
using System.Text.Json;

namespace Checkly;

/// <summary>
/// The tolerant reader: takes the fields that a model knows from a JSON object and keeps all others. A known field with
/// a value of another kind reads as missing and is kept with the others, so that what the server says is kept
/// and nothing it may say tomorrow breaks today's scripts. Of two names that differ in case only, the last is kept. Characters
/// that could drive a terminal come as their pictures.
/// </summary>
internal sealed class JsonFields
{
    private readonly JsonElement _json;
    private readonly Func<string, string>? _filter;
    private readonly HashSet<string> _taken = new(StringComparer.Ordinal);

    /// <summary>Opens an object.</summary>
    /// <param name="json">The object.</param>
    /// <param name="filter">Applied to every text read; <see langword="null"/> leaves it as it is.</param>
    /// <exception cref="UnexpectedShapeException">It is no object.</exception>
    public JsonFields(JsonElement json, Func<string, string>? filter = null)
    {
        _json = json.ValueKind == JsonValueKind.Object ? json : throw new UnexpectedShapeException($"it has {Describe(json)} where an object is expected");
        _filter = filter;
    }

    /// <summary>The text without which an object is not what it should be.</summary>
    /// <exception cref="UnexpectedShapeException">It is missing or empty.</exception>
    public string RequiredText(string name) =>
        Text(name) is { Length: > 0 } text ? text : throw new UnexpectedShapeException($"it has no '{name}'");

    /// <summary>The whole number without which an object is not what it should be.</summary>
    /// <exception cref="UnexpectedShapeException">It is missing or none.</exception>
    public long RequiredInteger(string name) =>
        Integer(name) ?? throw new UnexpectedShapeException($"it has no '{name}' that is a whole number");

    /// <summary>The list without which an object is not what it should be.</summary>
    /// <exception cref="UnexpectedShapeException">It is missing or no list, or <paramref name="read"/> throws it.</exception>
    public T[] RequiredList<T>(string name, Func<JsonElement, T[]> read) =>
        Take(name, value => read(value)) ?? throw new UnexpectedShapeException($"it has no '{name}'");

    /// <summary>A text; numbers and truth values read as they are written.</summary>
    public string? Text(string name) => Take(name, static value => value.ValueKind switch
    {
        JsonValueKind.String => JsonValues.String(value),
        JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => value.GetRawText(),
        _ => null,
    }) is { } text ? Filter(text) : null;

    /// <summary>A whole number, also when written as a text.</summary>
    public long? Integer(string name) => Take<long?>(name, static value => value.ValueKind switch
    {
        JsonValueKind.Number when value.TryGetInt64(out long number) => number,
        // 1234.0 is a whole number too: the API's ids are declared as "number".
        JsonValueKind.Number when value.TryGetDecimal(out decimal number) && number == decimal.Truncate(number) && Math.Abs(number) <= long.MaxValue => (long)number,
        JsonValueKind.String when long.TryParse(JsonValues.String(value), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long number) => number,
        _ => null,
    });

    /// <summary>A point in time in ISO 8601; one without a time is midnight, one without an offset is UTC.</summary>
    public DateTimeOffset? Time(string name) => Take<DateTimeOffset?>(name, static value =>
        value.ValueKind == JsonValueKind.String
        && DateTimeOffset.TryParse(JsonValues.String(value), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out DateTimeOffset time)
            ? time
            : null);

    /// <summary>A truth value.</summary>
    public bool? Flag(string name) => Take<bool?>(name, static value => value.ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => null,
    });

    /// <summary>An array of texts; empty when it is missing or of another kind.</summary>
    public string[] Texts(string name) => Take(name, value =>
        value.ValueKind == JsonValueKind.Array && value.EnumerateArray().All(item => item.ValueKind == JsonValueKind.String)
            ? value.EnumerateArray().Select(item => Filter(JsonValues.String(item))).ToArray()
            : null) ?? [];

    /// <summary>
    /// An array of objects, or a single object as an array of one; empty when it is missing or of another kind. When an entry
    /// cannot be read, the others come out, and the whole array is kept with the fields that the model does not know.
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

            readable = JsonValues.Readable(JsonValues.OneOrMany(value, entry => entry), read, out var unreadable);
            return unreadable.Count == 0 ? readable : null;
        });
        return readable;
    }

    /// <summary>An object as plain values; empty when it is missing or of another kind.</summary>
    public Dictionary<string, object?> Map(string name) =>
        Take(name, value => value.ValueKind == JsonValueKind.Object ? JsonValues.Map(value, Filter) : null) ?? JsonValues.NewMap();

    /// <summary>An array of objects as plain values; empty when it is missing or of another kind.</summary>
    public IDictionary<string, object?>[] Maps(string name) => Take(name, value =>
        value.ValueKind == JsonValueKind.Array && value.EnumerateArray().All(item => item.ValueKind == JsonValueKind.Object)
            ? value.EnumerateArray().Select(item => (IDictionary<string, object?>)JsonValues.Map(item, Filter)).ToArray()
            : null) ?? [];

    /// <summary>The name that the object has, of two that mean the same field; the first one when it has neither.</summary>
    public string Named(string name, string otherName) => !TryGet(name, out _) && TryGet(otherName, out _) ? otherName : name;

    /// <summary>Every field not taken so far, as plain values.</summary>
    public Dictionary<string, object?> Rest() => JsonValues.Map(_json, Filter, _taken);

    private T? Take<T>(string name, Func<JsonElement, T?> read)
    {
        if (!TryGet(name, out JsonElement value))
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

    private bool TryGet(string name, out JsonElement value)
    {
        try
        {
            return _json.TryGetProperty(name, out value);
        }
        catch (InvalidOperationException invalid)
        {
            // Looking for a name reads the others, and one of them is none.
            throw new UnexpectedShapeException("a name in it is not valid UTF-8", invalid);
        }
    }

    // PowerShell shows the properties of an object as they are (Format-List *, $incident.Name).
    private string Filter(string text) => DisplayText.WithVisibleControls(_filter is null ? text : _filter(text));

    private static string Describe(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Array => "a list",
        JsonValueKind.String => "a text",
        JsonValueKind.Number => "a number",
        JsonValueKind.Null => "null",
        _ => "a truth value",
    };
}
