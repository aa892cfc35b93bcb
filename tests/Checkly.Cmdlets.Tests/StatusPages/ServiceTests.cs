using System.Management.Automation;
using System.Text;
using Checkly.Tests;

namespace Checkly.Cmdlets.Tests;

/// <summary>The cmdlets of services, and how services are found by what a person calls them.</summary>
public sealed class ServiceTests(ApiServer server) : ModuleTest, IClassFixture<ApiServer>
{
    private const string ServiceId = "7c9e6679-7425-40de-944b-e07fc1f90ae7";
    private const string Path = $"/v1/status-pages/services/{ServiceId}";

    [Theory]
    [InlineData("New-ChecklyStatusPageService Website, API")]
    [InlineData("'Website', 'API' | New-ChecklyStatusPageService")]
    [InlineData("[pscustomobject]@{ Name = 'Website' }, [pscustomobject]@{ Name = 'API' } | New-ChecklyStatusPageService")]
    public void New_makes_one_for_each_name(string script)
    {
        ConnectTo(server.Uri);
        server.Answer("POST", "/v1/status-pages/services", 200, $$"""{"id":"{{ServiceId}}","name":"x"}""");

        Outcome outcome = Do(script);

        Assert.Equal(["""{"name":"Website"}""", """{"name":"API"}"""], server.Requests.Select(sent => Encoding.UTF8.GetString(sent.Body)));
        Assert.All(outcome.Output, service => Assert.Equal("Checkly.StatusPageService", service.BaseObject.GetType().FullName));
    }

    [Theory]
    [InlineData("New-ChecklyStatusPageService ' '", "empty or blank")]
    [InlineData("New-ChecklyStatusPageService API, ' '", "empty or blank")]
    [InlineData($"Get-ChecklyStatusPageService {ServiceId} -First 1", "apply only to the list")]
    public void What_makes_no_sense_is_refused_before_any_request(string script, string why)
    {
        ConnectTo(server.Uri);

        Assert.Contains(why, Run(script).Error.Exception.Message, StringComparison.Ordinal);
        Assert.Empty(server.Requests);
    }

    [Fact]
    public void Set_sends_the_name_of_each()
    {
        ConnectTo(server.Uri);
        server.Answer("PUT", Path, 200, $$"""{"id":"{{ServiceId}}","name":"New"}""");

        PSObject after = Do($"[Checkly.StatusPageService]@{{ Id = '{ServiceId}'; Name = 'Old' }} | Set-ChecklyStatusPageService -Name New -PassThru").Only();

        SentRequest sent = Assert.Single(server.Requests);
        Assert.Equal(("PUT", Path, """{"name":"New"}"""), (sent.Method, sent.Target, Encoding.UTF8.GetString(sent.Body)));
        Assert.Equal("New", Get(after, "Name"));
    }

    [Fact]
    public void A_list_goes_over_all_pages_of_the_cursor_and_so_does_the_search_for_a_name()
    {
        Do("Connect-Checkly -Sandbox; $null = 1..230 | ForEach-Object { New-ChecklyStatusPageService \"Service $_\" }");

        Outcome list = Do("Get-ChecklyStatusPageService -Verbose");
        Outcome page = Do("'Service 1', 'Service 230', 'Service 115' | New-ChecklyStatusPage Acme acme -Verbose");

        Assert.Equal((232, 3), (list.Output.Count, list.Verbose.Count));
        Assert.Equal(["Service 1", "Service 230", "Service 115"], Do("$p.Cards[0].Services | ForEach-Object Name", ("p", page.Only())).Output.Select(name => name.ToString()));
        Assert.Equal(3, page.Verbose.Count(line => line.StartsWith("GET /v1/status-pages/services", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_name_that_several_have_is_an_error_with_their_ids()
    {
        Outcome outcome = Run("""
            Connect-Checkly -Sandbox
            $made = New-ChecklyStatusPageService Search, search
            $null = New-ChecklyStatusPageService Search
            $made.Id
            New-ChecklyStatusPage Acme acme -Service Search
            """);

        string message = outcome.Error.Exception.Message;
        Assert.StartsWith("The account has 2 services 'Search': ", message, StringComparison.Ordinal);
        Assert.Contains($"{outcome.Output[0]} 'Search'", message, StringComparison.Ordinal);
        Assert.EndsWith("Give the id of the one you mean.", message, StringComparison.Ordinal);
        Assert.Equal("Search", outcome.Error.TargetObject);
    }

    [Fact]
    public void A_name_as_it_is_written_goes_before_one_in_another_case()
    {
        Outcome outcome = Do("Connect-Checkly -Sandbox; $made = New-ChecklyStatusPageService Search, search; $page = New-ChecklyStatusPage Acme acme -Service search; $made[1].Id; $page.Cards[0].Services[0].Id");

        Assert.Equal(outcome.Output[0].ToString(), outcome.Output[1].ToString());
    }

    [Theory]
    [InlineData("", "The account has no service 'Nope'. It has 'Website', 'API'.")]
    [InlineData("Get-ChecklyStatusPageService | Remove-ChecklyStatusPageService -Confirm:$false", "The account has no service 'Nope'. It has none yet: New-ChecklyStatusPageService makes one.")]
    [InlineData("$null = 1..9 | ForEach-Object { New-ChecklyStatusPageService \"S $_\" }", "The account has no service 'Nope'. Get-ChecklyStatusPageService lists its 11 services.")]
    public void A_name_that_none_has_is_said_before_anything_is_sent(string before, string message)
    {
        Outcome outcome = Run($"Connect-Checkly -Sandbox; {before}; New-ChecklyStatusPage Acme acme -Service Nope; Get-ChecklyStatusPage -Name Acme*");

        Assert.Empty(outcome.Output);
        Assert.Equal(message, outcome.Error.Exception.Message);
        Assert.StartsWith("Checkly.NotFound,", outcome.Error.FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [Fact]
    public void Each_name_that_is_wrong_is_told_and_a_change_of_many_pages_tells_it_once()
    {
        Outcome outcome = Run("Connect-Checkly -Sandbox; $null = New-ChecklyStatusPage Acme acme; Get-ChecklyStatusPage | Set-ChecklyStatusPage -AddService One, API, Two -PassThru");

        Assert.Empty(outcome.Output);
        Assert.Equal(["One", "Two"], outcome.Errors.Select(error => error.TargetObject.ToString()));
    }

    [Fact]
    public void A_list_that_cannot_be_read_is_told_and_nothing_is_made()
    {
        ConnectTo(server.Uri);
        server.Answer("GET", "/v1/status-pages/services", 500);

        Assert.StartsWith("Checkly.ServerError,", Run("New-ChecklyStatusPage Acme acme -Service API").Error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.DoesNotContain(server.Requests, sent => sent.Method == "POST");
    }

    protected override void Cleanup() => server.Reset();
}
