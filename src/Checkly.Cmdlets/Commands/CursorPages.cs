namespace Checkly;

/// <summary>Reads lists that are paged by <c>limit</c> and <c>nextId</c>.</summary>
internal static class CursorPages
{
    /// <summary>
    /// Enumerates the pages of a list and requests each when it is needed. A page that could not be read is <see
    /// langword="null"/>, and is the last.
    /// </summary>
    /// <param name="command">The cmdlet that sends the requests and writes the errors.</param>
    /// <param name="request">
    /// Creates the request for a page from the number of entries on a page and the <c>nextId</c> of the previous page.
    /// </param>
    /// <param name="limit">The number of entries on a page.</param>
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
            command.WriteFault(walk, request(limit, null));
            yield return null;
        }
    }

    /// <summary>
    /// Reads the whole list; <see langword="null"/> when a page could not be read, for which an error was written.
    /// </summary>
    /// <param name="command">The cmdlet that sends the requests and writes the errors.</param>
    /// <param name="request">
    /// Creates the request for a page from the number of entries on a page and the <c>nextId</c> of the previous page.
    /// </param>
    /// <param name="largestPage">The largest page that the operation returns.</param>
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
