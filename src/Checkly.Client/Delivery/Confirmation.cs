using System.Text.Json;

namespace Checkly;

/// <summary>
/// Where to look for what a POST may have made when its answer was lost. What is there with the same fields (blanks at the
/// ends of texts and the kind of line ends aside: servers change these), was not seen before, and was made no earlier than
/// the request by the server's own clock, is what the request made.
/// <para>The API takes no idempotency key, so this cannot be certain: a request that is still under way after the second
/// look arrives once more, and what somebody else made with the same fields in the same moments is taken for
/// one's own.</para>
/// </summary>
internal sealed record Confirmation
{
    /// <summary>Makes the answer of a POST out of what was sent, all entries, and the earliest time that counts; none while something is missing.</summary>
    internal delegate JsonElement? Gathering(JsonElement sent, IReadOnlyList<JsonElement> entries, DateTimeOffset? earliest);

    private Confirmation(string place, string path, string? entries, Func<ListPage, string?> next)
    {
        Place = place;
        Path = path;
        Entries = entries;
        Next = next;
    }

    /// <summary>What is looked through, in words, such as <c>the incident's history</c>.</summary>
    public string Place { get; }

    /// <summary>Path and query of its first page.</summary>
    public string Path { get; }

    /// <summary>What tells its numbers from those of other lists.</summary>
    public string Family => FamilyOf(Path);

    /// <summary>The field with the entries; none when the answer itself is the list.</summary>
    public string? Entries { get; }

    /// <summary>Path and query of the page after this one; none after the last.</summary>
    public Func<ListPage, string?> Next { get; }

    /// <summary>How the answer is made where a POST makes many entries at once, and none of them twice; none where it makes one.</summary>
    public Gathering? Gather { get; private init; }

    /// <summary>The field of an entry that may have grown since it was made; none where all fields are as they were sent.</summary>
    public string? Growing { get; init; }

    /// <summary>
    /// Whether an entry may be listed in another form than it was sent in, so that one that is not found may be there all
    /// the same.
    /// </summary>
    public bool MayMiss { get; init; }

    /// <summary>What tells the numbers that stand under a path from those under others.</summary>
    public static string FamilyOf(string path) => path.Split('?')[0];

    /// <summary>A list that comes whole, for a POST that makes many entries at once, and none of them twice.</summary>
    /// <param name="place">What is looked through, in words.</param>
    /// <param name="path">Path and query that read it.</param>
    /// <param name="gather">Makes the answer.</param>
    public static Confirmation Together(string place, string path, Gathering gather) => new(place, path, null, _ => null) { Gather = gather };

    /// <summary>A list that comes whole.</summary>
    /// <param name="place">What is looked through, in words.</param>
    /// <param name="path">Path and query that read it.</param>
    /// <param name="entries">The field with the entries; none when the answer itself is the list.</param>
    public static Confirmation InWhole(string place, string path, string? entries = null) => new(place, path, entries, _ => null);

    /// <summary>A list that is paged by <c>limit</c> and <c>page</c>.</summary>
    /// <param name="place">What is looked through, in words.</param>
    /// <param name="path">The path, without a query.</param>
    /// <param name="limit">The most entries on a page.</param>
    public static Confirmation InPages(string place, string path, int limit)
    {
        string Page(int number) => path + ApiPath.Of($"?limit={limit}&page={number}");
        return new(place, Page(1), null, page => page.Count < limit ? null : Page(page.Number + 1));
    }

    /// <summary>A list that is paged by <c>limit</c> and <c>nextId</c>.</summary>
    /// <param name="place">What is looked through, in words.</param>
    /// <param name="path">The path, without a query.</param>
    /// <param name="limit">The most entries on a page.</param>
    public static Confirmation ByCursor(string place, string path, int limit)
    {
        string first = path + ApiPath.Of($"?limit={limit}");
        return new(place, first, "entries", page => page.NextId is null ? null : first + ApiPath.Of($"&nextId={page.NextId}"));
    }

    /// <summary>A page that was read.</summary>
    /// <param name="Number">Which one, counted from 1.</param>
    /// <param name="Count">How many entries it has.</param>
    /// <param name="NextId">What it says about the next one.</param>
    internal sealed record ListPage(int Number, int Count, string? NextId);
}
