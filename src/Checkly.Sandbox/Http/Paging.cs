using System.Text;
using System.Text.Json.Nodes;

namespace Checkly.Sandbox;

/// <summary>The two ways in which the API gives out a list piece by piece.</summary>
internal static class Paging
{
    private const string CursorRule = "must be a valid cursor";

    /// <summary>By <c>limit</c> and <c>page</c>: a bare array, and the total in <c>Content-Range</c>.</summary>
    public static SandboxAnswer Page<T>(this SandboxRequest request, IReadOnlyCollection<T> all, Func<T, JsonNode> toJson, int most = 100)
    {
        int limit = (int)request.Number("limit", least: 1, most, otherwise: 10);
        long page = request.Number("page", least: 1, most: long.MaxValue, otherwise: 1);
        int start = (int)Math.Min((decimal)(page - 1) * limit, all.Count);
        JsonNode[] entries = [.. all.Skip(start).Take(limit).Select(toJson)];
        return SandboxAnswer.Ok(new JsonArray(entries)) with
        {
            ContentRange = entries.Length == 0 ? $"*/{all.Count}" : $"{start}-{start + entries.Length - 1}/{all.Count}",
        };
    }

    /// <summary>By <c>limit</c> and <c>nextId</c>: an object that says where the next page begins.</summary>
    public static SandboxAnswer Cursor<T>(this SandboxRequest request, Shelf<T> shelf, Func<T, JsonNode> toJson, bool newestFirst = false)
        where T : class, IStored
    {
        int limit = (int)request.Number("limit", least: 1, most: 100, otherwise: 20);
        IEnumerable<KeyValuePair<long, T>> left = newestFirst ? shelf.Numbered.Reverse() : shelf.Numbered;
        if (request.Text("nextId", CursorRule) is { } nextId)
        {
            long first = Read(nextId);
            left = left.Where(thing => newestFirst ? thing.Key <= first : thing.Key >= first);
        }

        KeyValuePair<long, T>[] page = [.. left.Take(limit + 1)];
        return Answer([.. page.Take(limit).Select(thing => toJson(thing.Value))], page.Length > limit ? Write(page[limit].Key) : null);
    }

    /// <summary>A page of a list in which pages are linked.</summary>
    public static SandboxAnswer Answer(JsonNode[] entries, string? nextId) => SandboxAnswer.Ok(new JsonObject
    {
        // Not documented whether this counts the page or the whole list.
        ["length"] = entries.Length,
        ["entries"] = new JsonArray(entries),
        ["nextId"] = nextId,
    });

    // Opaque, and with characters that have to be escaped in a query.
    private static string Write(long number) => Convert.ToBase64String(Encoding.ASCII.GetBytes($"{number}?"));

    private static long Read(string nextId)
    {
        try
        {
            string text = Encoding.ASCII.GetString(Convert.FromBase64String(nextId));
            if (text.EndsWith("?", StringComparison.Ordinal) && long.TryParse(text.TrimEnd('?'), out long number))
            {
                return number;
            }
        }
        catch (FormatException)
        {
            // Refused below, as every text that is no cursor.
        }

        throw SandboxRefusal.BadRequest($"\"nextId\" {CursorRule}");
    }
}
