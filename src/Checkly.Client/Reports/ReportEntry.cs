using System.Text.Json;

namespace Checkly;

/// <summary>How one check did in a time (<c>/v1/reporting</c>): a row of a report, for the whole window or for one day, week or month.</summary>
public sealed class ReportEntry
{
    /// <summary>The name of the check.</summary>
    public string? Name { get; set; }

    /// <summary>The id of the check, a GUID.</summary>
    public string? CheckId { get; set; }

    /// <summary>The type of the check, such as API.</summary>
    public string? CheckType { get; set; }

    /// <summary>Whether the check is deactivated.</summary>
    public bool? Deactivated { get; set; }

    /// <summary>The tags of the check.</summary>
    public string[] Tags { get; set; } = [];

    /// <summary>When the day, week or month begins, within the window; <see langword="null"/> in a report of the whole window.</summary>
    public DateTimeOffset? From { get; set; }

    /// <summary>When it ends.</summary>
    public DateTimeOffset? To { get; set; }

    /// <summary>The share of runs that passed, in percent, as the document's example of 50 suggests.</summary>
    public double? SuccessRatio { get; set; }

    /// <summary>The average response time in milliseconds.</summary>
    public double? Average { get; set; }

    /// <summary>The response time in milliseconds that 95 % of the runs did not exceed.</summary>
    public double? P95 { get; set; }

    /// <summary>The response time in milliseconds that 99 % of the runs did not exceed.</summary>
    public double? P99 { get; set; }

    /// <summary>Returns the name of the check.</summary>
    /// <returns>The name.</returns>
    public override string ToString() => Name ?? string.Empty;

    /// <summary>Reads the rows of one check.</summary>
    internal static ReportEntry[] ReadCheck(JsonElement json)
    {
        var check = new JsonFields(json);
        ReportEntry Row(JsonElement aggregate)
        {
            var figures = new JsonFields(aggregate);
            return new ReportEntry
            {
                Name = check.Text("name"),
                CheckId = check.RequiredText("checkId"),
                CheckType = check.Text("checkType"),
                Deactivated = check.Flag("deactivated"),
                Tags = check.Texts("tags"),
                From = figures.Time("from"),
                To = figures.Time("to"),
                SuccessRatio = figures.Number("successRatio"),
                Average = figures.Number("avg"),
                P95 = figures.Number("p95"),
                P99 = figures.Number("p99"),
            };
        }

        // With a granularity there are "aggregates", without one there is one "aggregate".
        return json.TryGetProperty("aggregate", out JsonElement whole) && whole.ValueKind == JsonValueKind.Object ? [Row(whole)] : check.List("aggregates", Row);
    }
}
