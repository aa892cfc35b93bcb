namespace Checkly;

/// <summary>
/// The time that a client lives in: what its waits and timeouts are measured with. Tests put another one in its place.
/// </summary>
public abstract class DeliveryClock
{
    /// <summary>The machine's.</summary>
    public static DeliveryClock System { get; } = new SystemClock();

    /// <summary>The time since a fixed moment. It never goes back, also when the machine's clock is set.</summary>
    public abstract TimeSpan Now { get; }

    /// <summary>A number from 0 to 1 at random, by which waits are spread.</summary>
    public abstract double Jitter { get; }

    /// <summary>Waits.</summary>
    /// <param name="wait">How long.</param>
    /// <param name="cancellationToken">Ends the wait at once.</param>
    /// <returns>A task that ends with the wait.</returns>
    public abstract Task Delay(TimeSpan wait, CancellationToken cancellationToken);

    /// <summary>Makes a source that cancels itself.</summary>
    /// <param name="timeout">After how long.</param>
    /// <returns>The source; dispose of it.</returns>
    public abstract CancellationTokenSource CreateTimeout(TimeSpan timeout);
}
