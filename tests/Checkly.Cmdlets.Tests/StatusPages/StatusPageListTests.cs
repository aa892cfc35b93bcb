using Checkly.Tests;

namespace Checkly.Cmdlets.Tests;

/// <summary>Get-ChecklyStatusPage: lists over the pages of the cursor, filters, and how services do.</summary>
public sealed class StatusPageListTests : ModuleTest
{
    [Theory]
    [InlineData("", 0, 121, new[] { "limit=100", "limit=100&nextId=" })]
    [InlineData("-First 10", 0, 10, new[] { "limit=10" })]
    [InlineData("-First 10 -Skip 5", 5, 10, new[] { "limit=15" })]
    [InlineData("-Skip 118", 118, 3, new[] { "limit=100", "limit=100&nextId=" })]
    [InlineData("-First 100", 0, 100, new[] { "limit=100" })]
    [InlineData("-First 0", 0, 0, new string[0])]
    public void Lists_go_over_all_pages_of_the_cursor_and_no_further_than_wanted(string arguments, int first, int count, string[] pages)
    {
        Sandbox(pages: 120);

        Outcome outcome = Do($"Get-ChecklyStatusPage {arguments} -Verbose");

        string[] all = ["Sandbox status", .. Enumerable.Range(1, 120).Select(n => $"Page {n}")];
        Assert.Equal(all.Skip(first).Take(count), outcome.Output.Select(page => Get(page, "Name")));
        Assert.Equal(pages.Length, outcome.Verbose.Count);
        Assert.All(pages.Zip(outcome.Verbose), line => Assert.StartsWith($"GET /v1/status-pages?{line.First}", line.Second, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("-Url page-3", new[] { "Page 3" })]
    [InlineData("-Name 'page 2', 'sand*'", new[] { "Sandbox status", "Page 2" })]
    [InlineData("-Name 'Page*' -First 1 -Skip 1", new[] { "Page 2" })]
    [InlineData("-Name 'Page*' -Url '*-1'", new[] { "Page 1" })]
    [InlineData("-Name 'Nothing*'", new string[0])]
    public void Name_and_url_pick_from_the_list(string arguments, string[] names)
    {
        Sandbox(pages: 3);

        Assert.Equal(names, Do($"Get-ChecklyStatusPage {arguments}").Output.Select(page => Get(page, "Name")));
    }

    [Theory]
    [InlineData("-Name Nope, 'Page 1'", "No status page is called 'Nope'.")]
    [InlineData("-Url nope, page-1", "No status page has the address 'nope'.")]
    public void A_name_that_no_page_has_is_an_error_and_the_others_come(string arguments, string message)
    {
        Sandbox(pages: 2);

        Outcome outcome = Run($"Get-ChecklyStatusPage {arguments}");

        Assert.Equal("Page 1", Get(Assert.Single(outcome.Output), "Name"));
        Assert.Equal(message, outcome.Error.Exception.Message);
        Assert.StartsWith("Checkly.NotFound,", outcome.Error.FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [Fact]
    public void A_range_is_for_the_list_only()
    {
        Do("Connect-Checkly -Sandbox");

        Assert.Contains("apply only to the list", Run("Get-ChecklyStatusPage 5a9db0c5-7e57-4c0d-8000-000000000010 -First 1").Error.Exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_IncludeState_no_state_is_known_and_no_incident_is_read()
    {
        Sandbox(pages: 0);

        Outcome outcome = Do("(Get-ChecklyStatusPage -Verbose).Cards.Services | ForEach-Object { \"$($_.Name) $($_.State)\" }");

        Assert.Equal(["Website ", "API "], outcome.Output.Select(line => line.ToString()));
        Assert.Single(outcome.Verbose);
    }

    [Fact]
    public void IncludeState_takes_the_highest_severity_of_the_open_incidents()
    {
        using var server = new ApiServer();
        ConnectTo(server.Uri);
        Answer(server, "page", "a", "b", "c", "d");
        server.Answer("GET", "/v1/status-pages/incidents", 200, $$"""
            {"length":5,"nextId":null,"entries":[
                {{IncidentOf("1", "MINOR", "MONITORING", "a")}}, {{IncidentOf("2", "CRITICAL", "IDENTIFIED", "a", "b")}}, {{IncidentOf("3", "MAJOR", "INVESTIGATING", "A")}},
                {{IncidentOf("4", "CRITICAL", "RESOLVED", "c")}}, {{IncidentOf("5", "DIRE", "INVESTIGATING", "d")}}]}
            """);

        Outcome outcome = Do("(Get-ChecklyStatusPage -IncludeState).Cards.Services | ForEach-Object { \"$($_.Name) $($_.State)\" }");

        Assert.Equal(["a CRITICAL", "b CRITICAL", "c OPERATIONAL", "d DIRE"], outcome.Output.Select(line => line.ToString()));
    }

    [Fact]
    public void The_incidents_are_read_once_for_many_pages()
    {
        Sandbox(pages: 3);

        Outcome outcome = Do("Get-ChecklyStatusPage | Get-ChecklyStatusPage -IncludeState -Verbose");

        Assert.Equal(4, outcome.Output.Count);
        Assert.Single(outcome.Verbose, line => line.Contains("/incidents", StringComparison.Ordinal));
    }

    [Fact]
    public void Incidents_that_cannot_be_read_are_one_error_and_the_page_comes_without_states()
    {
        using var server = new ApiServer();
        ConnectTo(server.Uri);
        Answer(server, "page", "a");
        server.Answer("GET", "/v1/status-pages/incidents", 403, """{"statusCode":403,"error":"Forbidden"}""");

        Outcome outcome = Run("Get-ChecklyStatusPage -IncludeState");

        Assert.Equal("page", Get(Assert.Single(outcome.Output), "Name"));
        Assert.StartsWith("Checkly.Forbidden,", outcome.Error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal("True", Do("$null -eq $p.Cards[0].Services[0].State", ("p", outcome.Output[0])).Only().ToString());
    }

    private static void Answer(ApiServer server, string name, params string[] services) => server.Answer("GET", "/v1/status-pages", 200,
        $$"""{"length":1,"nextId":null,"entries":[{"id":"p","name":"{{name}}","cards":[{"id":"c","name":"Core","services":[{{Named(services)}}]}]}]}""");

    private static string IncidentOf(string id, string severity, string status, params string[] services) =>
        $$"""{"id":"{{id}}","name":"x","severity":"{{severity}}","lastUpdateStatus":"{{status}}","services":[{{Named(services)}}]}""";

    private static string Named(string[] services) => string.Join(',', services.Select(service => $$"""{"id":"{{service}}","name":"{{service}}"}"""));

    private void Sandbox(int pages) =>
        Do($"Connect-Checkly -Sandbox; for ($n = 1; $n -le {pages}; $n++) {{ $null = New-ChecklyStatusPage \"Page $n\" \"page-$n\" }}");
}
