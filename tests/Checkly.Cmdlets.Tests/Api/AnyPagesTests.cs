using Checkly.Tests;

namespace Checkly.Cmdlets.Tests;

/// <summary>Invoke-ChecklyApi -All: lists by number and by cursor, to their end.</summary>
public sealed class AnyPagesTests(ApiServer server) : ModuleTest, IClassFixture<ApiServer>
{
    [Fact]
    public void All_follows_pages_by_number_and_streams()
    {
        server.AnswerPages("/v1/checks", [.. Enumerable.Range(0, 300).Select(i => $$"""{"id":{{i}}}""")]);
        ConnectTo(server.Uri);

        Outcome outcome = Run("$n = 0; foreach ($item in Invoke-ChecklyApi -Path /v1/checks -All | ForEach-Object { $_; if (++$n -eq 150) { throw 'enough' } }) { $item }");

        Assert.Equal("enough", outcome.Thrown!.Message);
        Assert.Equal(["/v1/checks?limit=100&page=1", "/v1/checks?limit=100&page=2"], server.Requests.Select(request => request.Target));
    }

    [Fact]
    public void All_ends_where_the_server_says_so()
    {
        Answer("GET", "/v1/checks", """[{"id":1}]""");

        Assert.Equal(1L, Get(Do("Invoke-ChecklyApi -Path /v1/checks -All -Query @{ limit = 2; page = 5 }").Only(), "id"));

        Assert.Equal("/v1/checks?limit=2&page=5", Assert.Single(server.Requests).Target);
    }

    [Fact]
    public void All_follows_cursors()
    {
        Do("Connect-Checkly -Sandbox");
        Do("1..5 | ForEach-Object { Invoke-ChecklyApi POST /v1/status-pages/services -Body @{ name = \"Service $_\" } }");

        Outcome outcome = Do("Invoke-ChecklyApi -Path /v1/status-pages/services -Query @{ limit = 2 } -All -Verbose");

        Assert.Equal(7, outcome.Output.Count);
        Assert.Equal(7, outcome.Output.Select(service => Get(service, "id")).Distinct().Count());
        Assert.Equal(4, outcome.Verbose.Count(line => line.StartsWith("GET /v1/status-pages/services?", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_cursor_may_be_a_number()
    {
        Answer("GET", "/v1/status-pages/services", """{"entries":[{"id":1}],"nextId":7}""");

        Outcome outcome = Run("Invoke-ChecklyApi /v1/status-pages/services -All");

        // It comes again, so the list goes on.
        Assert.Contains("nextId=7", server.Requests[^1].Target, StringComparison.Ordinal);
        Assert.Contains("page after page", outcome.Error.Exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/v1/checks?page=2")]
    [InlineData("/v1/status-pages/services?nextId=x")]
    public void All_needs_the_first_page_in_the_query(string path)
    {
        ConnectTo(server.Uri);

        Outcome outcome = Run($"Invoke-ChecklyApi '{path}' -All");

        Assert.Equal("-All asks for one page after another: put the first one into -Query, and not into the path.", outcome.Error.Exception.Message);
        Assert.Empty(server.Requests);
    }

    [Fact]
    public void All_gives_a_list_without_pages_and_a_single_object_as_they_are()
    {
        Do("Connect-Checkly -Sandbox");

        Assert.NotEmpty(Do("Invoke-ChecklyApi -Path /v1/locations -All").Output);
        Assert.Equal(Get(Do("Get-ChecklySession").Only(), "AccountId"), Get(Do("Invoke-ChecklyApi -Path /v1/accounts/me -All").Only(), "id"));
    }

    [Fact]
    public void All_follows_a_cursor_also_where_the_path_is_not_known()
    {
        Do("Connect-Checkly -Sandbox");
        Do("1..20 | ForEach-Object { New-ChecklyStatusPageService \"Service $_\" }");

        Assert.Equal(22, Do("Invoke-ChecklyApi -Path /v1/status-pages/services/ -All").Output.Count);
    }

    protected override void Cleanup() => server.Reset();

    private void Answer(string method, string path, string body, int status = 200)
    {
        ConnectTo(server.Uri, account: AccountId);
        server.Answer(method, path, status, body);
    }
}
