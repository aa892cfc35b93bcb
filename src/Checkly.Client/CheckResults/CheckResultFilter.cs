using System.Collections.Specialized;

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

    /// <summary>The conditions as parameters of a query; a part of a second at the end counts as a whole one.</summary>
    internal IEnumerable<KeyValuePair<string, string>> Query => ApiQuery.Of(new OrderedDictionary
    {
        ["location"] = Location,
        ["hasFailures"] = HasFailures,
        ["resultType"] = ResultType,
        ["from"] = From?.ToUnixTimeSeconds(),
        ["to"] = To?.AddTicks(TimeSpan.TicksPerSecond - 1).ToUnixTimeSeconds(),
    });
}
