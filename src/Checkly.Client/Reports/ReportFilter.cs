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

    /// <summary>The window and the checks as a query, beginning with a question mark; empty for the defaults.</summary>
    internal string Query
    {
        get
        {
            string query =
                (QuickRange is null ? string.Empty : ApiPath.Of($"&quickRange={QuickRange}"))
                + (From is { } from ? ApiPath.Of($"&from={from.ToUnixTimeSeconds()}") : string.Empty)
                + (To is { } to ? ApiPath.Of($"&to={to.ToUnixTimeSeconds()}") : string.Empty)
                + string.Concat(Tags.Select(tag => ApiPath.Of($"&filterByTags={tag}")))
                + (Deactivated is { } deactivated ? $"&deactivated={(deactivated ? "true" : "false")}" : string.Empty)
                + (Granularity is null ? string.Empty : ApiPath.Of($"&granularity={Granularity}"))
                + (TimeZone is null ? string.Empty : ApiPath.Of($"&timezone={TimeZone}"));
            return query.Length == 0 ? query : "?" + query.Substring(1);
        }
    }
}
