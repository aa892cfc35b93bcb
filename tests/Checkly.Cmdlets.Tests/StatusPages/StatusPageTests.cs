using System.Management.Automation;
using System.Text;
using Checkly.Tests;

namespace Checkly.Cmdlets.Tests;

/// <summary>New-, Set- and Remove-ChecklyStatusPage: what goes over the wire, and what is refused before that.</summary>
public sealed class StatusPageTests(ApiServer server) : ModuleTest, IClassFixture<ApiServer>
{
    private const string PageId = "0d1a3e5c-1d0b-4d53-8d2f-5d1c1c7c2f10";
    private const string CardId = "01f477f8-4293-4e1c-82bd-99797720434c";
    private const string Web = "7c9e6679-7425-40de-944b-e07fc1f90ae7";
    private const string Api = "16fd2706-8baf-433b-82eb-8c7fada847da";
    private const string Path = $"/v1/status-pages/{PageId}";

    private const string Services = $$"""{"length":2,"entries":[{"id":"{{Web}}","name":"Website"},{"id":"{{Api}}","name":"API"}],"nextId":null}""";

    private const string Page = $$$"""
        {"id":"{{{PageId}}}","name":"Acme","description":"d","url":"acme","customDomain":null,"themeColors":{"light":{"x":"#FFF"},"dark":{}},"defaultTheme":"DARK","version":2,
         "isPrivate":false,"new":1,"cards":[{"id":"{{{CardId}}}","name":"Core","services":[{"id":"{{{Web}}}","name":"Website","accountId":"{{{AccountId}}}"}],"created_at":"2026-01-01T00:00:00Z"}]}
        """;

    /// <summary>What of the page goes back with every change.</summary>
    private const string Rest = $$$"""
        "themeColors":{"light":{"x":"#FFF"},"dark":{}},"defaultTheme":"DARK","version":2,"cards":[{"id":"{{{CardId}}}","name":"Core","services":[{"id":"{{{Web}}}"}]}]
        """;

    [Fact]
    public void New_sends_each_setting_under_the_apis_name()
    {
        Serve();

        PSObject page = Do($"New-ChecklyStatusPage Acme acme -Service {Web} -CardName Core -Description d -CustomDomain status.example.com -Logo https://l -LogoDark https://d -RedirectTo https://r -Favicon https://f -DefaultTheme dark").Only();

        Assert.Equal(
            $$"""{"name":"Acme","description":"d","url":"acme","customDomain":"status.example.com","logo":"https://l","logoDark":"https://d","redirectTo":"https://r","favicon":"https://f","defaultTheme":"DARK","cards":[{"name":"Core","services":[{"id":"{{Web}}"}]}]}""",
            Sent("POST", "/v1/status-pages"));
        Assert.Equal(("Checkly.StatusPage", PageId), (page.BaseObject.GetType().FullName, Get(page, "Id")));
    }

    /// <summary>As the API keeps it: a page whose answer was lost is found by what was sent.</summary>
    [Theory]
    [InlineData("New-ChecklyStatusPage Acme ACME", "POST", "/v1/status-pages")]
    [InlineData($"Set-ChecklyStatusPage {PageId} -Url ACME", "PUT", Path)]
    public void An_address_goes_out_in_lower_case(string command, string method, string path)
    {
        Serve();

        Do(command);

        Assert.Contains("\"url\":\"acme\"", Sent(method, path), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("New-ChecklyStatusPage Acme acme", "[]")]
    [InlineData($"New-ChecklyStatusPage Acme acme {Web}", $$"""[{"name":"Acme","services":[{"id":"{{Web}}"}]}]""")]
    [InlineData("New-ChecklyStatusPage Acme acme api, Website, API", $$"""[{"name":"Acme","services":[{"id":"{{Api}}"},{"id":"{{Web}}"}]}]""")]
    [InlineData("'Website', 'API' | New-ChecklyStatusPage Acme acme -CardName All", $$"""[{"name":"All","services":[{"id":"{{Web}}"},{"id":"{{Api}}"}]}]""")]
    [InlineData("Get-ChecklyStatusPageService | New-ChecklyStatusPage Acme acme", $$"""[{"name":"Acme","services":[{"id":"{{Web}}"},{"id":"{{Api}}"}]}]""")]
    [InlineData("New-ChecklyStatusPage Acme acme -Card @{ Name = 'One'; Services = 'API', 'Website' }, @{ name = 'Two'; service = 'API' }, @{ Name = 'Three' }", $$"""[{"name":"One","services":[{"id":"{{Api}}"},{"id":"{{Web}}"}]},{"name":"Two","services":[{"id":"{{Api}}"}]},{"name":"Three","services":[]}]""")]
    [InlineData($"New-ChecklyStatusPage Acme acme -Card (Get-ChecklyStatusPage {PageId}).Cards", $$"""[{"name":"Core","services":[{"id":"{{Web}}"}]}]""")]
    public void New_puts_services_on_cards(string script, string cards)
    {
        Serve();

        Do(script).Only();

        Assert.Equal($$"""{"name":"Acme","url":"acme","cards":{{cards}}}""", Sent("POST", "/v1/status-pages"));
    }

    [Fact]
    public void Ids_are_not_looked_up_for_a_page_and_names_once()
    {
        Serve();
        Do($"New-ChecklyStatusPage Acme acme {Web}, {Api}; New-ChecklyStatusPage Acme acme -Card @{{ Name = 'a'; Services = 'API' }}, @{{ Name = 'b'; Services = 'Website', '{Web}' }}");

        Assert.Equal(["POST /v1/status-pages", "GET /v1/status-pages/services?limit=100", "POST /v1/status-pages"], server.Requests.Select(sent => $"{sent.Method} {sent.Target}"));
    }

    [Theory]
    [InlineData("-Name New", """{"name":"New","description":"d","url":"acme","customDomain":null,CARDS}""")]
    [InlineData("-Description $null -CustomDomain s.example.com", """{"name":"Acme","description":null,"url":"acme","customDomain":"s.example.com",CARDS}""")]
    public void Set_sends_back_what_is_not_changed(string arguments, string body)
    {
        Serve();

        Assert.Empty(Do($"Set-ChecklyStatusPage {PageId} {arguments}").Output);

        Assert.Equal(
            body.Replace("CARDS", Rest, StringComparison.Ordinal),
            Sent("PUT", Path));
    }

    [Theory]
    [InlineData("-AddService API", $$"""[{"id":"{{CardId}}","name":"Core","services":[{"id":"{{Web}}"},{"id":"{{Api}}"}]}]""")]
    [InlineData($"-AddService {Web}", $$"""[{"id":"{{CardId}}","name":"Core","services":[{"id":"{{Web}}"}]}]""")]
    [InlineData("-AddService API -CardName core", $$"""[{"id":"{{CardId}}","name":"Core","services":[{"id":"{{Web}}"},{"id":"{{Api}}"}]}]""")]
    [InlineData("-AddService API -CardName Data", $$"""[{"id":"{{CardId}}","name":"Core","services":[{"id":"{{Web}}"}]},{"name":"Data","services":[{"id":"{{Api}}"}]}]""")]
    [InlineData("-RemoveService Website", $$"""[{"id":"{{CardId}}","name":"Core","services":[]}]""")]
    [InlineData("-RemoveService Website -AddService Website, API -CardName Data", $$"""[{"id":"{{CardId}}","name":"Core","services":[]},{"name":"Data","services":[{"id":"{{Web}}"},{"id":"{{Api}}"}]}]""")]
    [InlineData($"-Card @{{ Id = '{CardId}'; Name = 'Other'; Services = 'API' }}", $$"""[{"id":"{{CardId}}","name":"Other","services":[{"id":"{{Api}}"}]}]""")]
    [InlineData("-Card @()", "[]")]
    public void Set_changes_cards(string arguments, string cards)
    {
        Serve();

        Do($"Set-ChecklyStatusPage {PageId} {arguments}");

        Assert.EndsWith($"\"version\":2,\"cards\":{cards}}}", Sent("PUT", Path), StringComparison.Ordinal);
    }

    [Fact]
    public void Set_does_not_write_the_old_values_of_a_piped_page_back()
    {
        Serve();

        PSObject after = Do($"[Checkly.StatusPage]@{{ Id = '{PageId}'; Name = 'Old'; Url = 'old'; Description = 'old' }} | Set-ChecklyStatusPage -DefaultTheme LIGHT -PassThru").Only();

        Assert.DoesNotContain("old", Sent("PUT", Path), StringComparison.OrdinalIgnoreCase);
        Assert.Equal(PageId, Get(after, "Id"));
    }

    [Theory]
    [InlineData($"Set-ChecklyStatusPage {PageId}", "nothing to change")]
    [InlineData($"Set-ChecklyStatusPage {PageId} -CardName x", "give them too")]
    [InlineData($"Set-ChecklyStatusPage {PageId} -AddService x -Card @()", "Parameter set cannot be resolved")]
    [InlineData("New-ChecklyStatusPage x https://acme.example", "not the first part of an address")]
    [InlineData("New-ChecklyStatusPage x acme -Card 'x'", "A card is a hashtable")]
    [InlineData("New-ChecklyStatusPage x acme -Card @{ Services = 'x' }", "A card is a hashtable")]
    [InlineData("New-ChecklyStatusPage x acme -Service @{ Title = 'x' }", "neither an id nor a name")]
    [InlineData("New-ChecklyStatusPage x acme -Service @{ Id = 'x' }", "is not the id of a service")]
    [InlineData("@() | New-ChecklyStatusPage x acme", "No service was piped in")]
    [InlineData("New-ChecklyStatusPage x acme -Logo foo", "is no absolute address")]
    [InlineData("New-ChecklyStatusPage ' ' acme", "empty or blank")]
    [InlineData("New-ChecklyStatusPage x acme -Description ('d' * 501)", "has 501 characters")]
    public void What_makes_no_sense_is_refused_before_any_request(string script, string why)
    {
        Serve();

        Assert.Contains(why, Run(script).Error.Exception.Message, StringComparison.Ordinal);
        Assert.Empty(server.Requests);
    }

    [Fact]
    public void A_page_with_several_cards_wants_the_name_of_one()
    {
        Outcome outcome = Run("""
            Connect-Checkly -Sandbox
            $page = New-ChecklyStatusPage Acme acme -Card @{ Name = 'One'; Services = 'API' }, @{ Name = 'Two' }
            $page | Set-ChecklyStatusPage -AddService Website -PassThru
            """);

        Assert.Empty(outcome.Output);
        Assert.Equal("The page has several cards ('One', 'Two'): say with -CardName which one shows the services.", outcome.Error.Exception.Message);
    }

    [Fact]
    public void A_taken_url_is_a_conflict() =>
        Assert.StartsWith("Checkly.Conflict,", Run("Connect-Checkly -Sandbox; New-ChecklyStatusPage Acme sandbox").Error.FullyQualifiedErrorId, StringComparison.Ordinal);

    protected override void Cleanup() => server.Reset();

    private void Serve()
    {
        ConnectTo(server.Uri);
        server
            .Answer("GET", "/v1/status-pages/services", 200, Services)
            .Answer("POST", "/v1/status-pages", 201, Page)
            .Answer("GET", Path, 200, Page)
            .Answer("PUT", Path, 200, Page);
    }

    private string Sent(string method, string target) =>
        Encoding.UTF8.GetString(Assert.Single(server.Requests, sent => sent.Method == method && sent.Target == target).Body);
}
