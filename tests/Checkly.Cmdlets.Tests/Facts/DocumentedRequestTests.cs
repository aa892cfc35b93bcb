using System.Text;
using Checkly.Tests;

namespace Checkly.Cmdlets.Tests;

/// <summary>Every request that the cmdlets can make is one that the facts of the API describe.</summary>
public sealed class DocumentedRequestTests(ApiServer server) : ModuleTest, IClassFixture<ApiServer>
{
    /// <summary>Every cmdlet that talks to the API.</summary>
    public static TheoryData<string> Commands => [.. DocumentedCommands.All];

    [Theory]
    [MemberData(nameof(Commands))]
    public async Task The_facts_describe_every_request_of(string command)
    {
        DocumentedAnswers.Give(server);
        ConnectTo(server.Uri);

        Do($"$ConfirmPreference = 'None'; $null = {command}", ("uri", server.Uri));

        Assert.NotEmpty(server.Requests);
        foreach (SentRequest sent in server.Requests)
        {
            string? body = sent.Body.Length == 0 ? null : Encoding.UTF8.GetString(sent.Body);
            Assert.Empty(await ApiContract.OfFacts.ProblemsAsync(sent.Method, sent.Target, body));
        }
    }

    [Fact]
    public void No_cmdlet_that_talks_to_the_api_is_left_out()
    {
        string[] silent = ["Get-ChecklySession", "Disconnect-Checkly", "Start-ChecklySandbox"];
        string[] cmdlets = [.. Do("Get-Command -Module Checkly | ForEach-Object Name").Output.Select(name => name.ToString()).Except(silent).Order()];

        Assert.Equal(cmdlets, DocumentedCommands.All.Select(command => command.Split(' ')[0]).Distinct().Order());
    }

    protected override void Cleanup() => server.Reset();
}
