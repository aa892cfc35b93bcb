using System.Globalization;
using System.Management.Automation;
using System.Text;
using System.Text.RegularExpressions;
using Checkly.Tests;

namespace Checkly.Cmdlets.Tests;

/// <summary>What holds for each command that talks to the API, whatever it does there.</summary>
public sealed partial class EveryCommandTests(ApiServer server) : ModuleTest, IClassFixture<ApiServer>
{
    public static TheoryData<string> All => [.. DocumentedCommands.All.Where(command => !command.StartsWith("Connect-", StringComparison.Ordinal))];

    public static TheoryData<string> Changes =>
        [.. DocumentedCommands.All.Where(command => command.Split('-')[0] is not ("Connect" or "Get" or "Wait") && !command.Contains("Api GET", StringComparison.Ordinal) && !command.Contains("-WhatIf", StringComparison.Ordinal))];

    [Theory]
    [MemberData(nameof(Changes))]
    public void WhatIf_shows_what_would_go_out_and_only_reads(string command)
    {
        DocumentedAnswers.Give(server);
        ConnectTo(server.Uri);
        Do($"$ConfirmPreference = 'None'; $null = {command}");
        // What begins now begins a little later in the next run; the keys of a private dashboard are not shown.
        static string Comparable(string text) => Times().Replace(text, time => (DateTimeOffset.Parse(time.Value, CultureInfo.InvariantCulture) - DateTimeOffset.UtcNow).Duration() < TimeSpan.FromDays(1) ? "now" : time.Value).Split("\"keys\":")[0];
        string[] changes = [.. server.Requests.Where(request => request.Method != "GET").Select(request => $"{request.Method} {request.Target} {Encoding.UTF8.GetString(request.Body)}".Trim())];
        int sent = server.Requests.Count;
        string passThru = Do($"(Get-Command {command.Split(' ')[0]}).Parameters.ContainsKey('PassThru')").Only().BaseObject is true ? "-PassThru" : string.Empty;

        foreach (Outcome outcome in (Outcome[])[Do($"{command} {passThru} -WhatIf"), Do($"$WhatIfPreference = $true; try {{ {command} }} finally {{ $WhatIfPreference = $false }}")])
        {
            Assert.Empty(outcome.Output);
            Assert.DoesNotContain(Key, outcome.Everything(), StringComparison.Ordinal);
            Assert.Contains("What if: ", outcome.Shown, StringComparison.Ordinal);
            Assert.All(changes, change => Assert.Contains(Comparable(change), Comparable(outcome.Shown), StringComparison.Ordinal));
        }

        Assert.All(server.Requests.Skip(sent), request => Assert.Equal("GET", request.Method));
    }

    [Fact]
    public void A_prompt_can_say_what_is_wanted()
    {
        (string Name, ValidateSetAttribute? Values, string? Help)[] asked =
        [
            .. from command in Do("Get-Command -Module Checkly").Output.Select(command => (CmdletInfo)command.BaseObject)
               from set in command.ParameterSets
               from parameter in set.Parameters
               where parameter.IsMandatory
               select ($"{command.Name} -{parameter.Name}", parameter.Attributes.OfType<ValidateSetAttribute>().FirstOrDefault(), parameter.HelpMessage),
        ];

        Assert.Contains(asked, parameter => parameter is { Name: "New-ChecklyIncidentUpdate -Status", Values: not null });
        Assert.All(asked, parameter => Assert.True(parameter.Help?.EndsWith('.') == true, parameter.Name));
        Assert.All(asked.Where(parameter => parameter.Values is not null), parameter => Assert.Equal(
            $"{string.Join(", ", parameter.Values!.ValidValues.SkipLast(1))} or {parameter.Values.ValidValues[^1]}.", parameter.Help));
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Without_a_session_it_ends_and_says_what_to_run(string command)
    {
        Outcome outcome = Run($"{command} -ErrorAction SilentlyContinue");

        Assert.NotNull(outcome.Thrown);
        Assert.StartsWith("Checkly.NotConnected,", outcome.Error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal(ErrorCategory.ConnectionError, outcome.Error.CategoryInfo.Category);
        Assert.Contains("Run Connect-Checkly first", outcome.Error.Exception.Message, StringComparison.Ordinal);
        Assert.Contains("Connect-Checkly -Sandbox", outcome.Error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Changes))]
    public void Where_nobody_can_be_asked_a_removal_and_what_is_to_be_confirmed_changes_nothing(string command)
    {
        DocumentedAnswers.Give(server);
        ConnectTo(server.Uri);
        string line = command.StartsWith("Remove-", StringComparison.Ordinal) ? command : $"{command} -Confirm";

        Outcome outcome = Run(line);

        Assert.NotNull(outcome.Thrown);
        Assert.StartsWith("Checkly.CannotAsk,", outcome.Error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("-Confirm:$false", outcome.Error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
        Assert.DoesNotContain(Key, outcome.Everything(), StringComparison.Ordinal);
        // What is read is for the question.
        Assert.All(server.Requests, request => Assert.Equal("GET", request.Method));
    }

    [Theory]
    [MemberData(nameof(Changes))]
    public void With_Confirm_false_nothing_is_asked_whatever_the_preference_is(string command)
    {
        DocumentedAnswers.Give(server);
        ConnectTo(server.Uri);

        Do($"$ConfirmPreference = 'Low'; $null = {command} -Confirm:$false");

        Assert.Contains(server.Requests, request => request.Method != "GET");
    }

    protected override void Cleanup() => server.Reset();

    [GeneratedRegex(@"\d{4}-\d\d-\d\dT[\d:.]+Z", RegexOptions.CultureInvariant)]
    private static partial Regex Times();
}
