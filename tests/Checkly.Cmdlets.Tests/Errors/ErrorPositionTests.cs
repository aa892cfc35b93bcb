using System.Management.Automation;

namespace Checkly.Cmdlets.Tests;

/// <summary>An error in a script points at the command that failed; a key in that command is not shown.</summary>
public sealed class ErrorPositionTests : ModuleTest
{
    private const string Read = $"Get-ChecklyIncident {IncidentId}";
    private readonly string _folder = Directory.CreateTempSubdirectory().FullName;

    public ErrorPositionTests() => ConnectTo(new Uri("http://127.0.0.1:1"));

    [Theory]
    [InlineData($"{Read}\n", 1, 1, Read)]
    [InlineData($"{Read}\r\n$x = 1\r\n", 1, 1, Read)]
    [InlineData($"$x = 1\n    $y = 2; {Read}; $z = 3\n", 2, 13, Read)]
    [InlineData($"$x = 1\n  Get-ChecklyIncident `\n    {IncidentId}\n", 2, 3, "Get-ChecklyIncident `")]
    [InlineData($"function Get-It {{\n    if ($true) {{ {Read} }}\n}}\nGet-It\n", 2, 18, Read)]
    [InlineData($"'{IncidentId}' | Get-ChecklyIncident | ForEach-Object Name\n", 1, 42, "Get-ChecklyIncident")]
    [InlineData($"1 | ForEach-Object {{\n  {Read}\n}}\n", 2, 3, Read)]
    [InlineData($"New-ChecklyIncidentUpdate {IncidentId} RESOLVED 'Two\nlines.'\n", 1, 1, $"New-ChecklyIncidentUpdate {IncidentId} RESOLVED 'Two")]
    public void An_error_in_a_script_points_at_its_command(string script, int line, int column, string command)
    {
        InvocationInfo shown = RunFile(script).Error.InvocationInfo;

        Assert.Equal((line, column), (shown.ScriptLineNumber, shown.OffsetInLine));
        Assert.Contains($"script.ps1:{line} char:{column}\n", Lines(shown.PositionMessage), StringComparison.Ordinal);
        Assert.StartsWith(command, shown.Line[(column - 1)..].Replace("\r", string.Empty, StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Equal(Math.Min(command.Length, 60), Math.Min(Underlined(shown), 60));
        Assert.StartsWith(command, shown.Statement, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData($"$x = 1; Connect-Checkly -ApiKey {Key} -AccountId 7; $y = 2\n", 1, 9, "Connect-Checkly -ApiKey *** -AccountId ***")]
    [InlineData($"function Open {{\n    Connect-Checkly -ApiKey '{Key}' -AccountId 7\n}}\nOpen\n", 2, 5, "Connect-Checkly -ApiKey '***' -AccountId ***")]
    [InlineData($"  Connect-Checkly `\n    -ApiKey {Key} `\n    -AccountId nothing\n", 1, 3, "Connect-Checkly `")]
    [InlineData($"$k = '{Key}'; Connect-Checkly -ApiKey $k -AccountId nothing\n", 1, 13, "Connect-Checkly -ApiKey $k -AccountId ***")]
    [InlineData($"  Connect-Checkly -AccountId nothing -ApiKey '{Key}\n'\n", 1, 3, "Connect-Checkly -AccountId *** -ApiKey '***")]
    [InlineData($"Connect-Checkly -AccountId nothing -ApiKey @'\n{Key}\n\n'@\n", 1, 1, "Connect-Checkly -AccountId *** -ApiKey @'")]
    [InlineData($"  $mark = '{Key}'; {Read}\n", 1, 24, Read)]
    [InlineData($"  New-ChecklyIncidentUpdate {IncidentId} RESOLVED `\n    '{Key}'\n", 1, 3, $"New-ChecklyIncidentUpdate {IncidentId} RESOLVED `")]
    public void A_key_in_the_script_is_not_shown_and_the_error_still_points_at_its_command(string script, int line, int column, string command)
    {
        Outcome outcome = RunFile(script);
        InvocationInfo shown = outcome.Error.InvocationInfo;

        Assert.DoesNotContain(Key, outcome.Everything(), StringComparison.Ordinal);
        Assert.DoesNotContain(Key, shown.Statement, StringComparison.Ordinal);
        Assert.Equal((line, column), (shown.ScriptLineNumber, shown.OffsetInLine));
        Assert.StartsWith(command, shown.Line[(column - 1)..], StringComparison.Ordinal);
        Assert.Equal(command, shown.Statement);
    }

    protected override void Cleanup() => Directory.Delete(_folder, recursive: true);

    private static string Lines(string text) => text.Replace("\r\n", "\n", StringComparison.Ordinal);

    private static int Underlined(InvocationInfo shown) => shown.PositionMessage.Count(c => c == '~');

    private Outcome RunFile(string script)
    {
        string file = Path.Combine(_folder, "script.ps1");
        File.WriteAllText(file, script);
        return Run($"& '{file}'");
    }
}
