using System.Text.Json;

namespace Checkly;

/// <summary>JSON as plain .NET values: text, number, truth value, null, array and map, which every host can show.</summary>
internal static class JsonValues
{
    /// <summary>A text.</summary>
    /// <exception cref="UnexpectedShapeException">It is no valid Unicode.</exception>
    public static string String(JsonElement value)
    {
        try
        {
            return value.GetString()!;
        }
        catch (InvalidOperationException invalid)
        {
            throw new UnexpectedShapeException("a text in it is not valid UTF-8", invalid);
        }
    }

    /// <summary>Several come as an array, one may come alone: the API has changed between the two before.</summary>
    public static T[] OneOrMany<T>(JsonElement json, Func<JsonElement, T> read) =>
        json.ValueKind == JsonValueKind.Array ? [.. json.EnumerateArray().Select(read)] : [read(json)];

    /// <summary>An array.</summary>
    /// <exception cref="UnexpectedShapeException">It is none, or an entry cannot be read.</exception>
    public static T[] Many<T>(JsonElement json, Func<JsonElement, T> read) =>
        json.ValueKind == JsonValueKind.Array ? OneOrMany(json, read) : throw new UnexpectedShapeException("it is not a list");

    /// <summary>
    /// The list that an answer is, or that is in it. An entry that cannot be read costs no other: it is left out, and the answer
    /// has a warning about it.
    /// </summary>
    /// <exception cref="UnexpectedShapeException">It is no list, or no entry of it can be read.</exception>
    public static T[] Many<T>(JsonElement json, ApiAnswer answer, Func<JsonElement, T> read)
    {
        T[] all = Readable(Many(json, entry => entry), read, out var unreadable);
        if (unreadable.Count > 0)
        {
            if (all.Length == 0)
            {
                throw unreadable[0].Why;
            }

            answer.WarnOfUnreadable(unreadable);
        }

        return all;
    }

    /// <summary>The entries of a list that can be read, and those that cannot.</summary>
    public static T[] Readable<T>(IEnumerable<JsonElement> entries, Func<JsonElement, T> read, out List<(JsonElement Entry, UnexpectedShapeException Why)> unreadable)
    {
        var readable = new List<T>();
        unreadable = [];
        foreach (JsonElement entry in entries)
        {
            try
            {
                readable.Add(read(entry));
            }
            catch (UnexpectedShapeException why)
            {
                unreadable.Add((entry, why));
            }
        }

        return [.. readable];
    }

    /// <summary>An object as a map, without the fields in <paramref name="except"/>.</summary>
    public static Dictionary<string, object?> Map(JsonElement json, Func<string, string> filter, HashSet<string>? except = null)
    {
        Dictionary<string, object?> map = NewMap();
        foreach (JsonProperty field in json.EnumerateObject())
        {
            string name = Name(field);
            if (except is null || !except.Contains(name))
            {
                map[filter(name)] = Plain(field.Value, filter);
            }
        }

        return map;
    }

    /// <summary>An empty map; names are found in upper and lower case, as PowerShell finds everything.</summary>
    public static Dictionary<string, object?> NewMap() => new(StringComparer.OrdinalIgnoreCase);

    /// <summary>A value as a plain .NET one.</summary>
    public static object? Plain(JsonElement json, Func<string, string> filter) => json.ValueKind switch
    {
        JsonValueKind.Object => Map(json, filter),
        JsonValueKind.Array => json.EnumerateArray().Select(item => Plain(item, filter)).ToArray(),
        JsonValueKind.String => filter(String(json)),
        JsonValueKind.Number when json.TryGetInt64(out long number) => number,
        JsonValueKind.Number when json.TryGetDecimal(out decimal number) => number,
        JsonValueKind.Number => json.TryGetDouble(out double number) ? number : json.GetRawText(),
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => null,
    };

    private static string Name(JsonProperty field)
    {
        try
        {
            return field.Name;
        }
        catch (InvalidOperationException invalid)
        {
            throw new UnexpectedShapeException("a name in it is not valid UTF-8", invalid);
        }
    }
}
