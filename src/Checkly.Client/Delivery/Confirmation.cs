using System.Text.Json;

namespace Checkly;

/// <summary>
/// Where the API lists what a POST makes. The API takes no idempotency key, so a POST whose answer was lost can only be
/// looked for there; <see cref="ConfirmationLook{T}"/> says which entry counts.
/// </summary>
internal sealed record Confirmation
{
    /// <summary>Makes the answer of a POST out of what was sent, all entries, and the earliest time that counts; <see langword="null"/> while something is missing.</summary>
    internal delegate JsonElement? Gathering(JsonElement sent, IReadOnlyList<JsonElement> entries, DateTimeOffset? earliest);

    private Confirmation(string place, string path, string? entries, PageStyle style, int limit)
    {
        Place = place;
        Path = path;
        EntriesField = entries;
        Style = style;
        Limit = limit;
    }

    /// <summary>The list in words, such as <c>the incident's history</c>.</summary>
    public string Place { get; }

    /// <summary>The path of the list; with its query where it comes whole.</summary>
    public string Path { get; }

    /// <summary>How the list is paged.</summary>
    public PageStyle Style { get; }

    /// <summary>The most entries on a page; 0 where the list comes whole.</summary>
    public int Limit { get; }

    /// <summary>Which list an id that is a number belongs to.</summary>
    public string Family => FamilyOf(Path);

    /// <summary>The field with the entries; <see langword="null"/> when the answer itself is the list.</summary>
    public string? EntriesField { get; }

    /// <summary>
    /// How the answer is made where a POST makes several entries, none of them twice however often it is sent;
    /// <see langword="null"/> where it makes one.
    /// </summary>
    public Gathering? Gather { get; private init; }

    /// <summary>The field of an entry that may have grown since it was made; <see langword="null"/> where all fields are as they were sent.</summary>
    public string? Growing { get; init; }

    /// <summary>
    /// Whether an entry may be listed in another form than it was sent in, so that one that is not found may be there all
    /// the same.
    /// </summary>
    public bool MayMiss { get; init; }

    /// <summary>Which list an id that is a number belongs to.</summary>
    public static string FamilyOf(string path) => path.Split('?')[0];

    /// <summary>A list that comes whole, for a POST that makes several entries, none of them twice.</summary>
    /// <param name="place">The list in words.</param>
    /// <param name="path">Path and query that read it.</param>
    /// <param name="gather">Makes the answer.</param>
    public static Confirmation Together(string place, string path, Gathering gather) => new(place, path, null, PageStyle.None, 0) { Gather = gather };

    /// <summary>A list that comes whole.</summary>
    /// <param name="place">The list in words.</param>
    /// <param name="path">Path and query that read it.</param>
    /// <param name="entries">The field with the entries; <see langword="null"/> when the answer itself is the list.</param>
    public static Confirmation InWhole(string place, string path, string? entries = null) => new(place, path, entries, PageStyle.None, 0);

    /// <summary>A list that is paged by <c>limit</c> and <c>page</c>.</summary>
    /// <param name="place">The list in words.</param>
    /// <param name="path">The path, without a query.</param>
    /// <param name="limit">The most entries on a page.</param>
    public static Confirmation InPages(string place, string path, int limit) => new(place, path, null, PageStyle.Page, limit);

    /// <summary>A list that is paged by <c>limit</c> and <c>nextId</c>.</summary>
    /// <param name="place">The list in words.</param>
    /// <param name="path">The path, without a query.</param>
    /// <param name="limit">The most entries on a page.</param>
    public static Confirmation ByCursor(string place, string path, int limit) => new(place, path, "entries", PageStyle.Cursor, limit);

    /// <summary>Goes through the list from its beginning.</summary>
    public PageWalk Walk() => Style == PageStyle.Page ? PageWalk.ByNumber(Limit) : PageWalk.ByCursor(Limit);

    /// <summary>Path and query of the page that a walk wants next.</summary>
    public string PathOf(PageWalk walk) => Style switch
    {
        PageStyle.Page => Path + ApiPath.Of($"?limit={walk.Limit}&page={walk.Page}"),
        PageStyle.Cursor => Path + ApiPath.Of($"?limit={walk.Limit}") + (walk.NextId is { } next ? ApiPath.Of($"&nextId={next}") : string.Empty),
        _ => Path,
    };
}
