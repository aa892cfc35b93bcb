using static Checkly.Client.Tests.Steps;

namespace Checkly.Client.Tests;

/// <summary>A POST that succeeded by its status code, and of which the rest cannot be read: looked for, never posted again.</summary>
public sealed class UnreadableTests : DeliveryTest
{
    public UnreadableTests() => Server.Ever = History;

    public static TheoryData<string> Bodies =>
    [
        "", "<html>Welcome to the hotel</html>", "{\"id\":", "[]", "{}", "null",
        """[{"id":"old","status":"INVESTIGATING","description":"Looking."}]""",
        """[{"id":"old","status":"RESOLVED","description":"Something else."}]""",
        """{"statusCode":500,"error":"Internal Server Error","id":"request-1"}""",
    ];

    [Theory]
    [MemberData(nameof(Bodies))]
    public async Task It_is_found(string body)
    {
        Server.Then(Carry("a", Answer(201, body)));
        using ChecklyClient client = Connect();

        Assert.Equal("a", await Post(client));
        Assert.Equal("POST GET GET", Server.Methods);
    }

    [Theory]
    [MemberData(nameof(Bodies))]
    public async Task When_it_is_not_found_it_is_not_posted_again(string body)
    {
        Server.Then(Answer(200, body));
        using ChecklyClient client = Connect();

        ChecklyApiException failure = await Fails(client, AnUpdate());

        Assert.Single(Server.Posts);
        Assert.Contains(Server.Arrivals, arrival => arrival.Method == "GET");
        Assert.Equal((ChecklyErrorKind.OutcomeUnknown, 200, 1, true), (failure.Kind, failure.StatusCode, failure.Tries, failure.MayHaveBeenCarriedOut));
        Assert.Equal("the incident's history", failure.WhereToLook);
    }

    [Fact]
    public async Task When_the_look_fails_it_is_not_posted_again()
    {
        Server.Then(Carry("a", Answer(201, "?")), Answer(403));
        using ChecklyClient client = Connect();

        ChecklyApiException failure = await Fails(client, AnUpdate());

        Assert.Equal((ChecklyErrorKind.OutcomeUnknown, 201, true), (failure.Kind, failure.StatusCode, failure.MayHaveBeenCarriedOut));
    }

    [Fact]
    public async Task After_an_attempt_in_doubt_either_of_them_is_found()
    {
        Server.Then(Answer(500, ApiFailure), History, History, History, History, Carry("b", Answer(201, "?")));
        using ChecklyClient client = Connect();

        Assert.Equal("b", await Post(client));
    }

    [Fact]
    public async Task A_dashboard_is_looked_for_as_well()
    {
        Server.Ever = Page;
        Server.Then(Carry("d", Answer(201, "?")));
        using ChecklyClient client = Connect();

        Assert.Equal("d", (await Send(client, DashboardRequests.Create(new Dictionary<string, object?> { ["header"] = "Acme" }))).DashboardId);
    }

    [Fact]
    public async Task An_incident_cannot_be_looked_for()
    {
        Server.Then(Answer(201, "?"));
        using ChecklyClient client = Connect();

        ChecklyApiException failure = await Fails(client, AnIncident());

        Assert.Equal((ChecklyErrorKind.OutcomeUnknown, 201, true), (failure.Kind, failure.StatusCode, failure.MayHaveBeenCarriedOut));
        Assert.Equal("the dashboard", failure.WhereToLook);
    }

    /// <summary>The path of a removal says nothing of its own, but an error is an error.</summary>
    [Theory]
    [InlineData("DELETE", """{"statusCode":500,"error":"Internal Server Error"}""")]
    [InlineData("DELETE", """{"statusCode":403,"message":"Forbidden"}""")]
    [InlineData("PUT", """{"statusCode":500,"id":"u"}""")]
    public async Task An_error_under_a_code_of_success_is_an_error(string method, string body)
    {
        Server.Then(Answer(200, body));
        using ChecklyClient client = Connect();

        ChecklyApiException failure = await Fails(client, method);

        Assert.Equal((ChecklyErrorKind.UnexpectedResponse, true), (failure.Kind, failure.MayHaveBeenCarriedOut));
        Assert.Contains("it is an error", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_cache_answers_to_a_post_is_not_its_answer()
    {
        Server.Then(Carry("a", Answer(200, """{"id":"old","status":"RESOLVED"}""", ("Age", "86000"))));
        using ChecklyClient client = Connect();

        Assert.Equal("a", await Post(client));
    }

    [Fact]
    public async Task A_reading_or_a_change_is_neither_repeated_nor_looked_for()
    {
        Server.Then(Answer(200, "?"), Answer(200, "?"));
        using ChecklyClient client = Connect();

        Assert.Equal(ChecklyErrorKind.UnexpectedResponse, (await Fails(client, "GET")).Kind);
        Assert.Equal(ChecklyErrorKind.UnexpectedResponse, (await Fails(client, "PUT")).Kind);
    }
}
