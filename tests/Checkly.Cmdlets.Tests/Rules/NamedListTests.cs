namespace Checkly.Cmdlets.Tests;

/// <summary>Every list whose entries have a name can be asked for names.</summary>
public sealed class NamedListTests : ModuleTest
{
    private const string Made = """
        Connect-Checkly -Sandbox
        $null = New-ChecklySnippet 'Log in' 'a'; $null = New-ChecklySnippet 'Log out' 'b'; $null = New-ChecklySnippet 'Pay [EU]' 'c'
        'Log in', 'Log out', 'Pay [EU]' | ForEach-Object {
            $null = New-ChecklyMaintenanceWindow $_ -Duration 00:30 -Tag web -SilenceAlerts
            $null = New-ChecklyStatusPageIncident $_ -Service Website -Description 'Looking.'
            $null = New-ChecklyStatusPageService $_
            $null = New-ChecklyStatusPage $_ ("page-" + $_.Length)
        }

        """;

    public static MatrixTheoryData<string, string> Rows => new(
        ["Get-ChecklySnippet", "Get-ChecklyMaintenanceWindow", "Get-ChecklyStatusPageIncident", "Get-ChecklyStatusPageService", "Get-ChecklyStatusPage"],
        ["'log*'", "'LOG IN'", "'Pay [[]EU*', 'log out'", "'Pay [EU]'"]);

    [Theory]
    [MemberData(nameof(Rows))]
    public void Names_select_by_wildcard_by_case_and_literally(string command, string names)
    {
        string[] expected = names switch
        {
            "'log*'" => ["Log in", "Log out"],
            "'LOG IN'" => ["Log in"],
            "'Pay [EU]'" => ["Pay [EU]"],
            _ => ["Log out", "Pay [EU]"],
        };

        Outcome outcome = Do($"{Made}{command} -Name {names}");

        Assert.Equal(expected, outcome.Output.Select(item => (string)Get(item, "Name")!).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("Get-ChecklySnippet", "No snippet is called 'Nope'.")]
    [InlineData("Get-ChecklyMaintenanceWindow", "No maintenance window is called 'Nope'.")]
    [InlineData("Get-ChecklyStatusPageIncident", "No such incident is called 'Nope'.")]
    [InlineData("Get-ChecklyStatusPageService", "No service is called 'Nope'.")]
    [InlineData("Get-ChecklyStatusPage", "No status page is called 'Nope'.")]
    [InlineData("Get-ChecklyCheck", "No check is called 'Nope'.")]
    [InlineData("Get-ChecklyDashboard", "No dashboard is called 'Nope'.")]
    [InlineData("Get-ChecklyAccount", "No account is called 'Nope'.")]
    [InlineData("Get-ChecklyLocation", "No location is called 'Nope'.")]
    [InlineData("Get-ChecklyRuntime", "No runtime is called 'Nope'.")]
    public void A_name_that_is_not_there_is_an_error_and_a_pattern_that_meets_nothing_is_not(string command, string message)
    {
        Outcome outcome = Run($"Connect-Checkly -Sandbox; {command} -Name Nope, 'Nothing*'");

        Assert.Empty(outcome.Output);
        Assert.Equal(message, outcome.Error.Exception.Message);
        Assert.StartsWith("Checkly.NotFound,", outcome.Error.FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    /// <summary>Every list whose entries have a name takes names with wildcards.</summary>
    [Fact]
    public void No_list_was_forgotten()
    {
        string[] withoutNames = ["CheckResult", "CheckSession", "CheckStatus", "Incident", "IncidentUpdate", "Maintenance", "MaintenanceUpdate", "Report", "Session", "StaticIp", "StatusPageIncidentUpdate", "StatusPageSubscription"];

        Assert.Equal(withoutNames, Do("""
            Get-Command -Module Checkly -Verb Get | Where-Object { -not $_.Parameters.Name -or $_.Parameters.Name.Attributes.TypeId.Name -notcontains 'SupportsWildcardsAttribute' } |
                ForEach-Object { $_.Noun.Substring(7) }
            """).Output.Select(noun => noun.ToString()!).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("Get-ChecklyDashboard -Name 'sandbox*'", "Header", "Sandbox status")]
    [InlineData("Get-ChecklyAccount -Name SAND*", "Name", "Sandbox")]
    [InlineData("Get-ChecklyLocation eu-cent*", "Region", "eu-central-1")]
    [InlineData("Get-ChecklyLocation -Name Frankfurt", "Region", "eu-central-1")]
    [InlineData("Get-ChecklyRuntime 2024*", "Name", "2024.02")]
    public void A_name_or_a_pattern_finds_an_entry_of_the_sandbox(string command, string property, string value) =>
        Assert.Contains(value, Do($"Connect-Checkly -Sandbox; ({command}).{property}").Output.Select(item => item.ToString()));

    [Theory]
    [InlineData("Get-ChecklyDashboard -CustomUrl ", "sandbox")]
    [InlineData("Get-ChecklyStatusPage -Url sa", "sandbox")]
    [InlineData("Get-ChecklyStaticIp -Region eu-c", "eu-central-1")]
    [InlineData("Get-ChecklyLocation eu-c", "eu-central-1")]
    [InlineData("Get-ChecklyLocation -Name Frank", "Frankfurt")]
    public void Tab_completes_what_they_select_by(string line, string text)
    {
        Do("Connect-Checkly -Sandbox");

        Assert.Equal(text, Complete(line)[0].CompletionText);
    }

    [Fact]
    public void Names_of_incidents_go_with_status_and_page()
    {
        Outcome outcome = Do($$"""
            {{Made}}$null = Get-ChecklyStatusPageIncident -Name 'Log in' | Resolve-ChecklyStatusPageIncident -Description 'Over.'
            Get-ChecklyStatusPage -Url sandbox | Get-ChecklyStatusPageIncident -Status Open -Name 'Log*'
            """);

        Assert.Equal("Log out", Get(outcome.Only(), "Name"));
    }

    [Theory]
    [InlineData("Get-ChecklySnippet", "'Log in'")]
    [InlineData("Get-ChecklyMaintenanceWindow", "'Log in'")]
    [InlineData("Get-ChecklyStatusPageIncident", "'Log in'")]
    public void Tab_completes_the_names(string command, string text)
    {
        string line = $"{command} -Name 'log i";

        Outcome outcome = Do($"{Made}(TabExpansion2 $line $line.Length).CompletionMatches[0].CompletionText", ("line", line));

        Assert.Equal(text, outcome.Only().ToString());
    }
}
