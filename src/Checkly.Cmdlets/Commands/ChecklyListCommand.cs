using System.Management.Automation;

namespace Checkly;

/// <summary>
/// What cmdlets that list share: page by page with -First, -Skip and -IncludeTotalCount, asking for the fewest pages and
/// holding one at a time.
/// </summary>
public abstract class ChecklyListCommand : ChecklySessionCommand
{
    /// <summary>Refuses a range of a list, or its length, where single things are asked for.</summary>
    /// <returns>Whether it was asked for, and refused.</returns>
    internal bool RefusesRange()
    {
        bool isRange = PagingParameters.Skip > 0 || PagingParameters.First != ulong.MaxValue || PagingParameters.IncludeTotalCount;
        if (isRange)
        {
            Refuse("-First, -Skip and -IncludeTotalCount are for the list: leave them out, or the id.", null);
        }

        return isRange;
    }

    /// <summary>Writes a list that is paged by <c>limit</c> and <c>page</c>.</summary>
    /// <param name="request">The request for a page: how many entries on it, and which one, counted from 1.</param>
    /// <param name="largestPage">The most entries that the operation puts on a page.</param>
    /// <param name="target">What the user gave, for the error record, where the list is that of one thing.</param>
    internal void WriteList<T>(Func<int, long, ApiRequest<Page<T>>> request, int largestPage, object? target = null)
    {
        ulong left = PagingParameters.First;
        if (left == 0 && !PagingParameters.IncludeTotalCount)
        {
            return;
        }

        PagePlan plan = PagePlan.For(PagingParameters.Skip, left, largestPage);
        bool isCounted = !PagingParameters.IncludeTotalCount;
        PageWalk walk = PageWalk.ByNumber(plan.Limit, plan.FirstPage);
        int skip = plan.SkipOnFirstPage;
        while (!walk.IsAtEnd && TrySend(request(walk.Limit, walk.Page), target, out Page<T> page))
        {
            if (!isCounted)
            {
                // 1 says that the number is exact, 0 that it is not known.
                WriteObject(PagingParameters.NewTotalCount((ulong)(page.Total ?? 0), page.Total is null ? 0 : 1));
                isCounted = true;
            }

            IReadOnlyList<T> entries = walk.Take(page.Items, entry => entry?.ToString(), page.Count, page.Total, null);
            if (walk.IsOffCourse)
            {
                // The range begins elsewhere, counted in pages of the length that the server puts out.
                plan = PagePlan.For(PagingParameters.Skip, left, page.Count);
                walk = PageWalk.ByNumber(plan.Limit, plan.FirstPage);
                skip = plan.SkipOnFirstPage;
                continue;
            }

            foreach (T item in entries.Skip(skip))
            {
                if (left == 0)
                {
                    return;
                }

                WriteObject(item);
                left--;
            }

            if (left == 0)
            {
                return;
            }

            skip = Math.Max(0, skip - page.Count);
        }

        WriteFault(walk);
    }

    /// <summary>Writes a list that is paged by <c>limit</c> and <c>nextId</c>. The API does not say how long such a list is.</summary>
    /// <param name="request">The request for a page: how many entries on it, and the <c>nextId</c> of the page before.</param>
    /// <param name="largestPage">The most entries that the operation puts on a page.</param>
    /// <param name="wanted">Which entries are wanted, where the API has no such filter; all when not given.</param>
    /// <param name="prepare">What is done with an entry before it is written.</param>
    /// <returns>Whether all entries were looked at: not when no more were wanted, and not after a failure.</returns>
    internal bool WriteCursorList<T>(Func<int, string?, ApiRequest<Page<T>>> request, int largestPage, Func<T, bool>? wanted = null, Action<T>? prepare = null)
    {
        if (PagingParameters.IncludeTotalCount)
        {
            WriteObject(PagingParameters.NewTotalCount(0, 0));
        }

        ulong skip = PagingParameters.Skip;
        ulong left = PagingParameters.First;
        // What is filtered out here counts on the page: then only whole pages serve.
        int limit = wanted is null && left < (ulong)largestPage && skip < (ulong)largestPage ? (int)Math.Min(skip + left, (ulong)largestPage) : largestPage;
        if (left == 0)
        {
            return false;
        }

        foreach (Page<T>? page in CursorPages.Of(this, request, limit))
        {
            if (page is null)
            {
                return false;
            }

            foreach (T item in page.Items.Where(item => wanted is null || wanted(item)))
            {
                if (skip > 0)
                {
                    skip--;
                    continue;
                }

                prepare?.Invoke(item);
                WriteObject(item);
                if (--left == 0)
                {
                    return false;
                }
            }
        }

        return true;
    }
}
