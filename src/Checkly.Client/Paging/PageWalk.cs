namespace Checkly;

/// <summary>
/// Goes through a list of the API, page by page. A short page is not the last one: a server may put fewer entries on a page
/// than it was asked for. A list that is paged by <c>limit</c> and <c>page</c> ends with its total (<c>Content-Range</c>) or with an
/// empty page; one that is paged by <c>nextId</c> ends without one.
/// </summary>
public sealed class PageWalk
{
    private readonly HashSet<string> _seen = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _cursors = new(StringComparer.Ordinal);
    private readonly bool _byCursor;
    private readonly bool _keepsLimit;
    private bool _hasBegun;
    private long _offset;

    private PageWalk(bool byCursor, int limit, long firstPage, bool keepsLimit)
    {
        _byCursor = byCursor;
        _keepsLimit = keepsLimit;
        Limit = limit;
        Page = firstPage;
        _offset = (firstPage - 1) * limit;
    }

    /// <summary>Entries on each page: the <c>limit</c> to ask for.</summary>
    public int Limit { get; private set; }

    /// <summary>The <c>page</c> to ask for next, counted from 1.</summary>
    public long Page { get; private set; }

    /// <summary>The <c>nextId</c> to ask for next; <see langword="null"/> for the first page, and where a list is paged by number.</summary>
    public string? NextId { get; private set; }

    /// <summary>Whether there is no further page.</summary>
    public bool IsAtEnd { get; private set; }

    /// <summary>Why the list was not read to its end, as a full sentence; <see langword="null"/> as long as it goes on well.</summary>
    public string? Fault { get; private set; }

    /// <summary>
    /// Whether the first page was shorter than asked for and was not the beginning of the list: then the server counts its pages
    /// in another length, and the range that was asked for begins elsewhere.
    /// </summary>
    public bool IsOffCourse { get; private set; }

    /// <summary>Goes through a list that is paged by <c>limit</c> and <c>page</c>.</summary>
    /// <param name="limit">Entries on a page.</param>
    /// <param name="firstPage">The page to begin with, counted from 1.</param>
    /// <param name="keepsLimit">Whether to ask for this limit on every page, whatever the server answers.</param>
    /// <returns>The walk.</returns>
    public static PageWalk ByNumber(int limit, long firstPage = 1, bool keepsLimit = false) => new(false, limit, firstPage, keepsLimit);

    /// <summary>Goes through a list that is paged by <c>limit</c> and <c>nextId</c>.</summary>
    /// <param name="limit">Entries on a page.</param>
    /// <returns>The walk.</returns>
    public static PageWalk ByCursor(int limit) => new(true, limit, 1, true);

    /// <summary>Takes a page, and goes on to the next one.</summary>
    /// <typeparam name="T">What is listed.</typeparam>
    /// <param name="entries">The entries that could be read.</param>
    /// <param name="identify">What tells an entry from others, such as its id; <see langword="null"/> where nothing does.</param>
    /// <param name="count">How many entries the page has, those among them that could not be read.</param>
    /// <param name="total">How many entries the whole list has, when the server says so.</param>
    /// <param name="nextId">What the page gives to ask for the next one with.</param>
    /// <param name="isRepeated">Whether the page is known to be the same as the one before.</param>
    /// <returns>The entries that were on no page before.</returns>
    public IReadOnlyList<T> Take<T>(IReadOnlyList<T> entries, Func<T, string?> identify, int count, long? total, string? nextId, bool isRepeated = false)
    {
        T[] fresh = [.. entries.Where(entry => identify(entry) is not { Length: > 0 } id || _seen.Add(id))];
        isRepeated |= entries.Count > 0 && fresh.Length == 0;
        _offset += count;
        if (_byCursor)
        {
            IsAtEnd = nextId is null;
            isRepeated |= nextId is not null && !_cursors.Add(nextId);
            NextId = nextId;
        }
        else if (count == 0 || _offset >= total)
        {
            IsAtEnd = true;
            // A page that was asked for behind the end says nothing about the rest.
            Fault = _hasBegun && _offset < total ? FormattableString.Invariant($"The server says that the list has {total} entries, but it has listed only {_offset}.") : null;
        }
        else
        {
            Advance(count);
        }

        _hasBegun = true;
        if (isRepeated && !(IsAtEnd && _byCursor))
        {
            IsAtEnd = true;
            Fault = "The server sends the same page of the list again and again, so the list could not be read to its end.";
        }

        return fresh;
    }

    private void Advance(int count)
    {
        if (!_hasBegun && !_keepsLimit && count < Limit)
        {
            IsOffCourse = Page > 1;
            // Asked for pages of the length that the server puts out, it cannot leave anything out between two of them.
            Limit = count;
        }

        Page++;
    }

    /// <summary>A walk that goes on from here, without what this one has met so far.</summary>
    /// <returns>The walk.</returns>
    internal PageWalk Clone() => new(_byCursor, Limit, Page, _keepsLimit) { NextId = NextId, _offset = _offset, _hasBegun = _hasBegun };
}
