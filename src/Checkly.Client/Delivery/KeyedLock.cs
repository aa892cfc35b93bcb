namespace Checkly;

/// <summary>Provides one lock for each key and detail, which exists as long as a caller holds it or waits for it. Keys ignore case.</summary>
internal sealed class KeyedLock
{
    private readonly object _gate = new();
    private readonly Dictionary<string, List<Entry>> _entries = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Takes a place in the queue for a lock.</summary>
    /// <param name="key">The key.</param>
    /// <param name="detail">Distinguishes locks with the same key; <see langword="null"/> for no detail. It is called only when there are several.</param>
    /// <returns>The place. The caller disposes it, whether it has got the lock or not.</returns>
    public Place Queue(string key, Func<string>? detail = null)
    {
        lock (_gate)
        {
            if (!_entries.TryGetValue(key, out List<Entry>? alike))
            {
                _entries[key] = alike = new(1);
            }

            Entry? entry = alike.Count == 0 ? null : alike.Find(other => other.Detail?.Invoke() == detail?.Invoke());
            if (entry is null)
            {
                alike.Add(entry = new Entry(key, detail));
            }

            // Others may be about to leave, or to wait, while nobody has the lock.
            return new Place(this, entry, hasLock: ++entry.Users == 1 || entry.Next.Wait(0));
        }
    }

    private void Leave(Entry entry, bool hasLock)
    {
        lock (_gate)
        {
            if (--entry.Users > 0)
            {
                if (hasLock)
                {
                    entry.Next.Release();
                }
            }
            else if (_entries[entry.Key] is { } alike && alike.Remove(entry) && alike.Count == 0)
            {
                _entries.Remove(entry.Key);
            }
        }
    }

    /// <summary>A place in the queue for a lock, which passes the lock on at its end.</summary>
    internal sealed class Place(KeyedLock owner, Entry entry, bool hasLock) : IDisposable
    {
        private bool _hasLeft;

        /// <summary>Whether this place has the lock.</summary>
        public bool HasLock { get; private set; } = hasLock;

        /// <summary>Waits for the lock.</summary>
        /// <exception cref="OperationCanceledException">The wait was cancelled.</exception>
        public async Task TakeAsync(CancellationToken cancellationToken)
        {
            await entry.Next.WaitAsync(cancellationToken).ConfigureAwait(false);
            HasLock = true;
        }

        public void Dispose()
        {
            if (!_hasLeft)
            {
                _hasLeft = true;
                owner.Leave(entry, HasLock);
            }
        }
    }

    /// <summary>A lock.</summary>
    internal sealed class Entry(string key, Func<string>? detail)
    {
        private SemaphoreSlim? _next;

        public string Key { get; } = key;

        public Func<string>? Detail { get; } = detail;

        /// <summary>How many callers hold the lock or wait for it.</summary>
        public int Users { get; set; }

        /// <summary>Lets the next caller go on. Most locks never have one.</summary>
        // Never disposed: it holds no resource unless its wait handle is used.
        public SemaphoreSlim Next => LazyInitializer.EnsureInitialized(ref _next, static () => new SemaphoreSlim(0))!;
    }
}
