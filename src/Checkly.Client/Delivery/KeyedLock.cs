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
                _entries[key] = alike = [];
            }

            Entry? entry = alike.Count == 0 ? null : alike.Find(other => other.Detail?.Invoke() == detail?.Invoke());
            if (entry is null)
            {
                alike.Add(entry = new Entry(key, detail));
            }

            entry.Users++;
            return new Place(this, entry);
        }
    }

    private void Leave(Entry entry)
    {
        lock (_gate)
        {
            if (--entry.Users == 0 && _entries[entry.Key] is { } alike && alike.Remove(entry) && alike.Count == 0)
            {
                _entries.Remove(entry.Key);
            }
        }
    }

    /// <summary>A place in the queue for a lock, which releases it at its end.</summary>
    internal sealed class Place(KeyedLock owner, Entry entry) : IDisposable
    {
        private bool _isTaken;

        /// <summary>Takes the lock if it is free.</summary>
        public bool TryTake() => _isTaken = entry.Semaphore.Wait(0);

        /// <summary>Waits for the lock.</summary>
        /// <exception cref="OperationCanceledException">The wait was cancelled.</exception>
        public async Task TakeAsync(CancellationToken cancellationToken)
        {
            await entry.Semaphore.WaitAsync(cancellationToken).ConfigureAwait(false);
            _isTaken = true;
        }

        public void Dispose()
        {
            if (_isTaken)
            {
                entry.Semaphore.Release();
            }

            owner.Leave(entry);
        }
    }

    /// <summary>A lock.</summary>
    internal sealed class Entry(string key, Func<string>? detail)
    {
        public string Key { get; } = key;

        public Func<string>? Detail { get; } = detail;

        public int Users { get; set; }

        // Never disposed: it holds no resource unless its wait handle is used.
        public SemaphoreSlim Semaphore { get; } = new(1, 1);
    }
}
