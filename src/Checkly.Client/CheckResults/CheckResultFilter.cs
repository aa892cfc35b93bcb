namespace Checkly;

/// <summary>Which results of a check a list contains: those that meet every condition that is set.</summary>
public sealed record CheckResultFilter
{
    /// <summary>The location of the run, by its <see cref="Location.Region"/>.</summary>
    public string? Location { get; init; }

    /// <summary>Whether the run failed.</summary>
    public bool? HasFailures { get; init; }

    /// <summary><c>FINAL</c> (the API's default), <c>ATTEMPT</c> for the runs that were retried, or <c>ALL</c>.</summary>
    public string? ResultType { get; init; }

    /// <summary>The earliest time, included. The API takes whole seconds.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>The end of the time, not included.</summary>
    public DateTimeOffset? To { get; init; }

    /// <summary>The conditions as a query, beginning with an ampersand; empty without conditions.</summary>
    internal string Query =>
        (Location is null ? string.Empty : ApiPath.Of($"&location={Location}"))
        + (HasFailures is { } hasFailures ? $"&hasFailures={(hasFailures ? "true" : "false")}" : string.Empty)
        + (ResultType is null ? string.Empty : ApiPath.Of($"&resultType={ResultType}"))
        + (From is { } from ? ApiPath.Of($"&from={from.ToUnixTimeSeconds()}") : string.Empty)
        + (To is { } to ? ApiPath.Of($"&to={to.AddTicks(TimeSpan.TicksPerSecond - 1).ToUnixTimeSeconds()}") : string.Empty);
}
