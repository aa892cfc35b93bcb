namespace Checkly;

/// <summary>A list of the account's things for completion, as long as what is known of it is fresh.</summary>
/// <typeparam name="T">What is listed.</typeparam>
internal sealed class FreshList<T>
{
    private static readonly TimeSpan Lasts = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);
    private readonly object _gate = new();
    private (DateTimeOffset Read, IReadOnlyList<T> Items)? _known;

    /// <summary>The list; asked for when it is not known, for 2 s at most.</summary>
    /// <param name="session">The session that asks.</param>
    /// <param name="first">The request for its first page.</param>
    public IReadOnlyList<T> Items(ChecklySession session, Func<ApiRequest<Page<T>>> first)
    {
        lock (_gate)
        {
            if (_known is { } known && DateTimeOffset.UtcNow - known.Read < Lasts)
            {
                return known.Items;
            }

            // Kept also when it fails, as none: a server that hangs shall not be waited for at every Tab.
            _known = (DateTimeOffset.UtcNow, []);
        }

        using var patience = new CancellationTokenSource(Patience);
        Page<T> page = session.Client.SendAsync(first(), patience.Token).GetAwaiter().GetResult();
        lock (_gate)
        {
            _known = (DateTimeOffset.UtcNow, page.Items);
        }

        return page.Items;
    }

    /// <summary>Forgets the list when something was seen that it does not have: then what is known of it is old.</summary>
    public void Expect(Func<T, bool> isSeen)
    {
        lock (_gate)
        {
            _known = _known is { } known && known.Items.Any(isSeen) ? known : null;
        }
    }

    /// <summary>Forgets the list.</summary>
    public void Forget()
    {
        lock (_gate)
        {
            _known = null;
        }
    }
}
