using System.Management.Automation;
using Checkly.Tests;

namespace Checkly.Cmdlets.Tests;

/// <summary>
/// An id that the API cannot know is refused before anything is sent. GUIDs are the ids of accounts, incidents, updates,
/// subscriptions and maintenances. Where a name is taken too, any text may be one; see <c>NamedIdTests</c>.
/// </summary>
public sealed class IdValidationTests(ApiServer server) : ModuleTest, IClassFixture<ApiServer>
{
    private static readonly string[] Forms = ["ValidateGuidAttribute", "ValidateSegmentAttribute"];

    [Fact]
    public void Every_parameter_that_takes_an_id_is_validated()
    {
        // Its place is named in the error, and its value is not: it may be a key.
        string[] otherwise = ["Connect-Checkly -AccountId"];
        (string Name, string[] Attributes)[] all = Ids();

        Assert.True(all.Length > 50);
        Assert.Equal(otherwise, all.Where(id => !id.Attributes.Intersect(Forms).Any()).Select(id => id.Name));
        Assert.All(all.Where(id => !otherwise.Contains(id.Name)), id => Assert.Single(id.Attributes.Intersect(Forms)));
    }

    [Theory]
    [InlineData("resolved")]
    [InlineData("RESOLVD")]
    public void A_status_in_the_place_of_the_id_gets_a_hint(string status)
    {
        Outcome outcome = Run($"Connect-Checkly -Sandbox; $i = New-ChecklyIncident x -DashboardId 1001 -Status INVESTIGATING -Description y; $i | New-ChecklyIncidentUpdate {status} Fixed.");

        Assert.EndsWith("When you pipe the incident in, name -Status and -Description.", outcome.Thrown!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Only_what_can_be_given_by_its_name_may_be_any_text()
    {
        string[] Kinds(string form) => [.. Do($$"""
            Get-Command -Module Checkly | ForEach-Object { $_.Parameters.Values } | Where-Object { $_.Attributes.TypeId.Name -contains '{{form}}' } |
                ForEach-Object { $_.Attributes | Where-Object { $_.TypeId.Name -eq 'IdOfAttribute' } | ForEach-Object { @($_.Models)[0].Name } }
            """).Output.Select(name => name.ToString()).Distinct().Order(StringComparer.Ordinal)];

        Assert.Equal(["Check", "Dashboard", "MaintenanceWindow", "Runtime", "Snippet", "StatusPage", "StatusPageService"], Kinds("ValidateSegmentAttribute"));
        Assert.Equal(["Account", "CheckResult", "CheckSession", "Incident", "IncidentUpdate", "Maintenance", "MaintenanceUpdate", "StatusPageIncident", "StatusPageIncidentUpdate", "StatusPageSubscription"], Kinds("ValidateGuidAttribute"));
    }

    [Fact]
    public void What_is_no_id_is_not_sent()
    {
        ConnectTo(server.Uri);
        foreach ((string name, string[] attributes) in Ids().Where(id => id.Attributes.Intersect(Forms).Any()))
        {
            string wrong = attributes.Contains("ValidateSegmentAttribute") ? ".." : "nope";

            Outcome outcome = Run($"{name} {wrong}");

            Assert.True(outcome.Thrown is ParameterBindingException, $"{name}: {outcome.Thrown}");
            Assert.Contains(name.Split('-')[^1], outcome.Thrown.Message, StringComparison.Ordinal);
            Assert.Contains(attributes.Contains("ValidateGuidAttribute") ? "'nope' is not an id" : string.Empty, outcome.Thrown.Message, StringComparison.Ordinal);
        }

        Assert.Empty(server.Requests);
    }

    [Theory]
    [InlineData("2001.6")]
    [InlineData("$true")]
    [InlineData("1e300")]
    [InlineData("([datetime]'2026-11-27')")]
    public void A_number_that_is_no_whole_number_is_no_id(string given)
    {
        ConnectTo(server.Uri);
        foreach (string command in (string[])
            [
                $"Remove-ChecklyMaintenanceWindow {given} -Confirm:$false", $"{given} | Remove-ChecklyMaintenanceWindow -Confirm:$false",
                $"[pscustomobject]@{{ Id = {given} }} | Remove-ChecklyMaintenanceWindow -Confirm:$false",
                $"Remove-ChecklySnippet 1, {given} -Confirm:$false", $"Get-ChecklyMaintenance {given}",
                $"New-ChecklyIncident -Name n -Status RESOLVED -Description d -DashboardId {given}",
                $"[pscustomobject]@{{ Name = 'n'; Status = 'RESOLVED'; Description = 'd'; DashboardId = {given} }} | New-ChecklyIncident",
            ])
        {
            Outcome outcome = Run(command);

            string message = (outcome.Thrown ?? outcome.Error.Exception).Message;
            Assert.True(message.Contains("which is a whole number", StringComparison.Ordinal) || message.Contains("is neither the number of a dashboard", StringComparison.Ordinal), $"{command}: {message}");
        }

        Assert.Empty(server.Requests);
    }

    /// <summary>PowerShell would convert it to a number of something else.</summary>
    [Theory]
    [InlineData("2001.6")]
    [InlineData("1kb")]
    [InlineData("0x3ec")]
    [InlineData("10,04")]
    [InlineData("1,001")]
    [InlineData("2e3")]
    [InlineData("99999999999999999999")]
    public void A_text_that_is_no_whole_number_is_a_name(string given)
    {
        Outcome outcome = Run($"Connect-Checkly -Sandbox; '{given}' | Remove-ChecklyMaintenanceWindow -Confirm:$false; Remove-ChecklySnippet '{given}' -Confirm:$false");

        Assert.Equal(
            [$"The account has no maintenance window '{given}'.", $"The account has no snippet '{given}'."],
            outcome.Errors.Select(error => error.Exception.Message[..(error.Exception.Message.IndexOf("'.", StringComparison.Ordinal) + 2)]));
    }

    [Theory]
    [InlineData("2002")]
    [InlineData("' 2002 '")]
    [InlineData("2002.0")]
    [InlineData("2002d")]
    [InlineData("([byte]42)", "42")]
    [InlineData("([char]'5')", "5")]
    public void A_whole_number_is_an_id_whatever_its_type(string given, string id = "2002")
    {
        ConnectTo(server.Uri);

        Run($"Remove-ChecklyMaintenanceWindow {given} -Confirm:$false; [pscustomobject]@{{ Id = {given} }} | Get-ChecklySnippet");

        Assert.Equal([$"/v1/maintenance-windows/{id}", $"/v1/snippets/{id}"], server.Requests.Select(request => request.Target));
    }

    [Fact]
    public void The_document_agrees_where_it_says_the_form()
    {
        ApiContract document = ApiContract.OfFacts;
        // A PUT of each type of check takes a GUID too, where it takes any: the one path that reads all of them says it.
        Assert.Equal("uuid", document.PathParameterFormat("/v1/checks/{id}", "get", "id"));
        Assert.Equal("integer", document.PathParameterFormat("/v1/maintenance-windows/{id}", "get", "id"));
        Assert.Equal("string", document.PathParameterFormat("/v1/dashboards/{dashboardId}", "get", "dashboardId"));
        Assert.Equal("string", document.PathParameterFormat("/v1/runtimes/{id}", "get", "id"));
    }

    protected override void Cleanup() => server.Reset();

    /// <summary>Every parameter that takes an id, with the names of its attributes.</summary>
    private (string Name, string[] Attributes)[] Ids() =>
    [
        .. Do("""
            Get-Command -Module Checkly | ForEach-Object {
                $command = $_
                $command.Parameters.Values |
                    Where-Object { $_.Name -cmatch '(^|[a-z])Id$' -or $_.Attributes.TypeId.Name -contains 'IdOfAttribute' } |
                    ForEach-Object { [pscustomobject]@{ Name = "$($command.Name) -$($_.Name)"; Attributes = @($_.Attributes.TypeId.Name) } }
            }
            """).Output.Select(item => ((string)Get(item, "Name")!, ((System.Collections.IEnumerable)Get(item, "Attributes")!).Cast<object>().Select(name => name.ToString()!).ToArray())),
    ];
}
