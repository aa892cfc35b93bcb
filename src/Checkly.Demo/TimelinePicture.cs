using System.Management.Automation;
using System.Xml.Linq;
using Checkly.Hosting;

namespace Checkly.Demo;

/// <summary>Draws what a terminal shows of an incident, as an SVG.</summary>
public static class TimelinePicture
{
    private const int Columns = 100;
    private const double CharacterWidth = 7.83;
    private const int LineHeight = 18;
    private const int Margin = 14;
    private const string Command = "PS> Get-ChecklyStatusPageIncident -Status Open | Format-Custom";

    // The colours of SGR 31, 32, 33 and 36.
    private static readonly Dictionary<string, string> Colours = new() { ["31"] = "#f7768e", ["32"] = "#9ece6a", ["33"] = "#e0af68", ["36"] = "#7dcfff" };

    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    /// <summary>Draws it.</summary>
    /// <returns>The SVG.</returns>
    /// <exception cref="RuntimeException">The module could not be imported.</exception>
    public static string Draw()
    {
        using var host = new ModuleHost(TextWriter.Null, Columns, colour: true);
        using PowerShell shell = host.CreatePowerShell();
        string text = shell.AddScript($$"""
            $incident = [Checkly.StatusPageIncident]@{
                Id = '5a9db0c5-7e57-4c0d-8000-0000000000a1'; Name = 'Checkout is slow'; Severity = 'MAJOR'; CreatedAt = '2026-11-27T02:08:44Z'
                Services = [Checkly.StatusPageService]@{ Name = 'Website' }, [Checkly.StatusPageService]@{ Name = 'API' }
                IncidentUpdates = @(
                    [Checkly.StatusPageIncidentUpdate]@{ Status = 'MONITORING'; CreatedAt = '2026-11-27T02:41:10Z'; Description = 'The new capacity is in place. We are watching.' }
                    [Checkly.StatusPageIncidentUpdate]@{ Status = 'IDENTIFIED'; CreatedAt = '2026-11-27T02:21:58Z'; Description = 'A database node is overloaded. We are adding capacity.' }
                    [Checkly.StatusPageIncidentUpdate]@{ Status = 'INVESTIGATING'; CreatedAt = '2026-11-27T02:08:44Z'; Description = 'Payments take longer than usual. We are looking into it.' }
                )
            }
            [Checkly.IncidentTimeline]::Render($incident, {{Columns}}, $true, [DateTimeOffset]'2026-11-27T02:55:00Z')
            """).Invoke<string>()[0];
        string[] lines = [Command, string.Empty, .. text.Split('\n')];
        double width = (Columns * CharacterWidth) + (2 * Margin);
        int height = (lines.Length * LineHeight) + (2 * Margin);
        var picture = new XElement(
            Svg + "svg",
            new XAttribute("viewBox", FormattableString.Invariant($"0 0 {width:0} {height}")),
            new XAttribute("role", "img"),
            new XElement(Svg + "title", "The timeline of an incident in a terminal"),
            new XElement(Svg + "rect", new XAttribute("width", "100%"), new XAttribute("height", "100%"), new XAttribute("rx", "6"), new XAttribute("fill", "#1a1b26")),
            new XElement(
                Svg + "g",
                new XAttribute("font-family", "ui-monospace, Menlo, Consolas, monospace"),
                new XAttribute("font-size", "13"),
                new XAttribute("fill", "#c0caf5"),
                lines.Select((line, index) => Line(line, Margin + ((index + 1) * LineHeight) - 5))));
        return picture.ToString().ReplaceLineEndings("\n") + "\n";
    }

    /// <summary>A line, whose coloured parts begin with ESC, bracket, number, m, and end with ESC, bracket, 0, m.</summary>
    private static XElement Line(string line, int y)
    {
        var text = new XElement(Svg + "text", new XAttribute("x", Margin), new XAttribute("y", y), new XAttribute(XNamespace.Xml + "space", "preserve"));
        foreach (string part in line.Split("\u001b["))
        {
            int end = part.IndexOf('m', StringComparison.Ordinal);
            bool isCoded = end > 0 && part[..end].All(char.IsAsciiDigit);
            string shown = isCoded ? part[(end + 1)..] : part;
            text.Add(isCoded && Colours.TryGetValue(part[..end], out string? colour)
                ? new XElement(Svg + "tspan", new XAttribute("fill", colour), shown)
                : new XText(shown));
        }

        return text;
    }
}
