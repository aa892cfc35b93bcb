using Checkly.Tests;

namespace Checkly.Cmdlets.Tests;

/// <summary>Servers that put fewer entries on a page than they are asked for, or always the same ones: every list is whole, or an error says that it is not.</summary>
public sealed class BentListTests(ApiServer server) : ModuleTest, IClassFixture<ApiServer>
{
    private static readonly string[] Fifty = [.. Enumerable.Range(1, 50).Select(n => $$"""{"id":"00000000-0000-4000-8000-{{n:000000000000}}","dashboardId":"d{{n}}","name":"c{{n}}"}""")];

    public static MatrixTheoryData<string, bool, bool> Lists => new(
        ["Get-ChecklyCheck", "Get-ChecklyDashboard", "Invoke-ChecklyApi GET /v3/checks -All", "Invoke-ChecklyApi GET /v1/snippets -All"],
        [true, false],
        [true, false]);

    [Theory]
    [MemberData(nameof(Lists))]
    public void All_fifty_come_through_pages_of_twenty(string command, bool saysTotal, bool skipsByLimit)
    {
        Answer(command, saysTotal: saysTotal, skipsByLimit: skipsByLimit);

        Assert.Equal(50, Do(command).Output.Count);
        Assert.InRange(server.Requests.Count, 3, 4);
    }

    public static MatrixTheoryData<string, int, bool, bool> Ranges => new(
        ["-Skip 45", "-First 30", "-Skip 25 -First 10", "-Skip 49 -First 10", "-Skip 90", "-Skip 30 -First 30", "-Skip 40 -First 40", "-Skip 100", "-Skip 300 -First 1", "-Skip 99 -First 100"],
        [20, 7, 100, 25, 30],
        [true, false],
        [true, false]);

    [Theory]
    [MemberData(nameof(Ranges))]
    public void A_range_begins_where_it_should(string range, int cap, bool saysTotal, bool skipsByLimit)
    {
        string[] words = range.Split(' ');
        int Number(string name, int otherwise) => Array.IndexOf(words, name) is >= 0 and var at ? int.Parse(words[at + 1], System.Globalization.CultureInfo.InvariantCulture) : otherwise;
        ConnectTo(server.Uri);
        // 25: pages have one length; 30: they have at least one.
        server.AnswerPages("/v3/checks", Fifty, cap == 30 ? 100 : cap, saysTotal, skipsByLimit: skipsByLimit && cap is not (25 or 30), least: cap is 25 or 30 ? cap : 1);

        Outcome outcome = Do($"Get-ChecklyCheck {range}");

        Assert.Equal(
            Enumerable.Range(1, 50).Skip(Number("-Skip", 0)).Take(Number("-First", 50)).Select(n => $"c{n}"),
            outcome.Output.Select(check => Get(check, "Name")));
    }

    [Theory]
    [InlineData("-Skip 30 -First 10")]
    [InlineData("-Skip 40 -First 30")]
    public void A_range_of_a_server_that_ignores_the_page_is_an_error(string range)
    {
        ConnectTo(server.Uri);
        server.AnswerPages("/v3/checks", Fifty, cap: 20, saysTotal: true, ignoresPage: true);

        Outcome outcome = Run($"Get-ChecklyCheck {range}");

        Assert.Empty(outcome.Output);
        Assert.Contains("page after page of the list without anything new", outcome.Error.Exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Get-ChecklyCheck")]
    [InlineData("Get-ChecklyCheck -Name c33")]
    [InlineData("Get-ChecklyCheck -Skip 30 -First 10")]
    [InlineData("Invoke-ChecklyApi /v3/checks -All")]
    public void A_list_that_is_empty_against_its_own_total_is_an_error(string command)
    {
        ConnectTo(server.Uri);
        server.Answer("GET", "/v3/checks", 200, "[]", headers: ("Content-Range", "*/60"));

        Outcome outcome = Run(command);

        Assert.Equal("GET /v3/checks: The server says that the list has 60 entries, but its pages end after 0.", outcome.Error.Exception.Message);
    }

    [Theory]
    [InlineData("/v1/checkz")]
    [InlineData("/v3/checks/")]
    public void A_list_of_which_it_is_not_known_how_it_is_paged_is_an_error(string path)
    {
        ConnectTo(server.Uri);
        server.Answer("GET", path, 200, """[{"id":1},{"id":2}]""", headers: ("Content-Range", "0-1/60"));

        Outcome outcome = Run($"Invoke-ChecklyApi {path} -All");

        Assert.Equal(2, outcome.Output.Count);
        Assert.StartsWith($"GET {path}: The list has 60 entries, and 2 of them came", outcome.Error.Exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("@{ page = 2 }", 20, 21)]
    [InlineData("@{ page = 3 }", 20, 41)]
    [InlineData("@{ page = 4 }", 20, 51)]
    [InlineData("@{ page = 2; limit = 10 }", 20, 11)]
    [InlineData("@{ page = 2; limit = 40 }", 100, 41)]
    [InlineData("@{ page = 2 }", 100, 51)]
    public void A_walk_that_begins_on_a_later_page_goes_to_the_end(string query, int cap, int first)
    {
        foreach (bool saysTotal in (bool[])[true, false])
        {
            ConnectTo(server.Uri);
            server.Reset();
            server.AnswerPages("/v3/checks", Fifty, cap, saysTotal);

            Outcome outcome = Do($"Invoke-ChecklyApi /v3/checks -All -Query {query}");

            Assert.Equal(Enumerable.Range(1, 50).Skip(first - 1).Select(n => $"c{n}"), outcome.Output.Select(check => Get(check, "name")));
        }
    }

    [Theory]
    [InlineData("-Name C4*", "c4,c40,c41,c42,c43,c44,c45,c46,c47,c48,c49")]
    [InlineData("-Name c4* -Skip 2 -First 3", "c41,c42,c43")]
    [InlineData("-Name c50,c7 -First 2", "c7,c50")]
    [InlineData("-Name c4* -Skip 20", "")]
    public void Names_are_looked_for_on_all_pages_and_a_range_counts_what_has_the_name(string arguments, string names)
    {
        Answer("Get-ChecklyCheck", saysTotal: true, skipsByLimit: false);

        Assert.Equal(names, string.Join(",", Do($"Get-ChecklyCheck {arguments}").Output.Select(check => Get(check, "Name"))));
        Assert.StartsWith("/v3/checks?limit=100&page=1", server.Requests[0].Target, StringComparison.Ordinal);
    }

    [Fact]
    public void How_many_have_a_name_is_not_known_before_they_are_read()
    {
        Answer("Get-ChecklyCheck", saysTotal: true, skipsByLimit: false);

        Assert.Equal("Unknown total count", Do("(Get-ChecklyCheck -Name c5* -IncludeTotalCount)[0].ToString()").Only().ToString());
    }

    [Theory]
    [InlineData("Get-ChecklyCheck")]
    [InlineData("Get-ChecklyDashboard")]
    [InlineData("Invoke-ChecklyApi GET /v3/checks -All")]
    public void A_server_that_ignores_the_page_ends_in_an_error(string command)
    {
        ConnectTo(server.Uri);
        server.AnswerPages(PathOf(command), Fifty, cap: 20, ignoresPage: true);

        Outcome outcome = Run(command);

        Assert.Equal(20, outcome.Output.Count);
        Assert.StartsWith("Checkly.UnexpectedResponse,", outcome.Error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.StartsWith($"GET {PathOf(command)}: The server sends page after page of the list without anything new", outcome.Error.Exception.Message, StringComparison.Ordinal);
        Assert.EndsWith($"Invoke-ChecklyApi '{PathOf(command)}' -AsJson.", outcome.Error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
        Assert.Equal(2, server.Requests.Count);
    }

    /// <summary>The first page cannot be read: the second one comes, and what is skipped is counted on the server's list.</summary>
    [Theory]
    [InlineData("Get-ChecklyCheck", "c21,c22,c23")]
    [InlineData("Get-ChecklyCheck -Skip 21 -First 1", "c22")]
    public void A_page_that_cannot_be_read_costs_no_other(string command, string names)
    {
        ConnectTo(server.Uri);
        server.AnswerPages("/v3/checks", [.. Enumerable.Repeat("7", 20), .. Fifty.Skip(20).Take(3)], cap: 20);

        Outcome outcome = Do(command);

        Assert.Equal(names, string.Join(',', outcome.Output.Select(check => Get(check, "Name"))));
    }

    [Fact]
    public void Entries_that_look_alike_all_come()
    {
        ConnectTo(server.Uri);
        server.AnswerPages("/v3/checks", ["\"a\"", "\"A\"", "\"a\"", "5", "5", """{"id":"x"}""", """{"id":"X"}""", """{"id":5}""", """{"id":"5"}""", """{"id":{"a":1}}""", """{"id":{"a":2}}"""], cap: 8);

        Assert.Equal(11, Do("Invoke-ChecklyApi /v3/checks -All").Output.Count);
    }

    [Theory]
    [InlineData("Get-ChecklyCheck -First 2", "c2,c4")]
    [InlineData("Get-ChecklyCheck -Skip 3 -First 1", "c4")]
    [InlineData("Get-ChecklyCheck -Skip 1 -First 2", "c2,c4")]
    public void A_range_counts_what_cannot_be_read_as_skipped(string command, string names)
    {
        ConnectTo(server.Uri);
        server.AnswerPages("/v3/checks", ["7", Fifty[1], "null", Fifty[3], Fifty[4]]);

        Assert.Equal(names, string.Join(',', Do(command).Output.Select(check => Get(check, "Name"))));
    }

    [Theory]
    [InlineData("Get-ChecklyStatusPageService -First 2", "B,D")]
    [InlineData("Get-ChecklyStatusPageService -Skip 3 -First 1", "D")]
    [InlineData("Get-ChecklyStatusPageService -Skip 1 -First 2", "B,D")]
    public void A_range_by_cursor_counts_what_cannot_be_read_as_skipped(string command, string names)
    {
        ConnectTo(server.Uri);
        server.Answer("GET", "/v1/status-pages/services", 200, """{"entries":[7,{"id":"b","name":"B"},null,{"id":"d","name":"D"},{"id":"e","name":"E"}]}""");

        Assert.Equal(names, string.Join(',', Do(command).Output.Select(service => Get(service, "Name"))));
    }

    [Fact]
    public void Entries_without_an_id_that_come_again_end_in_an_error_too()
    {
        ConnectTo(server.Uri);
        server.AnswerPages("/v1/variables", ["""{"key":"A","value":"1"}""", """{"key":"B","value":"2"}"""], ignoresPage: true);

        Outcome outcome = Run("Invoke-ChecklyApi GET /v1/variables -All");

        Assert.Equal(2, outcome.Output.Count);
        Assert.StartsWith("Checkly.UnexpectedResponse,", outcome.Error.FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("false", null)]
    [InlineData("\"\"", null)]
    [InlineData("{}", "its 'nextId' is neither a text nor a number")]
    public void A_cursor_that_is_none_ends_the_list_or_is_an_error(string cursor, string? why)
    {
        ConnectTo(server.Uri);
        server.Answer("GET", "/v1/status-pages/services", 200, $$"""{"entries":[{"id":"a","name":"A"}],"nextId":{{cursor}}}""");

        Outcome outcome = Run("Get-ChecklyStatusPageService");

        Assert.Single(server.Requests);
        Assert.Equal(why is null, outcome.Errors.Count == 0);
        Assert.True(why is null || outcome.Error.Exception.Message.Contains(why, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Get-ChecklyStatusPage")]
    [InlineData("Get-ChecklyStatusPageService")]
    public void A_cursor_that_comes_again_ends_in_an_error(string command)
    {
        ConnectTo(server.Uri);
        server.Answer("GET", "/*", 200, """{"length":1,"entries":[{"id":"a","name":"A"}],"nextId":"again"}""");

        Outcome outcome = Run(command);

        Assert.Single(outcome.Output);
        Assert.StartsWith("Checkly.UnexpectedResponse,", outcome.Error.FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [Fact]
    public void An_entry_that_cannot_be_read_is_a_warning()
    {
        ConnectTo(server.Uri);
        server.Answer("GET", "/v1/status-pages", 200, """{"length":2,"entries":[{"name":"no id"},{"id":"p","name":"Acme","cards":[{"id":"c","name":"x","services":[{"name":"no id"}]}]}],"nextId":null}""");

        Outcome outcome = Do("Get-ChecklyStatusPage");

        Assert.Equal("p", Get(outcome.Only(), "Id"));
        Assert.Contains("""it has no 'id' ({"name":"no id"})""", Assert.Single(outcome.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public void A_check_without_a_status_is_no_error()
    {
        ConnectTo(server.Uri);
        server.Answer("GET", $"/v1/check-statuses/{IncidentId}", 200, "null");

        Outcome outcome = Do($"Get-ChecklyCheckStatus {IncidentId} -Verbose");

        Assert.Empty(outcome.Output);
        Assert.Contains($"Check {IncidentId} has no status yet.", outcome.Verbose);
    }

    /// <summary>What a script writes to see which fields there are besides.</summary>
    [Theory]
    [InlineData("Get-ChecklyDashboard 0123abcd", """{"dashboardId":"0123abcd","keys":[{"id":"k","rawKey":"r"}],"extra":1}""")]
    [InlineData("Get-ChecklyStatusPage 0d1a3e5c-1d0b-4d53-8d2f-5d1c0a7b9e42", """{"id":"p","keys":[{"id":"k"}],"extra":1}""")]
    public void The_keys_of_AdditionalProperties_are_its_keys(string command, string body)
    {
        ConnectTo(server.Uri);
        server.Answer("GET", "/*", 200, body).Answer("GET", "/v1/*/*", 200, body);

        Assert.Equal(["extra", "k"], Do($"$thing = {command}; $thing.AdditionalProperties.Keys; $thing.Keys.id").Output.Select(item => item.BaseObject));
    }

    protected override void Cleanup() => server.Reset();

    private static string PathOf(string command) => command.Contains("Dashboard", StringComparison.Ordinal) ? "/v1/dashboards" : command.Contains("snippets", StringComparison.Ordinal) ? "/v1/snippets" : "/v3/checks";

    private void Answer(string command, bool saysTotal, bool skipsByLimit)
    {
        ConnectTo(server.Uri);
        server.AnswerPages(PathOf(command), Fifty, cap: 20, saysTotal: saysTotal, skipsByLimit: skipsByLimit);
    }
}
