using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace Checkly.Sandbox;

/// <summary>The two ways in which the API pages a list.</summary>
internal static class Paging
{
    /// <summary>
    /// Returns a list as the operation pages it: by <c>limit</c> and <c>page</c>, by <c>limit</c> and <c>nextId</c>, or not at
    /// all.
    /// </summary>
    /// <param name="call">The request for it.</param>
    /// <param name="all">The objects, oldest first.</param>
    /// <param name="show">Formats an object as the operation answers it.</param>
    /// <param name="newestFirst">Whether the list begins with the newest object.</param>
    /// <param name="wanted">Whether an object matches the filters of the request; by default, each does.</param>
    public static SandboxAnswer List(SandboxCall call, StoredList all, Func<JsonObject, JsonNode?> show, bool newestFirst = false, Func<JsonObject, bool>? wanted = null)
    {
        KeyValuePair<long, JsonObject>[] list = [.. all.Numbered.Where(item => wanted?.Invoke(item.Value) != false)];
        return call.Query.ContainsKey("page") ? Page(call, [.. list.Select(item => item.Value)], show)
            : call.Operation.TakesCursor ? Cursor(call, newestFirst ? list.AsEnumerable().Reverse() : list, show, newestFirst)
            : call.Answer(new JsonArray([.. list.Select(item => show(item.Value))]));
    }

    /// <summary>By <c>limit</c> and <c>page</c>: a bare array, and the total in <c>Content-Range</c>.</summary>
    public static SandboxAnswer Page(SandboxCall call, IReadOnlyCollection<JsonObject> all, Func<JsonObject, JsonNode?> show)
    {
        int limit = (int)(decimal)call.Query["limit"]!;
        decimal page = decimal.Floor((decimal)call.Query["page"]!);
        int start = (int)Math.Min((Math.Min(page, int.MaxValue) - 1) * limit, all.Count);
        JsonNode?[] entries = [.. all.Skip(start).Take(limit).Select(show)];
        return call.Answer(new JsonArray(entries)) with
        {
            ContentRange = entries.Length == 0 ? $"*/{all.Count}" : $"{start}-{start + entries.Length - 1}/{all.Count}",
        };
    }

    /// <summary>A page of a list in which pages are linked.</summary>
    public static SandboxAnswer Linked(SandboxCall call, JsonNode?[] entries, string? nextId) => call.Answer(new JsonObject
    {
        // Whether this counts the page or the whole list is not documented.
        ["length"] = entries.Length,
        ["entries"] = new JsonArray(entries),
        ["nextId"] = nextId,
    });

    private static SandboxAnswer Cursor(SandboxCall call, IEnumerable<KeyValuePair<long, JsonObject>> left, Func<JsonObject, JsonNode?> show, bool newestFirst)
    {
        int limit = call.Query["limit"] is { } sent ? (int)(decimal)sent : 20;
        if (call.Text("nextId") is { } nextId)
        {
            long first = Read(nextId);
            left = left.Where(thing => newestFirst ? thing.Key <= first : thing.Key >= first);
        }

        KeyValuePair<long, JsonObject>[] page = [.. left.Take(limit + 1)];
        return Linked(call, [.. page.Take(limit).Select(thing => show(thing.Value))], page.Length > limit ? Write(page[limit].Key) : null);
    }

    // Opaque, and with characters that must be escaped in a query.
    private static string Write(long number) => Convert.ToBase64String(Encoding.ASCII.GetBytes($"{number}?"));

    private static long Read(string nextId)
    {
        try
        {
            string text = Encoding.ASCII.GetString(Convert.FromBase64String(nextId));
            if (text.EndsWith("?", StringComparison.Ordinal) && long.TryParse(text.TrimEnd('?'), NumberStyles.None, CultureInfo.InvariantCulture, out long number))
            {
                return number;
            }
        }
        catch (FormatException)
        {
            // Refused below, like every text that is not a cursor.
        }

        throw SandboxRefusal.BadRequest("\"nextId\" must be a valid cursor");
    }
}
