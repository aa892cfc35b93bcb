namespace Checkly;

/// <summary>
/// Which pages of a list that is paged by <c>limit</c> and <c>page</c> hold a range of it: the fewest pages, and among
/// those the fewest entries.
/// </summary>
public sealed record PagePlan
{
    private PagePlan(int limit, ulong skip)
    {
        Limit = limit;
        FirstPage = checked((long)(skip / (ulong)limit)) + 1;
        SkipOnFirstPage = (int)(skip % (ulong)limit);
    }

    /// <summary>Entries on each page: the <c>limit</c> to ask for.</summary>
    public int Limit { get; }

    /// <summary>The page to begin with, counted from 1.</summary>
    public long FirstPage { get; }

    /// <summary>How many entries of that page come before the range.</summary>
    public int SkipOnFirstPage { get; }

    /// <summary>Plans the pages for a range.</summary>
    /// <param name="skip">Entries before the range.</param>
    /// <param name="first">Entries in the range; <see cref="ulong.MaxValue"/> for all that come.</param>
    /// <param name="largestPage">The most entries that the operation puts on a page.</param>
    /// <returns>The plan.</returns>
    public static PagePlan For(ulong skip, ulong first, int largestPage)
    {
        // No list is that long; the arithmetic below is.
        skip = Math.Min(skip, long.MaxValue / 2);
        if (first > (ulong)largestPage * 1000)
        {
            return new PagePlan(largestPage, skip);
        }

        ulong length = Math.Max(first, 1);
        int best = Enumerable.Range(1, largestPage)
            .OrderBy(limit => PagesFor(skip, length, (ulong)limit))
            .ThenBy(limit => limit)
            .First();
        return new PagePlan(best, skip);
    }

    private static ulong PagesFor(ulong skip, ulong length, ulong limit) =>
        ((skip + length - 1) / limit) - (skip / limit) + 1;
}
