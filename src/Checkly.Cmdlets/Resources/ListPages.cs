namespace Checkly;

/// <summary>A list of the account, and how it is paged.</summary>
/// <typeparam name="T">What is listed.</typeparam>
internal sealed class ListPages<T>
{
    private readonly PageStyle _style;
    private readonly int _limit;

    /// <summary>A list that is paged by <c>limit</c> and <c>page</c>.</summary>
    /// <param name="request">Creates the request for a page from the number of entries on a page and the page number.</param>
    /// <param name="limit">The number of entries on a page.</param>
    public ListPages(Func<int, long, ApiRequest<Page<T>>> request, int limit)
    {
        (_style, _limit, Request) = (PageStyle.Page, limit, walk => request(walk.Limit, walk.Page));
    }

    /// <summary>A list that is paged by <c>limit</c> and <c>nextId</c>.</summary>
    /// <param name="request">Creates the request for a page from the number of entries on a page and the <c>nextId</c> of the previous page.</param>
    /// <param name="limit">The number of entries on a page.</param>
    public ListPages(Func<int, string?, ApiRequest<Page<T>>> request, int limit)
    {
        (_style, _limit, Request) = (PageStyle.Cursor, limit, walk => request(walk.Limit, walk.NextId));
    }

    /// <summary>Creates the request for the page at which a walk is.</summary>
    public Func<PageWalk, ApiRequest<Page<T>>> Request { get; }

    /// <summary>Starts at the first page.</summary>
    public PageWalk Walk() => _style == PageStyle.Page ? PageWalk.ByNumber(_limit) : PageWalk.ByCursor(_limit);

    /// <summary>
    /// Enumerates the pages and requests each when it is needed. A page that could not be read is <see langword="null"/>, and is the
    /// last; an error was written for it.
    /// </summary>
    /// <param name="command">The cmdlet that sends the requests and writes the errors.</param>
    public IEnumerable<Page<T>?> Read(ChecklySessionCommand command)
    {
        using var progress = new ListProgress(command);
        PageWalk walk = Walk();
        while (!walk.IsAtEnd)
        {
            ApiRequest<Page<T>> request = Request(walk);
            if (!command.TrySend(request, null, out Page<T> page))
            {
                yield return null;
                yield break;
            }

            progress.Add(request, page.Count, page.Total);

            yield return page with { Items = walk.Take(page.Items, entry => entry?.ToString(), page.Count, page.Total, page.NextId, start: page.Start) };
        }

        if (walk.Fault is not null)
        {
            command.WriteFault(walk.Fault, Request(Walk()));
            yield return null;
        }
    }

    /// <summary>Reads the whole list; <see langword="null"/> when a page could not be read, for which an error was written.</summary>
    /// <param name="command">The cmdlet that sends the requests and writes the errors.</param>
    public List<T>? ReadAll(ChecklySessionCommand command)
    {
        var all = new List<T>();
        foreach (Page<T>? page in Read(command))
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
