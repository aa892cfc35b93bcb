using System.Text;

namespace Checkly;

/// <summary>An object with a history, laid out for a person during an outage: what it is, and what was said when.</summary>
internal sealed class Timeline
{
    private const int Margin = 2;
    private const int TimeWidth = 25;
    private const int AgeWidth = 11;
    private const int StatusWidth = 15;
    private const int LeastText = 20;
    private const string Reset = "\u001b[0m";

    /// <summary>What it is called.</summary>
    public required string? Name { get; init; }

    /// <summary>Its status now, the first of the facts.</summary>
    public required string? Status { get; init; }

    /// <summary>What else is worth a glance; blank ones are left out.</summary>
    public required string?[] Facts { get; init; }

    /// <summary>What may be too long for one line, such as what it affects; <see langword="null"/> when there is nothing to say.</summary>
    public string? About { get; init; }

    /// <summary>The times of the whole, each with a word; those that are not known are left out.</summary>
    public required (string What, DateTimeOffset? Time)[] Times { get; init; }

    /// <summary>What was said, newest first, as the API answers.</summary>
    public required IEnumerable<Entry> Entries { get; init; }

    /// <summary>Lays it out, its entries oldest first.</summary>
    /// <param name="width">Columns of the terminal.</param>
    /// <param name="colour">Whether the terminal takes colours.</param>
    /// <param name="now">The time that ages are relative to.</param>
    /// <returns>Lines, separated by line feeds.</returns>
    public string Render(int width, bool colour, DateTimeOffset now)
    {
        var lines = new StringBuilder();
        Line(lines, Wrapped(Name, width));
        Line(lines, Joined([Coloured(DisplayText.OneLine(Status), Status, colour), .. Facts.Select(DisplayText.OneLine)]));
        Line(lines, Wrapped(About, width));
        Line(lines, Joined(Times.Select(time => time.Time is { } at ? $"{time.What} {TimeText.Iso(at)} ({TimeText.Ago(now - at)})" : string.Empty)));
        lines.Append('\n');

        int start = Margin + TimeWidth + 2 + AgeWidth + StatusWidth;
        // Reversed before the stable sort, so that entries with equal times keep their order.
        foreach (Entry entry in Entries.Reverse().OrderBy(entry => entry.Time ?? DateTimeOffset.MaxValue))
        {
            string time = entry.Time is { } at ? TimeText.Iso(at) : string.Empty;
            string age = entry.Time is { } then ? TimeText.Ago(now - then) : string.Empty;
            string status = DisplayText.OneLine(entry.Status);
            lines.Append(' ', Margin).Append(time.PadRight(TimeWidth + 2)).Append(age.PadRight(AgeWidth))
                .Append(Coloured(status, entry.Status, colour)).Append(' ', Math.Max(1, StatusWidth - status.Length));
            lines.Append(string.Join("\n" + new string(' ', start), TextCells.Wrap(DisplayText.Clean(entry.Text), Math.Max(LeastText, width - start - 1)))).Append('\n');
        }

        return lines.ToString().TrimEnd('\n');
    }

    private static string Wrapped(string? text, int width) =>
        string.Join("\n", TextCells.Wrap(DisplayText.OneLine(text), Math.Max(LeastText, width - 1)));

    private static string Joined(IEnumerable<string> texts) => string.Join("  ", texts.Where(text => text.Length > 0));

    private static void Line(StringBuilder lines, string text)
    {
        if (text.Length > 0)
        {
            lines.Append(text).Append('\n');
        }
    }

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

    /// <summary>What was said, and when.</summary>
    /// <param name="Time">The time that is shown.</param>
    /// <param name="Status">The status it set.</param>
    /// <param name="Text">The text.</param>
    internal sealed record Entry(DateTimeOffset? Time, string? Status, string? Text);
}
