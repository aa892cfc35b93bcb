namespace Checkly;

/// <summary>
/// Lets requests that look the same go one after another: when two of them were under way at once, and only one thing was
/// made, it could not be told whose it is.
/// </summary>
internal sealed class Turns
{
    private readonly Dictionary<string, Turn> _turns = new(StringComparer.Ordinal);

    /// <summary>Waits until no other request with this name is under way.</summary>
    /// <param name="name">What makes requests the same.</param>
    /// <param name="waits">Is called when there is one.</param>
    /// <param name="cancellationToken">Ends the wait at once.</param>
    /// <returns>The turn, which ends when it is disposed of.</returns>
    public async Task<IDisposable> TakeAsync(string name, Action waits, CancellationToken cancellationToken)
    {
        Turn turn;
        lock (_turns)
        {
            if (!_turns.TryGetValue(name, out turn!))
            {
                _turns[name] = turn = new Turn(this, name);
            }

            turn.Takers++;
        }

        try
        {
            if (!await turn.Gate.WaitAsync(0, cancellationToken).ConfigureAwait(false))
            {
                waits();
                await turn.Gate.WaitAsync(cancellationToken).ConfigureAwait(false);
            }

            return turn;
        }
        catch (OperationCanceledException)
        {
            Leave(turn);
            throw;
        }
    }

    private void Leave(Turn turn)
    {
        lock (_turns)
        {
            if (--turn.Takers == 0)
            {
                _turns.Remove(turn.Name);
            }
        }
    }

    private sealed class Turn(Turns turns, string name) : IDisposable
    {
        public string Name { get; } = name;

        public int Takers { get; set; }

        // Never disposed of: it holds nothing as long as nobody asks for its wait handle.
        public SemaphoreSlim Gate { get; } = new(1, 1);

        public void Dispose()
        {
            Gate.Release();
            turns.Leave(this);
        }
    }
}
