using System.Text.Json.Nodes;

namespace Checkly.Sandbox;

/// <summary>When the occurrences of a maintenance window are. The sandbox works out the first fifty.</summary>
internal static class MaintenanceSchedule
{
    private const int MostOccurrences = 50;

    /// <summary>The settings that make the schedule.</summary>
    public static readonly string[] Settings = ["startsAt", "endsAt", "repeatUnit", "repeatInterval", "repeatEndsAt", "timezone"];

    /// <summary>Start and end of every occurrence, earliest first.</summary>
    public static IEnumerable<(string Start, string End)> Of(JsonObject settings)
    {
        DateTimeOffset start = Timestamp.Parse(settings.Text("startsAt")!);
        TimeSpan duration = Timestamp.Parse(settings.Text("endsAt")!) - start;
        return Starts(start, settings).TakeWhile(time => time <= DateTimeOffset.MaxValue - duration).Select(time => (Timestamp.Format(time), Timestamp.Format(time + duration)));
    }

    private static IEnumerable<DateTimeOffset> Starts(DateTimeOffset start, JsonObject settings)
    {
        yield return start;
        if (settings.Text("repeatUnit") is not { } unit)
        {
            yield break;
        }

        // Recurs at the same wall-clock time of the time zone, in summer and in winter.
        TimeZoneInfo zone = TimeZones.Find(settings.Text("timezone"));
        DateTime first = TimeZoneInfo.ConvertTime(start, zone).DateTime;
        DateTime last = settings.Text("repeatEndsAt") is { } end ? Timestamp.Parse(end).UtcDateTime.Date : DateTime.MaxValue;
        int interval = (int?)(decimal?)settings["repeatInterval"] ?? 1;
        for (int count = 1; count < MostOccurrences; count++)
        {
            if (Next(first, unit, count * interval, zone) is not { } next || next.Date > last)
            {
                yield break;
            }

            yield return next;
        }
    }

    /// <summary>A later start; <see langword="null"/> when it is after the year 9999.</summary>
    private static DateTimeOffset? Next(DateTime first, string unit, int steps, TimeZoneInfo zone)
    {
        try
        {
            DateTime next = unit switch
            {
                "DAY" => first.AddDays(steps),
                "WEEK" => first.AddDays(7 * steps),
                _ => first.AddMonths(steps),
            };
            return new DateTimeOffset(next, zone.GetUtcOffset(next));
        }
        catch (ArgumentOutOfRangeException)
        {
            return null;
        }
    }
}
