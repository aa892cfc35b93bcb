namespace Checkly;

/// <summary>One lock for each key, kept as long as somebody holds it or waits for it.</summary>
internal sealed class KeyedLock
{
    private readonly object _gate = new();
    private readonly Dictionary<string, Entry> _entries = new(StringComparer.Ordinal);

    /// <summary>Takes the lock of a key.</summary>
    /// <param name="key">The key.</param>
    /// <param name="wait">Called when the lock is taken already; returns what ends the wait.</param>
    /// <returns>Releases the lock when it is disposed.</returns>
    /// <exception cref="OperationCanceledException">The wait was ended.</exception>
    public async Task<IDisposable> LockAsync(string key, Func<CancellationToken> wait)
    {
        Entry entry;
        lock (_gate)
        {
            if (!_entries.TryGetValue(key, out entry!))
            {
                _entries[key] = entry = new Entry(this, key);
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
            if (--entry.Users == 0)
            {
                _entries.Remove(entry.Key);
            }
        }
    }

    private sealed class Entry(KeyedLock owner, string key) : IDisposable
    {
        public string Key { get; } = key;

        public int Users { get; set; }

        // Never disposed: it holds nothing as long as nobody asks for its wait handle.
        public SemaphoreSlim Semaphore { get; } = new(1, 1);

        public void Dispose()
        {
            Semaphore.Release();
            owner.Leave(this);
        }
    }
}
