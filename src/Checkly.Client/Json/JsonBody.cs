using System.Collections;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Checkly;

/// <summary>Writes the body of a request as compact JSON in UTF-8.</summary>
internal static class JsonBody
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Writes an object.</summary>
    /// <param name="fields">Writes its fields.</param>
    public static byte[] Object(Action<Utf8JsonWriter> fields)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            fields(json);
            json.WriteEndObject();
        }

        return buffer.ToArray();
    }

    /// <summary>Writes an object of the API.</summary>
    /// <param name="value">The object.</param>
    public static byte[] Object(IBodyObject value) => Object((value ?? throw new ArgumentNullException(nameof(value))).WriteFields);

    /// <summary>Writes a value of any type that <see cref="WriteField"/> takes.</summary>
    /// <exception cref="ArgumentException">The value has another type, or is a number that JSON cannot express.</exception>
    public static byte[] Value(object? value)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteValue("body", value);
        }

        return buffer.ToArray();
    }

    /// <summary>
    /// Writes a text as UTF-8 with only the escapes that JSON requires; every encoder of the framework would escape emoji. An unpaired
    /// surrogate becomes U+FFFD. Writes nothing for <see langword="null"/>.
    /// </summary>
    public static void WriteText(this Utf8JsonWriter json, string name, string? text)
    {
        if (text is not null)
        {
            json.WritePropertyName(name);
            json.WriteTextValue(text);
        }
    }

    /// <summary>
    /// Writes a text of an object that may have been read. Unless somebody has changed the text, it is written as it was read, with the
    /// characters that <see cref="JsonFields"/> has replaced.
    /// </summary>
    public static void WriteText(this Utf8JsonWriter json, string name, string? text, JsonElement source) =>
        json.WriteText(
            name,
            source.ValueKind == JsonValueKind.Object && source.TryGetProperty(name, out JsonElement read) && new JsonFields(source).Text(name) == text ? read.ToString() : text);

    /// <summary>
    /// Writes a point in time as the API's examples do, such as <c>2022-11-25T12:34:56.000Z</c>. Writes nothing for
    /// <see langword="null"/>.
    /// </summary>
    public static void WriteTime(this Utf8JsonWriter json, string name, DateTimeOffset? time)
    {
        if (time is { } value)
        {
            json.WriteString(name, Format(value));
        }
    }

    /// <summary>Writes the fields of a changed object: each with its new value, else with the value that was read, if any.</summary>
    /// <param name="json">The writer.</param>
    /// <param name="names">The fields that the operation takes, in order.</param>
    /// <param name="changes">The new values.</param>
    /// <param name="current">The object as it was read; <see langword="default"/> for a new object, or where only changes are sent.</param>
    /// <param name="keep">
    /// Converts a value that was read to the one to be written, or to <see langword="null"/> to leave the field out. Without it, values
    /// are written as they were read.
    /// </param>
    public static void WriteMerged(this Utf8JsonWriter json, string[] names, IReadOnlyDictionary<string, object?> changes, JsonElement current, Func<string, JsonElement, object?>? keep = null)
    {
        foreach (string name in names)
        {
            if (changes.TryGetValue(name, out object? value))
            {
                json.WriteField(name, value);
            }
            else if (current.ValueKind == JsonValueKind.Object && current.TryGetProperty(name, out JsonElement kept))
            {
                json.WriteOptional(name, keep is null ? kept : keep(name, kept));
            }
        }
    }

    /// <summary>Writes a field; writes nothing for <see langword="null"/>.</summary>
    public static void WriteOptional(this Utf8JsonWriter json, string name, object? value)
    {
        if (value is not null)
        {
            json.WriteField(name, value);
        }
    }

    /// <summary>
    /// Writes a field whose value is known only at run time: a string, Boolean, number, time, object, map, or list of these, or
    /// <see langword="null"/>.
    /// </summary>
    /// <exception cref="ArgumentException">The value has another type.</exception>
    public static void WriteField(this Utf8JsonWriter json, string name, object? value)
    {
        json.WritePropertyName(name);
        json.WriteValue(name, value);
    }

    private static void WriteValue(this Utf8JsonWriter json, string name, object? value)
    {
        switch (value)
        {
            case null: json.WriteNullValue(); break;
            case string text: json.WriteTextValue(text); break;
            case bool flag: json.WriteBooleanValue(flag); break;
            case int number: json.WriteNumberValue(number); break;
            case long number: json.WriteNumberValue(number); break;
            case decimal number: json.WriteNumberValue(number); break;
            case double number: json.WriteNumberValue(number); break;
            case DateTimeOffset time: json.WriteStringValue(Format(time)); break;
            // Byte for byte as it was read.
            case JsonElement element: json.WriteRawValue(element.GetRawText()); break;
            case IBodyObject known:
                json.WriteStartObject();
                known.WriteFields(json);
                json.WriteEndObject();
                break;
            case IDictionary map:
                json.WriteStartObject();
                foreach (DictionaryEntry field in map)
                {
                    json.WriteField(Convert.ToString(field.Key, CultureInfo.InvariantCulture)!, field.Value);
                }

                json.WriteEndObject();
                break;
            case IEnumerable items:
                json.WriteStartArray();
                foreach (object? item in items)
                {
                    json.WriteValue(name, item);
                }

                json.WriteEndArray();
                break;
            default: throw new ArgumentException($"A {value.GetType().Name} cannot be sent as '{name}'.", nameof(value));
        }
    }

    /// <summary>The form in which the API takes a time: in UTC, with milliseconds.</summary>
    internal static string Format(DateTimeOffset time) =>
        time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    private static void WriteTextValue(this Utf8JsonWriter json, string text) => json.WriteRawValue(Utf8.GetBytes($"\"{Escaped(text)}\""));

    private static string Escaped(string text)
    {
        StringBuilder? escaped = null;
        for (int i = 0; i < text.Length; i++)
        {
            string? escape = text[i] switch
            {
                '"' => "\\\"",
                '\\' => "\\\\",
                '\n' => "\\n",
                '\r' => "\\r",
                '\t' => "\\t",
                < ' ' and var control => FormattableString.Invariant($"\\u{(int)control:x4}"),
                _ => null,
            };
            if (escape is not null)
            {
                escaped ??= new StringBuilder(text, 0, i, text.Length + escape.Length);
                escaped.Append(escape);
            }
            else
            {
                escaped?.Append(text[i]);
            }
        }

        return escaped?.ToString() ?? text;
    }
}
