using System.Text.Json.Nodes;

namespace Checkly.Sandbox;

/// <summary>Reports of the results of checks. A check without a result in a window, or in a day, week or month of it, is not in it.</summary>
internal static class Reports
{
    /// <summary>Adds their operation.</summary>
    public static void Add(SandboxOperations operations, Checks checks, CheckResults results) => operations.On("GET /v1/reporting", call =>
    {
        (DateTimeOffset from, DateTimeOffset to) = Window(call, Timestamp.Parse(operations.Now));
        TimeZoneInfo zone = TimeZones.Find(call.Text("timezone"));
        string? granularity = call.Text("granularity");
        var report = new JsonArray();
        foreach (JsonObject check in checks.All.Where(check => IsWanted(check, call)))
        {
            JsonObject[] runs = [.. results.Of(check).Where(run => Stopped(run) >= from && Stopped(run) < to)];
            var row = new JsonObject
            {
                ["name"] = check.Text("name"),
                ["checkId"] = check.Text("id"),
                ["checkType"] = check.Text("checkType"),
                ["deactivated"] = false,
                ["tags"] = check["tags"]!.DeepClone(),
            };
            if (granularity is not null)
            {
                row["aggregates"] = new JsonArray([.. runs.GroupBy(run => Begin(Stopped(run), granularity, zone)).Select(bucket => Bucket(bucket, granularity, zone, from, to))]);
                report.Add(row);
            }
            else if (runs.Length > 0)
            {
                row["aggregate"] = Aggregate(runs);
                report.Add(row);
            }
        }

        return call.Answer(report);
    });

    private static bool IsWanted(JsonObject check, SandboxCall call) =>
        (bool?)call.Query["deactivated"] != true
        && (call.Query["filterByTags"] is not JsonArray tags || tags.Any(tag => check["tags"]!.AsArray().Any(own => JsonNode.DeepEquals(own, tag))));

    private static (DateTimeOffset From, DateTimeOffset To) Window(SandboxCall call, DateTimeOffset now)
    {
        if (Seconds(call, "from") is { } from)
        {
            return (from, Seconds(call, "to") ?? now);
        }

        DateTimeOffset today = new(now.UtcDateTime.Date, TimeSpan.Zero);
        DateTimeOffset week = new(Monday(today.Date), TimeSpan.Zero);
        DateTimeOffset month = today.AddDays(1 - today.Day);
        // What runs now belongs to the window that ends now.
        DateTimeOffset end = now.AddMilliseconds(1);
        return call.Text("quickRange") switch
        {
            "last7Days" => (now.AddDays(-7), end),
            "last30Days" => (now.AddDays(-30), end),
            "thisWeek" => (week, end),
            "thisMonth" => (month, end),
            "lastWeek" => (week.AddDays(-7), week),
            "lastMonth" => (month.AddMonths(-1), month),
            _ => (now.AddDays(-1), end),
        };
    }

    private static DateTimeOffset? Seconds(SandboxCall call, string name) =>
        (decimal?)call.Query[name] is { } seconds ? DateTimeOffset.FromUnixTimeSeconds((long)seconds) : null;

    private static DateTimeOffset Stopped(JsonObject run) => Timestamp.Parse(run.Text("stoppedAt")!);

    private static JsonObject Bucket(IGrouping<DateTime, JsonObject> bucket, string granularity, TimeZoneInfo zone, DateTimeOffset from, DateTimeOffset to)
    {
        DateTime next = granularity == "day" ? bucket.Key.AddDays(1) : granularity == "week" ? bucket.Key.AddDays(7) : bucket.Key.AddMonths(1);
        JsonObject figures = Aggregate([.. bucket]);
        DateTimeOffset begin = Utc(bucket.Key, zone);
        DateTimeOffset end = Utc(next, zone);
        figures["from"] = Timestamp.Format(begin < from ? from : begin);
        figures["to"] = Timestamp.Format(end > to ? to : end);
        return figures;
    }

    private static DateTime Begin(DateTimeOffset time, string granularity, TimeZoneInfo zone)
    {
        DateTime day = TimeZoneInfo.ConvertTime(time, zone).Date;
        return granularity == "day" ? day : granularity == "week" ? Monday(day) : day.AddDays(1 - day.Day);
    }

    private static DateTime Monday(DateTime day) => day.AddDays(-(((int)day.DayOfWeek + 6) % 7));

    private static DateTimeOffset Utc(DateTime day, TimeZoneInfo zone) => new(day, zone.GetUtcOffset(day));

    private static JsonObject Aggregate(JsonObject[] runs)
    {
        double[] times = [.. runs.Select(run => (double)run["responseTime"]!).OrderBy(time => time)];
        return new()
        {
            ["successRatio"] = Math.Round(100.0 * runs.Count(run => !(bool)run["hasFailures"]!) / runs.Length, 4),
            ["avg"] = times.Average(),
            ["p95"] = times[(int)Math.Ceiling(times.Length * 0.95) - 1],
            ["p99"] = times[(int)Math.Ceiling(times.Length * 0.99) - 1],
        };
    }
}
