using System.Text.RegularExpressions;
using Checkly.Tests;

namespace Checkly.Cmdlets.Tests;

/// <summary>The first command of the README, and its picture.</summary>
public sealed partial class DemoTests
{
    /// <summary>Apart from times, which are those of this machine's clock. <c>CHECKLY_WRITE_DOCS=1 dotnet test</c> draws it anew.</summary>
    [Fact]
    public void The_picture_is_what_a_terminal_shows()
    {
        string file = Path.Combine(Repository.Root, "docs", "timeline.svg");
        string picture = Checkly.Demo.TimelinePicture.Draw();
        if (Environment.GetEnvironmentVariable("CHECKLY_WRITE_DOCS") == "1")
        {
            File.WriteAllText(file, picture);
        }

        Assert.Equal(Time().Replace(picture, "time"), Time().Replace(File.ReadAllText(file).ReplaceLineEndings("\n"), "time"));
        Assert.Equal(4, Time().Count(picture));
        Assert.DoesNotContain('\u001b', picture);
    }

    [Fact]
    public void It_opens_updates_and_resolves_an_incident()
    {
        using var output = new StringWriter();

        int exitCode = Checkly.Demo.Program.Run(output, colour: false);

        string shown = output.ToString();
        Assert.Equal(0, exitCode);
        Assert.Contains("PS> Connect-Checkly -Sandbox", shown, StringComparison.Ordinal);
        int[] last = [.. ((string[])["RESOLVED ", "MONITORING ", "IDENTIFIED ", "INVESTIGATING "]).Select(status => shown.LastIndexOf(status, StringComparison.Ordinal))];
        Assert.DoesNotContain(-1, last);
        Assert.Equal(last.Order(), last);
        Assert.DoesNotContain('\u001b', shown);
    }

    [GeneratedRegex(@"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d", RegexOptions.CultureInvariant)]
    private static partial Regex Time();
}
