using System.Text.RegularExpressions;

namespace Checkly.Cmdlets.Tests;

/// <summary>The timeline of an incident, which Format-Custom shows.</summary>
public sealed partial class TimelineTests : ModuleTest
{
    private const string Incident = """
        function At($hour, $minute) { [System.DateTimeOffset]::new([datetime]::new(2026, 1, 2, $hour, $minute, 0, [System.DateTimeKind]::Local)) }
        $incident = [Checkly.Incident]@{
            Id = 'e50ad839-1b90-4955-b716-1c6edbda57cb'; Name = 'Checkout is slow'; Impact = 'MAJOR'; DashboardId = 1001; StartedAt = At 9 0
            IncidentUpdates = @(
                [Checkly.IncidentUpdate]@{ Status = 'RESOLVED'; Description = 'All is well.'; CreatedAt = At 11 59 }
                [Checkly.IncidentUpdate]@{ Status = 'INVESTIGATING'; Description = 'Payments take longer than usual. We are looking into it, and say more at ten.'; CreatedAt = At 9 5 }
                [Checkly.IncidentUpdate]@{ Status = 'ESCALATED'; Description = "Two`nlines"; CreatedAt = At 11 20 })
        }
        """;

    [Fact]
    public void It_shows_a_header_and_each_update_oldest_first_with_its_age() => Assert.Equal(
        $"""
        Checkout is slow
        RESOLVED  MAJOR  dashboard 1001  e50ad839-1b90-4955-b716-1c6edbda57cb
        started {Iso("2026-01-02T09:00:00")} (3 h ago)

          {Iso("2026-01-02T09:05:00")}  2 h ago    INVESTIGATING  Payments take longer than usual. We are
                                                               looking into it, and say more at ten.
          {Iso("2026-01-02T11:20:00")}  40 min ago ESCALATED      Two
                                                               lines
          {Iso("2026-01-02T11:59:00")}  1 min ago  RESOLVED       All is well.
        """,
        Render("99, $false"));

    [Fact]
    public void In_colour_only_the_statuses_it_knows_are_coloured()
    {
        string shown = Render("90, $true");

        Assert.Contains("\u001b[32mRESOLVED\u001b[0m       All is well.", shown, StringComparison.Ordinal);
        Assert.Contains("\u001b[31mINVESTIGATING\u001b[0m  Payments", shown, StringComparison.Ordinal);
        Assert.Contains(" ESCALATED      Two", shown, StringComparison.Ordinal);
        Assert.Equal(Render("90, $false"), Escapes().Replace(shown, string.Empty));
    }

    [Theory]
    [InlineData(60)]
    [InlineData(80)]
    [InlineData(100)]
    [InlineData(200)]
    public void It_fits_the_terminal(int width) =>
        Assert.All(Render($"{width}, $false").Split('\n').Skip(3), line => Assert.True(line.Length < Math.Max(width, 77), line));

    [Fact]
    public void A_word_that_fits_no_line_is_broken() =>
        Assert.Equal(200, Do("$i = [Checkly.Incident]@{ IncidentUpdates = @([Checkly.IncidentUpdate]@{ Description = 'x' * 200 }) }; [Checkly.IncidentTimeline]::Render($i, 80, $false)")
            .Only().ToString().Count(c => c == 'x'));

    [Fact]
    public void Wide_characters_take_two_cells_and_pairs_are_not_cut()
    {
        string[] lines = Do("$i = [Checkly.Incident]@{ Name = '名' * 60; IncidentUpdates = @([Checkly.IncidentUpdate]@{ Description = '語' * 40 + '🔥' * 40 }) }; [Checkly.IncidentTimeline]::Render($i, 80, $false)")
            .Only().ToString().Split('\n');

        Assert.All(lines, line => Assert.True(line.Sum(c => c is '名' or '語' ? 2 : 1) <= 80, line));
        Assert.DoesNotContain(lines, line => line.Length > 0 && (char.IsHighSurrogate(line[^1]) || char.IsLowSurrogate(line.TrimStart().FirstOrDefault())));
        Assert.Equal(40, string.Concat(lines).Split("🔥").Length - 1);
    }

    [Fact]
    public void What_could_drive_a_terminal_is_left_out()
    {
        string shown = Do("""
            $e = [char]27
            $i = [Checkly.Incident]@{ Name = "a$e[2Jb"; Impact = "$e]0;x`a"; IncidentUpdates = @([Checkly.IncidentUpdate]@{ Status = "S$e[1m"; Description = "d$e[31m`u{202e}`r" }) }
            [Checkly.IncidentTimeline]::Render($i, 100, $false)
            """).Only().ToString();

        Assert.DoesNotContain(shown, c => (char.IsControl(c) && c != '\n') || c == '\u202e');
    }

    [Theory]
    [InlineData("Checkly.IncidentUpdate]@{ Status = \"S$e[1m\"; Description = \"d$e[31m\"")]
    [InlineData("Checkly.IncidentUpdate]@{ IncidentId = \"i$e]0;x\"; Status = 's'")]
    [InlineData("Checkly.StatusPageIncidentUpdate]@{ IncidentId = \"i$e]0;x\"; Status = 's'")]
    [InlineData("Checkly.Incident]@{ Name = \"n$e[1m\"; Impact = \"d$e[31m\"")]
    [InlineData("Checkly.Dashboard]@{ Header = \"n$e[1m\"; CustomUrl = \"d$e[31m\"")]
    public void What_could_drive_a_terminal_is_left_out_of_tables(string item)
    {
        string shown = Do($"$e = [char]27; [{item} }} | Out-Default").Shown;

        Assert.NotEqual("", shown.Trim());
        Assert.DoesNotContain('\u001b', shown);
    }

    [GeneratedRegex("\u001b\\[[0-9]+m")]
    private static partial Regex Escapes();

    private string Render(string arguments) =>
        Do($"{Incident}\n[Checkly.IncidentTimeline]::Render($incident, {arguments}, (At 12 0))").Only().ToString();
}
