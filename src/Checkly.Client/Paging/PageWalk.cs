namespace Checkly;

/// <summary>
/// Iterates over the pages of a list. A page with fewer entries than requested is not necessarily the last: a server may cap its
/// pages. A list that is paged by <c>limit</c> and <c>page</c> ends when its total (<c>Content-Range</c>) is reached, or with an empty
/// page; a list that is paged by <c>nextId</c> ends with a page without one.
/// </summary>
public sealed class PageWalk
{
    // A page may have nothing new while the list goes on. After so many in a row, the walk assumes that the server would never end.
    private const int MostPagesWithoutNew = 20;

    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);
    private readonly HashSet<string> _cursors = new(StringComparer.Ordinal);
    private readonly bool _byCursor;
    private readonly bool _keepsLimit;
    private bool _hasBegun;
    private bool _hasRead;
    private long _listed;
    private int _pagesWithoutNew;
    private long? _offset;

    private PageWalk(bool byCursor, int limit, long firstPage, bool keepsLimit)
    {
        _byCursor = byCursor;
        _keepsLimit = keepsLimit;
        Limit = limit;
        Page = firstPage;
        _offset = (firstPage - 1) * limit;
    }

    /// <summary>The <c>limit</c> to request: the number of entries on each page.</summary>
    public int Limit { get; private set; }

    /// <summary>The <c>page</c> to request next, counted from 1.</summary>
    public long Page { get; private set; }

    /// <summary>The <c>nextId</c> to request next; <see langword="null"/> for the first page, and where a list is paged by number.</summary>
    public string? NextId { get; private set; }

    /// <summary>Whether there is no further page.</summary>
    public bool IsAtEnd { get; private set; }

    /// <summary>Why the list could not be read to its end, as a full sentence; <see langword="null"/> when there is no fault.</summary>
    public string? Fault { get; private set; }

    /// <summary>
    /// Whether the walk began after page 1, and its first page may begin at another entry than it should: the server may use pages of
    /// another length.
    /// </summary>
    public bool IsOffCourse { get; private set; }

    /// <summary>Starts with a list that is paged by <c>limit</c> and <c>page</c>.</summary>
    /// <param name="limit">The number of entries to request on each page.</param>
    /// <param name="firstPage">The first page to request, counted from 1.</param>
    /// <param name="keepsLimit">Whether to request this limit on every page, even if the server answers shorter pages.</param>
    /// <returns>The walk.</returns>
    public static PageWalk ByNumber(int limit, long firstPage = 1, bool keepsLimit = false) => new(false, limit, firstPage, keepsLimit);

    /// <summary>Starts with a list that is paged by <c>limit</c> and <c>nextId</c>.</summary>
    /// <param name="limit">The number of entries to request on each page.</param>
    /// <returns>The walk.</returns>
    public static PageWalk ByCursor(int limit) => new(true, limit, 1, true);

    /// <summary>Takes a page that was read, and advances to the next one.</summary>
    /// <typeparam name="T">What is listed.</typeparam>
    /// <param name="entries">The entries that could be read.</param>
    /// <param name="identify">Returns what identifies an entry, such as its id; <see langword="null"/> when nothing does.</param>
    /// <param name="count">The number of entries on the page, including those that could not be read.</param>
    /// <param name="total">The number of entries in the whole list; <see langword="null"/> when the server does not say.</param>
    /// <param name="nextId">The <c>nextId</c> that the page has.</param>
    /// <param name="isRepeated">Whether the page is known to be the same as the previous one.</param>
    /// <param name="start">How many entries of the list precede the page; <see langword="null"/> when the server does not say.</param>
    /// <returns>The entries that were on no earlier page.</returns>
    public IReadOnlyList<T> Take<T>(IReadOnlyList<T> entries, Func<T, string?> identify, int count, long? total, string? nextId, bool isRepeated = false, long? start = null)
    {
        // Entries with the same id on one page are all kept. An entry that was on an earlier page has moved between two reads.
        string?[] ids = [.. entries.Select(identify)];
        T[] fresh = [.. entries.Where((_, index) => ids[index] is not { Length: > 0 } id || !_seen.Contains(id))];
        _seen.UnionWith(ids.OfType<string>());
        _pagesWithoutNew = fresh.Length == 0 ? _pagesWithoutNew + 1 : 0;
        isRepeated |= (entries.Count > 0 && fresh.Length == 0) || _pagesWithoutNew == MostPagesWithoutNew;
        _hasRead |= entries.Count > 0;
        _listed += count;
        // A total that is smaller than what was read is wrong, so it is ignored.
        total = _listed > total || start + count > total ? null : total;
        bool isStart = !_hasBegun && Page > 1 && !_byCursor;
        bool isSure = !isStart || IsWhereAsked(count, total, start);
        IsOffCourse = !isSure && !_keepsLimit;
        _offset = isSure ? _offset + count : start + count;
        if (_byCursor)
        {
            IsAtEnd = nextId is null;
            isRepeated |= nextId is not null && !_cursors.Add(nextId);
            NextId = nextId;
        }
        else if (count == 0 || _offset >= total)
        {
            IsAtEnd = true;
            Fault = _offset < total ? FormattableString.Invariant($"The server says that the list has {total} entries, but its pages end after {_offset}.") : null;
        }
        else
        {
            Advance(count);
        }

        _hasBegun = true;
        if (isRepeated && !(IsAtEnd && _byCursor))
        {
            IsAtEnd = true;
            Fault = "The server sends page after page of the list without anything new, so the list could not be read to its end.";
        }
        else if (IsAtEnd && _listed > 0 && !_hasRead)
        {
            Fault = "No entry of the list could be read.";
        }

        return fresh;
    }

    /// <summary>
    /// Whether a first page that is not page 1 begins where it should, counted in pages of the requested length. The server may use pages
    /// of another length, or ignore the number.
    /// </summary>
    private bool IsWhereAsked(int count, long? total, long? start)
    {
        bool isLast = _offset + count >= total;
        return count == 0 ? total <= _offset
            : start is null ? count == Limit
            : start == _offset && (count == Limit || (count < Limit && isLast));
    }

    private void Advance(int count)
    {
        if (!_hasBegun && !_keepsLimit && count < Limit)
        {
            // With the server's own page length, no entry falls between two pages.
            Limit = count;
        }

        Page++;
    }

    /// <summary>Creates a walk at the same position that has not seen any entry yet.</summary>
    /// <returns>The new walk.</returns>
    internal PageWalk Clone() => new(_byCursor, Limit, Page, _keepsLimit) { NextId = NextId, _offset = _offset, _hasBegun = _hasBegun };
}
