using System.Management.Automation;

namespace Checkly;

/// <summary>
/// The base class of cmdlets that list. It supports -First, -Skip and -IncludeTotalCount, requests the fewest pages, and holds
/// one page at a time.
/// </summary>
public abstract class ChecklyListCommand : ChecklyThrottledCommand
{
    /// <summary>Refuses -First, -Skip and -IncludeTotalCount together with what selects single things.</summary>
    /// <param name="single">What selects them.</param>
    /// <returns>Whether one of them was used.</returns>
    internal bool RefusesRange(string single = "the id")
    {
        bool isRange = PagingParameters.Skip > 0 || PagingParameters.First != ulong.MaxValue || PagingParameters.IncludeTotalCount;
        if (isRange)
        {
            Refuse($"-First, -Skip and -IncludeTotalCount apply only to the list: leave out either them or {single}.", null);
        }

        return isRange;
    }

    /// <summary>Writes a list that is paged by <c>limit</c> and <c>page</c>.</summary>
    /// <param name="request">
    /// Creates the request for a page from the number of entries on a page and the page number, counted from 1.
    /// </param>
    /// <param name="largestPage">The largest page that the operation returns.</param>
    /// <param name="target">The target of error records, where the list belongs to one object.</param>
    /// <param name="wanted">Selects entries where the API has no such filter; by default all.</param>
    /// <returns>Whether all entries were read: not when -First ended the list, and not after a failure.</returns>
    internal bool WriteList<T>(Func<int, long, ApiRequest<Page<T>>> request, int largestPage, object? target = null, Func<T, bool>? wanted = null)
    {
        ulong left = PagingParameters.First;
        if (left == 0 && !PagingParameters.IncludeTotalCount)
        {
            return false;
        }

        // Entries that are filtered out here count on the page, so whole pages are requested, from the first one on.
        PagePlan PlanFor(int pageSize) =>
            wanted is null ? PagePlan.For(PagingParameters.Skip, PagingParameters.First, pageSize) : PagePlan.For(0, ulong.MaxValue, pageSize);

        PagePlan plan = PlanFor(largestPage);
        bool isCounted = !PagingParameters.IncludeTotalCount;
        PageWalk walk = PageWalk.ByNumber(plan.Limit, plan.FirstPage);
        bool hasRestarted = false;
        ulong skip = wanted is null ? (ulong)plan.SkipOnFirstPage : PagingParameters.Skip;
        using var progress = new ListProgress(this);
        while (!walk.IsAtEnd && TrySend(request(walk.Limit, walk.Page), target, out Page<T> page))
        {
            progress.Add(request(walk.Limit, 1), page.Count, page.Total);
            if (!isCounted)
            {
                // 1 says that the number is exact, 0 that it is not known.
                long? total = wanted is null ? page.Total : null;
                WriteObject(PagingParameters.NewTotalCount((ulong)(total ?? 0), total is null ? 0 : 1));
                isCounted = true;
            }

            IReadOnlyList<T> entries = walk.Take(page.Items, entry => entry?.ToString(), page.Count, page.Total, null, start: page.Start);
            if (walk.IsOffCourse)
            {
                // With pages of the server's own length, the range may begin on another page. When that does not help, count from page 1.
                bool isFirstTry = !hasRestarted && page.Count > 0 && page.Count <= largestPage;
                hasRestarted = true;
                plan = isFirstTry ? PlanFor(page.Count) : plan;
                walk = isFirstTry ? PageWalk.ByNumber(plan.Limit, plan.FirstPage) : PageWalk.ByNumber(largestPage);
                skip = isFirstTry ? (ulong)plan.SkipOnFirstPage : PagingParameters.Skip;
                continue;
            }

            // With -First 0, the total was all that was wanted.
            if (left == 0 || !WriteRange(page with { Items = entries }, ref skip, ref left, wanted))
            {
                return false;
            }
        }

        WriteFault(walk.Fault, request(walk.Limit, 1));
        return walk.IsAtEnd && walk.Fault is null;
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

        foreach (Page<T>? page in new ListPages<T>(request, limit).Read(this))
        {
            if (page is null)
            {
                return false;
            }

            if (!WriteRange(page, ref skip, ref left, wanted, prepare))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Writes the entries of a page that are in the range.</summary>
    /// <param name="page">The page.</param>
    /// <param name="skip">
    /// How many entries to skip, counted on the server's list; with <paramref name="wanted"/>, among those that are wanted.
    /// </param>
    /// <param name="left">How many entries to write.</param>
    /// <param name="wanted">Selects entries; by default all.</param>
    /// <param name="prepare">Completes an entry before it is written.</param>
    /// <returns>Whether more entries are to be written.</returns>
    private bool WriteRange<T>(Page<T> page, ref ulong skip, ref ulong left, Func<T, bool>? wanted, Action<T>? prepare = null)
    {
        IEnumerable<T> items = wanted is null ? page.Items : page.Items.Where(wanted);
        if (wanted is null)
        {
            int skipped = (int)Math.Min(skip, (ulong)page.Count);
            items = items.Skip(page.ReadableOfFirst(skipped));
            skip -= (ulong)skipped;
        }

        foreach (T item in items)
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

        return true;
    }
}
