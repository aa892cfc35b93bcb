using System.Collections;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Checkly;

/// <summary>Writes the body of a request: compact JSON in UTF-8, fields in the order they are written.</summary>
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

    /// <summary>Writes an object that knows its own fields.</summary>
    /// <param name="value">The object.</param>
    public static byte[] Object(IBodyObject value) => Object(value.WriteFields);

    /// <summary>Writes a value of any kind that <see cref="WriteField"/> takes.</summary>
    /// <exception cref="ArgumentException">It is none of these, or a number that JSON does not have.</exception>
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
    /// A text as UTF-8, with only the escapes that JSON itself needs: every encoder of the framework writes emoji as \u
    /// escapes. Half a surrogate, which is no character, goes out as U+FFFD. Nothing is written for <see langword="null"/>.
    /// </summary>
    public static void WriteText(this Utf8JsonWriter json, string name, string? text)
    {
        if (text is not null)
        {
            json.WritePropertyName(name);
            json.WriteTextValue(text);
        }
    }

    /// <summary>A point in time as the API's examples write it: <c>2022-11-25T12:34:56.000Z</c>. Nothing is written for none.</summary>
    public static void WriteTime(this Utf8JsonWriter json, string name, DateTimeOffset? time)
    {
        if (time is { } value)
        {
            json.WriteString(name, Format(value));
        }
    }

    /// <summary>The fields of an object that is changed: as changed, else as they were read; nothing for those that were not.</summary>
    /// <param name="json">The writer.</param>
    /// <param name="names">The fields that the operation takes, in their order.</param>
    /// <param name="changes">The changed ones.</param>
    /// <param name="current">The object as it was read; undefined for a new one.</param>
    /// <param name="keep">Makes of a field that was read what is written of it, none to leave it out; without it that is the same.</param>
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

    /// <summary>A field that may be left out: nothing is written for none.</summary>
    public static void WriteOptional(this Utf8JsonWriter json, string name, object? value)
    {
        if (value is not null)
        {
            json.WriteField(name, value);
        }
    }

    /// <summary>
    /// A field of which only the name is known here: text, truth value, whole number, time, object, map, list of these,
    /// or none.
    /// </summary>
    /// <exception cref="ArgumentException">It is none of these.</exception>
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
            // As it was read, byte by byte.
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

    private static string Format(DateTimeOffset time) =>
        time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    private static void WriteTextValue(this Utf8JsonWriter json, string text)
    {
        var escaped = new StringBuilder(text.Length + 2).Append('"');
        foreach (char c in text)
        {
            _ = c switch
            {
                '"' => escaped.Append("\\\""),
                '\\' => escaped.Append("\\\\"),
                '\n' => escaped.Append("\\n"),
                '\r' => escaped.Append("\\r"),
                '\t' => escaped.Append("\\t"),
                < ' ' => escaped.Append("\\u").Append(((int)c).ToString("x4", CultureInfo.InvariantCulture)),
                _ => escaped.Append(c),
            };
        }

        json.WriteRawValue(Utf8.GetBytes(escaped.Append('"').ToString()));
    }
}
