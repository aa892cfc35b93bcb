namespace Checkly.Tests;

/// <summary>Which request meets which fault: at random, and the same for the same seed.</summary>
/// <param name="seed">The seed.</param>
/// <param name="share">The share of requests that meet one, 0 to 1.</param>
public sealed class FaultSchedule(int seed, double share)
{
    // A body of 10 MB takes longer than all the others together.
    private static readonly WireFault[] Faults =
    [
        .. Enum.GetValues<WireFault>().Where(fault => fault is not (WireFault.None or WireFault.LargeBody)).SelectMany(fault => Enumerable.Repeat(fault, 8)),
        WireFault.LargeBody,
    ];

    private readonly Random _random = new(seed);

    /// <summary>How often each was met.</summary>
    public Dictionary<WireFault, int> Met { get; } = [];

    public WireFault Next()
    {
        lock (Met)
        {
            WireFault fault = _random.NextDouble() < share ? Faults[_random.Next(Faults.Length)] : WireFault.None;
            Met[fault] = Met.GetValueOrDefault(fault) + 1;
            return fault;
        }
    }
}
