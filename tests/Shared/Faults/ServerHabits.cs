namespace Checkly.Tests;

/// <summary>How a fault server bends what it does beside the faults.</summary>
public sealed record ServerHabits
{
    /// <summary>How late it carries out what it carries out late.</summary>
    public Func<TimeSpan> Lateness { get; init; } = () => TimeSpan.FromSeconds(3);

    /// <summary>How old the history is that it shows.</summary>
    public Func<TimeSpan> Staleness { get; init; } = () => TimeSpan.Zero;

    /// <summary>How long ago a cache in between has asked for what it answers a reading with; zero where it asks the server.</summary>
    public Func<TimeSpan> CacheAge { get; init; } = () => TimeSpan.Zero;

    /// <summary>What it makes of a text before it keeps it.</summary>
    public Func<string, string> Rewrite { get; init; } = text => text;

    /// <summary>By how much <c>created_at</c> is ahead of the time in its answers.</summary>
    public TimeSpan CreatedAhead { get; init; }

    /// <summary>When other clients post the same text, as seen from the moment when one arrives.</summary>
    public IReadOnlyList<TimeSpan> OthersAfter { get; init; } = [];
}
