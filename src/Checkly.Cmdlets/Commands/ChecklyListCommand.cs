using System.Management.Automation;

namespace Checkly;

/// <summary>
/// The base class of cmdlets that list. It supports -First, -Skip and -IncludeTotalCount, requests the fewest pages, and holds
/// one page at a time.
/// </summary>
public abstract class ChecklyListCommand : ChecklySessionCommand
{
    /// <summary>Refuses -First, -Skip and -IncludeTotalCount together with ids.</summary>
    /// <returns>Whether one of them was used.</returns>
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
    /// <param name="request">
    /// Creates the request for a page from the number of entries on a page and the page number, counted from 1.
    /// </param>
    /// <param name="largestPage">The largest page that the operation returns.</param>
    /// <param name="target">The target of error records, where the list belongs to one object.</param>
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
                // The server returns shorter pages, so the range begins on another page.
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
    /// <param name="request">
    /// Creates the request for a page from the number of entries on a page and the <c>nextId</c> of the previous page.
    /// </param>
    /// <param name="largestPage">The largest page that the operation returns.</param>
    /// <param name="wanted">Selects entries where the API has no such filter; by default all.</param>
    /// <param name="prepare">Completes an entry before it is written.</param>
    /// <returns>Whether all entries were read: not when -First ended the list, and not after a failure.</returns>
    internal bool WriteCursorList<T>(Func<int, string?, ApiRequest<Page<T>>> request, int largestPage, Func<T, bool>? wanted = null, Action<T>? prepare = null)
    {
        if (PagingParameters.IncludeTotalCount)
        {
            WriteObject(PagingParameters.NewTotalCount(0, 0));
        }

        ulong skip = PagingParameters.Skip;
        ulong left = PagingParameters.First;
        // Entries that are filtered out here count on the page, so whole pages are requested.
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
