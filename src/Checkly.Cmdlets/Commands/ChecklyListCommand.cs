using System.Management.Automation;

namespace Checkly;

/// <summary>
/// What cmdlets that list share: page by page with -First, -Skip and -IncludeTotalCount, asking for the fewest pages and
/// holding one at a time.
/// </summary>
public abstract class ChecklyListCommand : ChecklySessionCommand
{
    /// <summary>Writes a list that is paged by <c>limit</c> and <c>page</c>.</summary>
    /// <param name="request">The request for a page: how many entries on it, and which one, counted from 1.</param>
    /// <param name="largestPage">The most entries that the operation puts on a page.</param>
    internal void WriteList<T>(Func<int, long, ApiRequest<Page<T>>> request, int largestPage)
    {
        ulong left = PagingParameters.First;
        if (left == 0 && !PagingParameters.IncludeTotalCount)
        {
            return;
        }

        PagePlan plan = PagePlan.For(PagingParameters.Skip, left, largestPage);
        int skip = plan.SkipOnFirstPage;
        bool counted = !PagingParameters.IncludeTotalCount;
        for (long number = plan.FirstPage; TrySend(request(plan.Limit, number), null, out Page<T> page); number++)
        {
            if (!counted)
            {
                // 1 says that the number is exact, 0 that it is not known.
                WriteObject(PagingParameters.NewTotalCount((ulong)(page.Total ?? 0), page.Total is null ? 0 : 1));
                counted = true;
            }

            foreach (T item in page.Items.Skip(skip))
            {
                if (left == 0)
                {
                    return;
                }

                WriteObject(item);
                left--;
            }

            skip = 0;
            bool isLast = page.Items.Count < plan.Limit || (page.Total is { } total && number * plan.Limit >= total);
            if (isLast || left == 0)
            {
                return;
            }
        }
    }
}
