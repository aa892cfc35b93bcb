using System.Text.Json;

namespace Checkly;

/// <summary>Reads JSON as plain .NET values, which every host can show: string, number, Boolean, null, array and map.</summary>
internal static class JsonValues
{
    /// <summary>Reads an array.</summary>
    /// <exception cref="UnexpectedShapeException">The value is not an array, or an entry cannot be read.</exception>
    public static T[] Many<T>(JsonElement json, Func<JsonElement, T> read) =>
        json.ValueKind == JsonValueKind.Array ? [.. json.EnumerateArray().Select(read)] : throw new UnexpectedShapeException("it is not a list");

    /// <summary>Reads a list that is an answer. An entry that cannot be read is left out, and the answer gets a warning about it.</summary>
    /// <exception cref="UnexpectedShapeException">The value is not an array, or none of its entries can be read.</exception>
    public static T[] Many<T>(JsonElement json, ApiAnswer answer, Func<JsonElement, T> read)
    {
        T[] all = Readable(json, answer, read, out var unreadable);
        return all.Length > 0 || unreadable.Count == 0 ? all : throw unreadable[0].Why;
    }

    /// <summary>
    /// Reads a page of a list. An entry that cannot be read is left out, and the answer gets a warning about it.
    /// </summary>
    /// <exception cref="UnexpectedShapeException">The value is not an array.</exception>
    public static T[] Readable<T>(JsonElement json, ApiAnswer answer, Func<JsonElement, T> read, out List<UnreadableEntry> unreadable)
    {
        T[] all = Readable(Many(json, entry => entry), read, out unreadable);
        if (unreadable.Count > 0)
        {
            answer.WarnOfUnreadable(unreadable);
        }

        return all;
    }

    /// <summary>Reads the entries of a list, and tells those that cannot be read.</summary>
    public static T[] Readable<T>(IEnumerable<JsonElement> entries, Func<JsonElement, T> read, out List<UnreadableEntry> unreadable)
    {
        var readable = new List<T>();
        unreadable = [];
        int index = -1;
        foreach (JsonElement entry in entries)
        {
            index++;
            try
            {
                readable.Add(read(entry));
            }
            catch (UnexpectedShapeException why)
            {
                unreadable.Add(new UnreadableEntry(index, entry, why));
            }
        }

        return [.. readable];
    }

    /// <summary>Reads an object as a map.</summary>
    public static Dictionary<string, object?> Map(JsonElement json, Func<string, string> filter)
    {
        Dictionary<string, object?> map = NewMap();
        foreach (JsonProperty field in json.EnumerateObject())
        {
            map[filter(field.Name)] = Plain(field.Value, filter);
        }

        return map;
    }

    /// <summary>Creates an empty map whose keys ignore case, as PowerShell does.</summary>
    public static Dictionary<string, object?> NewMap() => new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Reads any value.</summary>
    public static object? Plain(JsonElement json, Func<string, string> filter) => json.ValueKind switch
    {
        JsonValueKind.Object => Map(json, filter),
        JsonValueKind.Array => json.EnumerateArray().Select(item => Plain(item, filter)).ToArray(),
        JsonValueKind.String => filter(json.GetString()!),
        JsonValueKind.Number when json.TryGetInt64(out long number) => number,
        JsonValueKind.Number when json.TryGetDecimal(out decimal number) => number,
        JsonValueKind.Number => json.TryGetDouble(out double number) ? number : json.GetRawText(),
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => null,
    };
}

/// <summary>An entry of a list that cannot be read.</summary>
/// <param name="Index">Its position in the list, counted from 0.</param>
/// <param name="Json">The entry.</param>
/// <param name="Why">The reason.</param>
internal sealed record UnreadableEntry(int Index, JsonElement Json, UnexpectedShapeException Why);
