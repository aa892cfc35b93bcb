using System.Globalization;
using System.Text;

namespace Checkly;

/// <summary>An incident as a person wants to see it during an outage: what it is, and what was said when.</summary>
public static class IncidentTimeline
{
    private const int Margin = 2;
    private const int AgeWidth = 11;
    private const int StatusWidth = 15;
    private const int LeastText = 20;
    private const string TimeFormat = "yyyy-MM-dd HH:mm";
    private const string Reset = "\u001b[0m";

    /// <summary>Lays the incident out, its updates oldest first, times local.</summary>
    /// <param name="incident">The incident.</param>
    /// <param name="width">Columns of the terminal.</param>
    /// <param name="colour">Whether the terminal takes colours.</param>
    /// <param name="asOf">The time that ages are counted to; the present when not given.</param>
    /// <returns>Lines, separated by line feeds.</returns>
    public static string Render(Incident incident, int width, bool colour, DateTimeOffset? asOf = null)
    {
        if (incident is null)
        {
            throw new ArgumentNullException(nameof(incident));
        }

        DateTimeOffset now = asOf ?? DateTimeOffset.Now;
        var lines = new StringBuilder();
        Line(lines, string.Join("\n", TextCells.Wrap(DisplayText.OneLine(incident.Name), Math.Max(LeastText, width - 1))));
        string[] facts =
        [
            Coloured(DisplayText.OneLine(incident.CurrentStatus), incident.CurrentStatus, colour),
            DisplayText.OneLine(incident.Impact),
            incident.DashboardId is { } dashboard ? $"dashboard {dashboard}" : string.Empty,
            DisplayText.OneLine(incident.Id),
        ];
        Line(lines, string.Join("  ", facts.Where(fact => fact.Length > 0)));
        Line(lines, string.Join("  ", new[] { When("started", incident.StartedAt, now), When("stopped", incident.StoppedAt, now) }.Where(text => text.Length > 0)));
        lines.Append('\n');

        int start = Margin + TimeFormat.Length + 2 + AgeWidth + StatusWidth;
        foreach (IncidentUpdate update in OldestFirst(incident))
        {
            string time = update.CreatedAt is { } at ? at.LocalDateTime.ToString(TimeFormat, CultureInfo.InvariantCulture) : string.Empty;
            string age = update.CreatedAt is { } then ? Age(now - then) : string.Empty;
            string status = DisplayText.OneLine(update.Status);
            lines.Append(' ', Margin).Append(time.PadRight(TimeFormat.Length + 2)).Append(age.PadRight(AgeWidth))
                .Append(Coloured(status, update.Status, colour)).Append(' ', Math.Max(1, StatusWidth - status.Length));
            lines.Append(string.Join("\n" + new string(' ', start), TextCells.Wrap(DisplayText.Clean(update.Description), Math.Max(LeastText, width - start - 1)))).Append('\n');
        }

        return lines.ToString().TrimEnd('\n');
    }

    /// <summary>The API answers newest first: turned round before it is sorted, so that updates of one moment keep their order.</summary>
    private static IEnumerable<IncidentUpdate> OldestFirst(Incident incident) =>
        Enumerable.Reverse(incident.IncidentUpdates).OrderBy(update => update.CreatedAt ?? DateTimeOffset.MaxValue);

    /// <summary>How long ago, in the largest unit that fits.</summary>
    private static string Age(TimeSpan age)
    {
        TimeSpan length = age.Duration();
        string text = length.TotalMinutes < 1 ? string.Empty
            : length.TotalHours < 1 ? $"{(int)length.TotalMinutes} min"
            : length.TotalDays < 1 ? $"{(int)length.TotalHours} h"
            : $"{(int)length.TotalDays} d";
        return text.Length == 0 ? "now" : age < TimeSpan.Zero ? $"in {text}" : $"{text} ago";
    }

    private static void Line(StringBuilder lines, string text)
    {
        if (text.Length > 0)
        {
            lines.Append(text).Append('\n');
        }
    }

    private static string When(string what, DateTimeOffset? time, DateTimeOffset now) =>
        time is { } at ? $"{what} {at.LocalDateTime.ToString(TimeFormat, CultureInfo.InvariantCulture)} ({Age(now - at)})" : string.Empty;

    private static string Coloured(string text, string? status, bool colour)
    {
        string code = status?.ToUpperInvariant() switch
        {
            "INVESTIGATING" => "\u001b[31m",
            "IDENTIFIED" => "\u001b[33m",
            "MONITORING" => "\u001b[36m",
            "RESOLVED" => "\u001b[32m",
            "MAINTENANCE" => "\u001b[35m",
            _ => string.Empty,
        };
        return colour && code.Length > 0 ? code + text + Reset : text;
    }
}
