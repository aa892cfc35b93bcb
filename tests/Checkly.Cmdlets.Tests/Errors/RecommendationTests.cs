using System.Management.Automation;
using System.Text.RegularExpressions;
using Checkly.Tests;

namespace Checkly.Cmdlets.Tests;

/// <summary>What an error recommends can be done, and fits what its message says, for every command and every kind of failure.</summary>
public sealed partial class RecommendationTests(ApiServer server) : ModuleTest, IClassFixture<ApiServer>
{
    private static readonly int[] Answers = [400, 401, 402, 403, 404, 407, 409, 418, 429, 500, 501, 503, 302, 204];

    public static TheoryData<string> Commands => DocumentedRequestTests.Commands;

    [Theory]
    [MemberData(nameof(Commands))]
    public void A_command_is_told_to_use_only_what_there_is(string command)
    {
        ConnectTo(server.Uri);
        string cmdlet = command.Split(' ')[0];
        string line = command.Replace("Connect-Checkly -ApiKey key", "Connect-Checkly -MaximumRetryCount 0 -MaximumRetryWaitSec 0 -ApiKey $key", StringComparison.Ordinal).Replace(" -WhatIf", string.Empty, StringComparison.Ordinal);
        foreach (int status in Answers)
        {
            server.Reset();
            foreach (string method in (string[])["GET", "POST", "PUT", "PATCH", "DELETE"])
            {
                server.Answer(method, "/*", status, $$"""{"statusCode":{{status}},"error":"E","message":"m"}""", headers: ("Location", "http://127.0.0.1:1/"));
            }

            Outcome outcome = Run($"$ConfirmPreference = 'None'; {line}", ("key", Secure(Key)), ("uri", server.Uri));

            foreach (ErrorRecord error in outcome.Thrown is RuntimeException ended ? [ended.ErrorRecord] : outcome.Errors)
            {
                AssertFits(error, cmdlet, $"{status} {command}");
            }
        }
    }

    [Theory]
    [InlineData(400, $"Get-ChecklyIncident {IncidentId}", "")]
    [InlineData(400, $"Remove-ChecklyIncident {IncidentId} -Confirm:$false", "Run the command with -WhatIf to see the request without sending it.")]
    [InlineData(400, $"Set-ChecklyIncident {IncidentId} -Name x", "")]
    [InlineData(400, "Invoke-ChecklyApi GET /v1/nothing", "")]
    [InlineData(404, $"Get-ChecklyIncident {IncidentId}", "Check the id or the name, and that it belongs to the account that Get-ChecklySession shows.")]
    [InlineData(404, "Get-ChecklyDashboard 5a9db0c5", "Check the id or the name, and that it belongs to the account that Get-ChecklySession shows.")]
    [InlineData(404, "Invoke-ChecklyApi GET /v1/nothing", "Check the path and the ids in it, and that they belong to the account that Get-ChecklySession shows; Tab completes the paths of the API.")]
    [InlineData(404, "Connect-Checkly -ApiKey $key -AccountId $account -BaseUri $uri", "Check the address of the API (-BaseUri of Connect-Checkly, or CHECKLY_API_URL).")]
    [InlineData(403, "Connect-Checkly -ApiKey $key -AccountId $account -BaseUri $uri", "Use an API key whose owner is a member of this account, or another account id.")]
    [InlineData(403, $"Get-ChecklyIncident {IncidentId}", "Use an API key whose owner may do this in this account; Get-ChecklySession shows the account in use.")]
    [InlineData(504, $"New-ChecklyIncidentUpdate {IncidentId} RESOLVED x", $"It may have been carried out: look at the incident's history (Get-ChecklyIncidentUpdate {IncidentId}) before you run the command again.")]
    [InlineData(504, $"New-ChecklyStatusPageIncidentUpdate {IncidentId} RESOLVED x", $"It may have been carried out: look at the incident's updates (Get-ChecklyStatusPageIncidentUpdate {IncidentId}) before you run the command again.")]
    [InlineData(504, $"New-ChecklyMaintenanceUpdate COMPLETED x -MaintenanceWindowId 42 -MaintenanceId {IncidentId}", $"It may have been carried out: look at the maintenance's updates (Get-ChecklyMaintenanceUpdate 42 {IncidentId}) before you run the command again.")]
    [InlineData(504, "New-ChecklySnippet a b", "It may have been carried out: look at the account's snippets (Get-ChecklySnippet) before you run the command again.")]
    [InlineData(504, "New-ChecklyIncident a -DashboardId 1 -Status RESOLVED -Description b", "It may have been carried out: look at the dashboard before you run the command again.")]
    [InlineData(504, "Invoke-ChecklyApi POST /v1/variables @{ a = 1 }", "It may have been carried out: look at the answer of GET /v1/variables before you run the command again.")]
    [InlineData(409, $"New-ChecklyIncidentUpdate {IncidentId} RESOLVED x", "Something with this name or id is there already; read it and change that one.")]
    [InlineData(409, "Set-ChecklyStatusPageService 7c9e6679-7425-40de-944b-e07fc1f90ae7 x", "Something else has this name or id already, or it was changed by somebody else: read both, and choose another value.")]
    [InlineData(409, $"Remove-ChecklyIncident {IncidentId} -Confirm:$false", "Read it again to see what stands in the way.")]
    [InlineData(429, $"Get-ChecklyIncident {IncidentId}", "Run the command again in a minute; the API takes 600 requests in 60 s, and fewer for some operations.")]
    [InlineData(429, $"Remove-ChecklyIncident {IncidentId} -Confirm:$false", "Nothing was changed. Run the command again in a minute; the API takes 600 requests in 60 s, and fewer for some operations.")]
    [InlineData(407, $"Get-ChecklyIncident {IncidentId}", "Give Connect-Checkly the user name and the password of the proxy with -ProxyCredential. Run the command again.")]
    [InlineData(501, $"Get-ChecklyIncident {IncidentId}", "This server does not have the operation: check the address of the API (-BaseUri of Connect-Checkly, or CHECKLY_API_URL).")]
    [InlineData(501, "Invoke-ChecklyApi GET /v1/nothing", "Check the method and the path; Tab completes the paths of the API.")]
    [InlineData(501, "Invoke-ChecklyApi /v1/alert-channels?limit=1", "The API has this operation, and this server, such as the sandbox, does not: connect to an account, or mock the command.")]
    public void An_answer_leads_to_what_can_be_done_about_it(int status, string command, string action)
    {
        ConnectTo(server.Uri);
        foreach (string method in (string[])["GET", "POST", "PUT", "PATCH", "DELETE"])
        {
            server.Answer(method, "/*", status, "{}");
        }

        Outcome outcome = Run($"{command} {(command.StartsWith("Connect", StringComparison.Ordinal) ? "-MaximumRetryCount 0" : string.Empty)}", ("key", Secure(Key)), ("account", AccountId), ("uri", server.Uri));

        Assert.Equal(action, outcome.Error.ErrorDetails.RecommendedAction);
    }

    /// <summary>The two kinds of incidents, and an update for its incident, are taken for each other.</summary>
    [Theory]
    [InlineData("$i = New-ChecklyStatusPageIncident x -Service API -Description y; New-ChecklyIncidentUpdate $i.Id RESOLVED z", "is the id of a StatusPageIncident that this session has seen. For a StatusPageIncident use New-ChecklyStatusPageIncidentUpdate.")]
    [InlineData("$i = New-ChecklyIncident x -DashboardId 1001 -Status RESOLVED -Description y; Get-ChecklyStatusPageIncident $i.Id", "is the id of an Incident that this session has seen. For an Incident use Get-ChecklyIncident.")]
    [InlineData("$i = New-ChecklyIncident x -DashboardId 1001 -Status RESOLVED -Description y; Remove-ChecklyIncident $i.IncidentUpdates[0].Id -Confirm:$false", "is the id of an IncidentUpdate that this session has seen. For an IncidentUpdate use Remove-ChecklyIncidentUpdate.")]
    public void An_id_of_something_else_is_told(string script, string action) =>
        Assert.EndsWith(action, Run($"Connect-Checkly -Sandbox; {script}").Error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);

    [Theory]
    [InlineData("Get-ChecklyStatusPageService -Name nope", "Run Get-ChecklyStatusPageService to see what there is.")]
    [InlineData("Get-ChecklyStatusPage -Name nope", "Run Get-ChecklyStatusPage to see what there is.")]
    [InlineData("New-ChecklyStatusPageIncident x -Service nope -Description y", "Run Get-ChecklyStatusPageService to see what there is.")]
    [InlineData("$incident = New-ChecklyIncident x -DashboardId 1001 -Status RESOLVED -Description y; Get-ChecklyIncidentUpdate $incident e50ad839-1b90-4955-b716-1c6edbda57cb", "Run Get-ChecklyIncidentUpdate ")]
    public void What_the_cmdlet_finds_itself_is_not_blamed_on_the_server(string command, string action)
    {
        Do("Connect-Checkly -Sandbox");

        Assert.StartsWith(action, Run(command).Error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
    }

    [Fact]
    public void What_the_message_says_is_not_said_twice()
    {
        ErrorRecord error = Run("Connect-Checkly -Sandbox; Set-ChecklyDashboard 0123abcd").Error;

        Assert.Equal("There is nothing to change: give at least one setting.", error.ErrorDetails.Message);
        Assert.Empty(error.ErrorDetails.RecommendedAction);
    }

    protected override void Cleanup() => server.Reset();

    private void AssertFits(ErrorRecord error, string cmdlet, string what)
    {
        string action = error.ErrorDetails?.RecommendedAction ?? string.Empty;
        // A refused argument is explained by the message alone.
        bool isOptional = error.FullyQualifiedErrorId.StartsWith("Checkly.BadRequest,", StringComparison.Ordinal);
        Assert.True((isOptional && action.Length == 0) || action.EndsWith('.') || SetsBack().IsMatch(action), $"{what}: {action}");
        Assert.DoesNotContain("  ", action, StringComparison.Ordinal);

        // A parameter is one of the command itself, or of a cmdlet that the sentence names.
        foreach (string sentence in action.Split(". "))
        {
            string[] owners = [cmdlet, .. NamedCmdlets().Matches(sentence).Select(match => match.Value)];
            foreach (Match parameter in NamedParameters().Matches(sentence))
            {
                Assert.True(owners.Any(owner => Parameters(owner).Contains(parameter.Groups[1].Value)), $"{what}: {parameter.Value} in: {action}");
            }
        }

        if (error.Exception.Message.Contains("CHECKLY_API_URL", StringComparison.Ordinal))
        {
            Assert.DoesNotContain("API key", action, StringComparison.Ordinal);
        }
    }

    private string[] Parameters(string cmdlet) => [.. Do($"(Get-Command {cmdlet}).Parameters.Keys").Output.Select(name => name.ToString())];

    [GeneratedRegex(@"\b[A-Z][a-z]+-Checkly\w*", RegexOptions.CultureInvariant)]
    private static partial Regex NamedCmdlets();

    [GeneratedRegex(@"(?<![\w-])-([A-Z]\w+)", RegexOptions.CultureInvariant)]
    private static partial Regex NamedParameters();

    [GeneratedRegex(@"-Severity \w+$", RegexOptions.CultureInvariant)]
    private static partial Regex SetsBack();
}
