using System.Text.RegularExpressions;
using Checkly.Tests;

namespace Checkly.Cmdlets.Tests;

/// <summary>
/// The table of every operation of the API and how it is reached: made by running every cmdlet and looking at what it
/// sends. <c>CHECKLY_WRITE_DOCS=1 dotnet test</c> writes it anew.
/// </summary>
public sealed class OperationTableTests(ApiServer server) : ModuleTest, IClassFixture<ApiServer>
{
    private const string Begin = "<!-- operations: made by OperationTableTests -->";
    private const string End = "<!-- end of operations -->";

    private static string Page => Path.Combine(Repository.Root, "docs", "operations.md");

    [Fact]
    public void The_page_lists_every_operation_and_how_it_is_reached()
    {
        string table = Table();
        string text = File.ReadAllText(Page).ReplaceLineEndings("\n");
        int begin = text.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length;
        int end = text.IndexOf(End, StringComparison.Ordinal);
        if (Environment.GetEnvironmentVariable("CHECKLY_WRITE_DOCS") == "1")
        {
            File.WriteAllText(Page, string.Concat(text.AsSpan(0, begin), table, text.AsSpan(end)));
            return;
        }

        Assert.Equal(table, text[begin..end]);
    }

    protected override void Cleanup() => server.Reset();

    private string Table()
    {
        ILookup<string, string> reached = Reached();
        string[] operations = [.. Do("[Checkly.ApiOperations]::All | ForEach-Object { \"$_\" }").Output.Select(operation => operation.ToString())];
        int typed = operations.Count(operation => reached[operation].Any());
        string[] unknown = [.. reached.Select(operation => operation.Key).Except(operations)];
        Assert.Empty(unknown);
        return string.Join('\n',
        [
            string.Empty,
            string.Empty,
            $"All {operations.Length} operations of the API, {typed} of them through cmdlets of their own, the others through `Invoke-ChecklyApi`:",
            string.Empty,
            "| operation | cmdlet |",
            "|---|---|",
            .. operations.Select(operation => $"| `{operation}` | {(reached[operation].Any() ? string.Join(", ", reached[operation].Distinct().Order(StringComparer.Ordinal).Select(cmdlet => $"`{cmdlet}`")) : "`Invoke-ChecklyApi`")} |"),
            string.Empty,
            string.Empty,
        ]);
    }

    /// <summary>Which cmdlets send which operation.</summary>
    private ILookup<string, string> Reached()
    {
        var reached = new List<(string Operation, string Cmdlet)>();
        foreach (string command in DocumentedCommands.All.Where(command => !command.StartsWith("Invoke-ChecklyApi", StringComparison.Ordinal)))
        {
            server.Reset();
            DocumentedAnswers.Give(server);
            ConnectTo(server.Uri);
            Do($"$ConfirmPreference = 'None'; $null = {command}", ("uri", server.Uri));
            foreach (SentRequest sent in server.Requests)
            {
                string operation = Do("[Checkly.ApiOperations]::Find($method, $path).ToString()", ("method", sent.Method), ("path", sent.Target)).Only().ToString();
                reached.Add((operation, Regex.Match(command, "^[A-Za-z]+-[A-Za-z]+").Value));
            }
        }

        return reached.ToLookup(item => item.Operation, item => item.Cmdlet);
    }
}
