using System.Collections.Specialized;

namespace Checkly;

/// <summary>The window of a report, and the checks in it.</summary>
public sealed record ReportFilter
{
    /// <summary>
    /// A window of the API, such as <c>lastMonth</c>; without it and without <see cref="From"/> and <see cref="To"/>, the last 24 hours.
    /// </summary>
    public string? QuickRange { get; init; }

    /// <summary>When the window begins. The API takes whole seconds.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>When the window ends.</summary>
    public DateTimeOffset? To { get; init; }

    /// <summary>Tags of the checks.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>Whether the report has only deactivated checks, or only activated ones; all checks by default.</summary>
    public bool? Deactivated { get; init; }

    /// <summary><c>day</c>, <c>week</c> or <c>month</c>: an entry for each of them in the window, at most 120.</summary>
    public string? Granularity { get; init; }

    /// <summary>The IANA name of the time zone in which days, weeks and months begin; UTC by default.</summary>
    public string? TimeZone { get; init; }

    /// <summary>The window and the checks as parameters of a query.</summary>
    internal IEnumerable<KeyValuePair<string, string>> Query => ApiQuery.Of(new OrderedDictionary
    {
        ["quickRange"] = QuickRange,
        ["from"] = From?.ToUnixTimeSeconds(),
        ["to"] = To?.ToUnixTimeSeconds(),
        ["filterByTags"] = Tags.ToArray(),
        ["deactivated"] = Deactivated,
        ["granularity"] = Granularity,
        ["timezone"] = TimeZone,
    });
}
