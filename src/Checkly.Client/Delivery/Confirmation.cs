using System.Text.Json;

namespace Checkly;

/// <summary>
/// The list in which the API shows what a POST has created. The API has no idempotency key, so the client can confirm a POST
/// whose answer was lost only by this list. <see cref="ConfirmationLook{T}"/> decides which entry counts.
/// </summary>
internal sealed record Confirmation
{
    /// <summary>
    /// Creates the answer of a POST from the body, all entries of the list, and the earliest time that counts; <see
    /// langword="null"/> while an entry is missing.
    /// </summary>
    internal delegate JsonElement? Gathering(JsonElement sent, IReadOnlyList<JsonElement> entries, DateTimeOffset? earliest);

    private Confirmation(string place, string path, string? entries, PageStyle style, int limit)
    {
        Place = place;
        Path = path;
        Family = ApiPath.WithoutQuery(path);
        EntriesField = entries;
        Style = style;
        Limit = limit;
    }

    /// <summary>The list in words, such as <c>the incident's history</c>.</summary>
    public string Place { get; }

    /// <summary>The path of the list; with its query where the list is not paged.</summary>
    public string Path { get; }

    /// <summary>How the list is paged.</summary>
    public PageStyle Style { get; }

    /// <summary>The largest page; 0 where the list is not paged.</summary>
    public int Limit { get; }

    /// <summary>The path of the list without a query. A numeric id identifies an object only within its list.</summary>
    public string Family { get; }

    /// <summary>The field that holds the entries; <see langword="null"/> when the answer itself is the list.</summary>
    public string? EntriesField { get; }

    /// <summary>
    /// Creates the answer where a POST creates several entries and the API ignores repeated ones; <see langword="null"/> where a
    /// POST creates one entry.
    /// </summary>
    public Gathering? Gather { get; private init; }

    /// <summary>
    /// The list in an entry that may have grown since it was created; <see langword="null"/> where all fields stay as they were
    /// sent.
    /// </summary>
    public string? Growing { get; init; }

    /// <summary>
    /// Whether the list may show an entry in another form than it was sent, so that a missing match does not prove that the entry
    /// is missing.
    /// </summary>
    public bool MayMiss { get; init; }

    /// <summary>
    /// A list that is not paged, for a POST that creates several entries and that the API carries out only once.
    /// </summary>
    /// <param name="place">The list in words.</param>
    /// <param name="path">The path and query that read it.</param>
    /// <param name="gather">Creates the answer.</param>
    public static Confirmation Together(string place, string path, Gathering gather) => new(place, path, null, PageStyle.None, 0) { Gather = gather };

    /// <summary>A list that is not paged.</summary>
    /// <param name="place">The list in words.</param>
    /// <param name="path">The path and query that read it.</param>
    /// <param name="entries">The field that holds the entries; <see langword="null"/> when the answer itself is the list.</param>
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

    /// <summary>Starts a walk through the pages of the list.</summary>
    public PageWalk Walk() => Style == PageStyle.Page ? PageWalk.ByNumber(Limit) : PageWalk.ByCursor(Limit);

    /// <summary>Path and query of the page that a walk wants next.</summary>
    public string PathOf(PageWalk walk) => Style switch
    {
        PageStyle.Page => Path + ApiPath.Of($"?limit={walk.Limit}&page={walk.Page}"),
        PageStyle.Cursor => Path + ApiPath.Of($"?limit={walk.Limit}") + (walk.NextId is { } next ? ApiPath.Of($"&nextId={next}") : string.Empty),
        _ => Path,
    };
}
