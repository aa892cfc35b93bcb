namespace Checkly;

/// <summary>Provides one lock for each key and detail, which exists as long as a caller holds it or waits for it.</summary>
internal sealed class KeyedLock
{
    private readonly object _gate = new();
    private readonly Dictionary<string, List<Entry>> _entries = new(StringComparer.Ordinal);

    /// <summary>Takes a lock.</summary>
    /// <param name="key">The key.</param>
    /// <param name="detail">Distinguishes locks with the same key. It is evaluated only when there are several.</param>
    /// <param name="wait">Is called when the lock is taken; returns the token that cancels the wait.</param>
    /// <returns>Releases the lock when it is disposed.</returns>
    /// <exception cref="OperationCanceledException">The wait was cancelled.</exception>
    public async Task<IDisposable> LockAsync(string key, Lazy<string> detail, Func<CancellationToken> wait)
    {
        Entry? entry;
        lock (_gate)
        {
            if (!_entries.TryGetValue(key, out List<Entry>? alike))
            {
                _entries[key] = alike = [];
            }

            entry = alike.Find(other => other.Detail.Value == detail.Value);
            if (entry is null)
            {
                alike.Add(entry = new Entry(this, key, detail));
            }

            entry.Users++;
        }

        try
        {
            if (!entry.Semaphore.Wait(0))
            {
                await entry.Semaphore.WaitAsync(wait()).ConfigureAwait(false);
            }

            return entry;
        }
        catch (OperationCanceledException)
        {
            Leave(entry);
            throw;
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

    private sealed class Entry(KeyedLock owner, string key, Lazy<string> detail) : IDisposable
    {
        public string Key { get; } = key;

        public Lazy<string> Detail { get; } = detail;

        public int Users { get; set; }

        // Never disposed: it holds no resource unless its wait handle is used.
        public SemaphoreSlim Semaphore { get; } = new(1, 1);

        public void Dispose()
        {
            Semaphore.Release();
            owner.Leave(this);
        }
    }
}
