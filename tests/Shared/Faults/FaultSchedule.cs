namespace Checkly.Tests;

/// <summary>Which request meets which fault.</summary>
public sealed class FaultSchedule
{
    // A body of 10 MB takes longer than all the others together.
    private static readonly WireFault[] Faults =
    [
        .. Enum.GetValues<WireFault>().Where(fault => fault is not (WireFault.None or WireFault.LargeBody)).SelectMany(fault => Enumerable.Repeat(fault, 8)),
        WireFault.LargeBody,
    ];

    private readonly Func<WireFault> _next;

    /// <summary>Faults at random, the same for the same seed.</summary>
    /// <param name="seed">The seed.</param>
    /// <param name="share">The share of requests that meet one, 0 to 1.</param>
    public FaultSchedule(int seed, double share)
    {
        var random = new Random(seed);
        _next = () => random.NextDouble() < share ? Faults[random.Next(Faults.Length)] : WireFault.None;
    }

    /// <summary>Given faults; after the last one all goes well.</summary>
    public FaultSchedule(IEnumerable<WireFault> faults)
    {
        var left = new Queue<WireFault>(faults);
        _next = () => left.TryDequeue(out WireFault fault) ? fault : WireFault.None;
    }

    /// <summary>How often each was met.</summary>
    public Dictionary<WireFault, int> Met { get; } = [];

    public WireFault Next()
    {
        lock (Met)
        {
            WireFault fault = _next();
            Met[fault] = Met.GetValueOrDefault(fault) + 1;
            return fault;
        }
    }
}
