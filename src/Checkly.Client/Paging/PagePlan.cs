namespace Checkly;

/// <summary>
/// The pages to request for a range of a list that is paged by <c>limit</c> and <c>page</c>: as few pages as possible, and among the
/// plans with equally few pages the one with the fewest entries.
/// </summary>
public sealed record PagePlan
{
    private PagePlan(int limit, ulong skip)
    {
        Limit = limit;
        FirstPage = checked((long)(skip / (ulong)limit)) + 1;
        SkipOnFirstPage = (int)(skip % (ulong)limit);
    }

    /// <summary>The <c>limit</c> to request: the number of entries on each page.</summary>
    public int Limit { get; }

    /// <summary>The first page to request, counted from 1.</summary>
    public long FirstPage { get; }

    /// <summary>The number of entries on the first page that precede the range.</summary>
    public int SkipOnFirstPage { get; }

    /// <summary>Plans the pages for a range.</summary>
    /// <param name="skip">The number of entries before the range.</param>
    /// <param name="first">The number of entries in the range; <see cref="ulong.MaxValue"/> for all that follow.</param>
    /// <param name="largestPage">The largest <c>limit</c> that the operation takes.</param>
    /// <returns>The plan.</returns>
    public static PagePlan For(ulong skip, ulong first, int largestPage)
    {
        // No list is that long; this keeps the arithmetic below from overflowing.
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
