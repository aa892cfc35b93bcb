namespace Checkly.Cmdlets.Tests;

/// <summary>What a person sees of status pages.</summary>
public sealed class StatusPageViewTests : ModuleTest
{
    private const string Page = """
        $page = [Checkly.StatusPage]@{
            Id = '0d1a3e5c-1d0b-4d53-8d2f-5d1c1c7c2f10'; Name = 'Acme status'; Url = 'acme'; Description = 'How we do.'
            Cards = @(
                [Checkly.StatusPageCard]@{ Name = 'Shop'; Services = @(
                    [Checkly.StatusPageService]@{ Name = 'Checkout'; State = 'MAJOR' }
                    [Checkly.StatusPageService]@{ Name = 'Search'; State = 'OPERATIONAL' }) }
                [Checkly.StatusPageCard]@{ Name = 'For developers'; Services = @([Checkly.StatusPageService]@{ Name = 'API'; State = 'DIRE' }) })
        }
        """;

    [Fact]
    public void The_board_shows_cards_services_and_states() => Assert.Equal(
        """
        Acme status
        acme  0d1a3e5c-1d0b-4d53-8d2f-5d1c1c7c2f10
        How we do.

          Shop
            MAJOR        Checkout
            OPERATIONAL  Search

          For developers
            DIRE         API
        """,
        Render("80, $false"));

    [Fact]
    public void Without_states_it_leaves_no_room_for_them() => Assert.Equal(
        """
          Shop
            Checkout
            Search
        """,
        string.Join('\n', Render("80, $false", "foreach ($s in $page.Cards.Services) { $s.State = $null }").Split('\n')[4..7]));

    [Fact]
    public void In_colour_only_the_states_it_knows_are_coloured()
    {
        string shown = Render("80, $true");

        Assert.Contains("    \u001b[31mMAJOR\u001b[0m        Checkout", shown, StringComparison.Ordinal);
        Assert.Contains("    \u001b[32mOPERATIONAL\u001b[0m  Search", shown, StringComparison.Ordinal);
        Assert.Contains("    DIRE         API", shown, StringComparison.Ordinal);
    }

    [Fact]
    public void A_long_name_is_wrapped_beside_the_states()
    {
        string[] lines = Render("60, $false", "$page.Cards[0].Services[0].Name = 'word ' * 20").Split('\n');

        Assert.All(lines, line => Assert.True(line.Length < 60, line));
        Assert.Equal(20, string.Join(' ', lines).Split("word").Length - 1);
        Assert.StartsWith("                 word", lines[6], StringComparison.Ordinal);
    }

    [Fact]
    public void Tables_show_what_tells_them_apart()
    {
        Assert.Equal("0d1a3e5c-1d0b-4d53-8d2f-5d1c1c7c2f10 acme             3 MAJOR       Acme status", Lines($"{Page}; $page | Out-Default")[^1]);
        Assert.Equal(
            ["   Status page: p", "Id                                   Status   Created (local)     Address", "--                                   ------   ---------------     -------", "s                                    PENDING                      a@b.de"],
            Lines("[Checkly.StatusPageSubscription]@{ Id = 's'; StatusPageId = 'p'; Status = 'PENDING'; Address = 'a@b.de' } | Out-Default"));
        Assert.Equal("p                                          2       1 VERIFIED", Lines("[Checkly.StatusPageSubscriptionResult]@{ StatusPageId = 'p'; Created = 2; Skipped = 1; Status = 'VERIFIED' } | Out-Default")[^1]);
    }

    private string Render(string arguments, string before = "") =>
        Do($"{Page}\n{before}\n[Checkly.StatusPageBoard]::Render($page, {arguments})").Only().ToString();

    [Theory]
    [InlineData("", "2")]
    [InlineData("-IncludeState", "2 OPERATIONAL")]
    [InlineData("-IncludeState", "2 MINOR", "MINOR")]
    [InlineData("-IncludeState", "2 CRITICAL", "CRITICAL", "MINOR")]
    public void A_table_shows_the_worst_state_where_states_were_read(string with, string services, params string[] severities)
    {
        string incidents = string.Join("; ", severities.Select(severity => $"$null = New-ChecklyStatusPageIncident x -Service API -Description d -Severity {severity}"));

        string row = Lines($"Connect-Checkly -Sandbox; {incidents}; Get-ChecklyStatusPage {with} | Out-Default")[^1];

        Assert.Equal($"5a9db0c5-7e57-4c0d-8000-000000000010 sandbox          {services,-13} Sandbox status", row);
    }

    private string[] Lines(string script) => [.. Do(script).Shown.Split('\n').Select(line => line.TrimEnd()).Where(line => line.Length > 0)];
}
