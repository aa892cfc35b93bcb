namespace Checkly;

/// <summary>Reads lists that are paged by <c>limit</c> and <c>nextId</c>.</summary>
internal static class CursorPages
{
    /// <summary>The pages of a list, each asked for when it is wanted; <see langword="null"/> in the place of one that could not be read, which is the last.</summary>
    /// <param name="command">The cmdlet that asks, and tells of a failure.</param>
    /// <param name="request">The request for a page: how many entries on it, and the <c>nextId</c> of the page before.</param>
    /// <param name="limit">Entries on a page.</param>
    public static IEnumerable<Page<T>?> Of<T>(ChecklySessionCommand command, Func<int, string?, ApiRequest<Page<T>>> request, int limit)
    {
        PageWalk walk = PageWalk.ByCursor(limit);
        while (!walk.IsAtEnd)
        {
            if (!command.TrySend(request(limit, walk.NextId), null, out Page<T> page))
            {
                yield return null;
                yield break;
            }

            yield return page with { Items = walk.Take(page.Items, entry => entry?.ToString(), page.Count, null, page.NextId) };
        }

        if (walk.Fault is not null)
        {
            command.WriteFault(walk);
            yield return null;
        }
    }

    /// <summary>The whole list; <see langword="null"/> when a page of it could not be read, which was told.</summary>
    /// <param name="command">The cmdlet that asks, and tells of a failure.</param>
    /// <param name="request">The request for a page: how many entries on it, and the <c>nextId</c> of the page before.</param>
    /// <param name="largestPage">The most entries that the operation puts on a page.</param>
    public static List<T>? All<T>(ChecklySessionCommand command, Func<int, string?, ApiRequest<Page<T>>> request, int largestPage)
    {
        var all = new List<T>();
        foreach (Page<T>? page in Of(command, request, largestPage))
        {
            if (page is null)
            {
                return null;
            }

            all.AddRange(page.Items);
        }

        return all;
    }
}
