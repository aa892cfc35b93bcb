using Checkly.Tests;

namespace Checkly.Client.Tests;

/// <summary>Answers that say no: each status code has its kind, and the API's own words come through.</summary>
public sealed class RefusalTests(ApiServer server) : ClientTest, IClassFixture<ApiServer>, IDisposable
{
    public void Dispose() => server.Reset();

    [Theory]
    [InlineData(400, ChecklyErrorKind.BadRequest)]
    [InlineData(401, ChecklyErrorKind.Unauthorized)]
    [InlineData(402, ChecklyErrorKind.PaymentRequired)]
    [InlineData(403, ChecklyErrorKind.Forbidden)]
    [InlineData(404, ChecklyErrorKind.NotFound)]
    [InlineData(408, ChecklyErrorKind.Timeout)]
    [InlineData(409, ChecklyErrorKind.Conflict)]
    [InlineData(422, ChecklyErrorKind.BadRequest)]
    [InlineData(429, ChecklyErrorKind.RateLimited)]
    [InlineData(500, ChecklyErrorKind.ServerError)]
    [InlineData(501, ChecklyErrorKind.ServerError)]
    [InlineData(502, ChecklyErrorKind.ServerError)]
    [InlineData(503, ChecklyErrorKind.ServerError)]
    [InlineData(504, ChecklyErrorKind.ServerError)]
    public async Task Each_status_code_has_its_kind(int status, ChecklyErrorKind kind)
    {
        server.Answer("PUT", $"{UpdatesPath}/x", status, $$"""{"statusCode":{{status}},"error":"Some Error","message":"Some words","attributes":{"field":"status","depth":2} }""");
        using ChecklyClient client = Connect(server.Uri);

        ChecklyApiException failure = await FailureOf(client, IncidentUpdateRequests.Change(IncidentId, "x", "All is well."));

        Assert.Equal(kind, failure.Kind);
        Assert.Equal(status, failure.StatusCode);
        Assert.Equal("Some Error", failure.ApiError);
        Assert.Equal("Some words", failure.ApiMessage);
        Assert.Equal("status", failure.Attributes["field"]);
        Assert.Equal(2L, failure.Attributes["depth"]);
        Assert.Contains($"PUT {UpdatesPath}/x", failure.Message, StringComparison.Ordinal);
        Assert.Contains(": Some words.", failure.Message, StringComparison.Ordinal);
        Assert.Null(failure.RetryAfter);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task Not_modified_is_no_redirect()
    {
        server.Answer("GET", "/v1/locations", 304);
        using ChecklyClient client = Connect(server.Uri);

        ChecklyApiException failure = await FailureOf(client, LocationRequests.List());

        Assert.Equal((ChecklyErrorKind.UnexpectedResponse, "The server answered GET /v1/locations with 304 Not Modified."), (failure.Kind, failure.Message));
    }

    [Theory]
    [InlineData(400, false)]
    [InlineData(404, false)]
    [InlineData(429, false)]
    [InlineData(500, true)]
    [InlineData(503, true)]
    public async Task A_refused_write_was_not_carried_out_and_a_failed_one_may_have_been(int status, bool maybe)
    {
        server.Answer("POST", UpdatesPath, status, "{}");
        using ChecklyClient client = Connect(server.Uri);

        ChecklyApiException failure = await FailureOf(client, AnUpdate());

        Assert.Equal(maybe, failure.MayHaveBeenCarriedOut);
        Assert.Equal(maybe, failure.Message.Contains("It is not known whether it was carried out.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_failed_read_changed_nothing()
    {
        server.Answer("GET", $"/v1/incidents/{IncidentId}", 500, "{}");
        using ChecklyClient client = Connect(server.Uri);

        ChecklyApiException failure = await FailureOf(client, IncidentRequests.Get(IncidentId));

        Assert.False(failure.MayHaveBeenCarriedOut);
        Assert.DoesNotContain("not known", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"statusCode":404,"error":"Not Found","message":"Not Found"}""", "was refused with 404 Not Found.")]
    [InlineData("""{"statusCode":404,"error":"Not Found"}""", "was refused with 404 Not Found.")]
    [InlineData("", "was refused with 404 Not Found.")]
    [InlineData("[1]", "was refused with 404 Not Found: [1].")]
    [InlineData("""{"message":{"text":"nested"}}""", """was refused with 404 Not Found: {"message":{"text":"nested"}}.""")]
    public async Task A_body_that_says_little_leaves_a_whole_sentence(string body, string sentence)
    {
        server.Answer("POST", UpdatesPath, 404, body);
        using ChecklyClient client = Connect(server.Uri);

        ChecklyApiException failure = await FailureOf(client, AnUpdate());

        Assert.EndsWith(sentence, failure.Message, StringComparison.Ordinal);
        Assert.Empty(failure.Attributes);
    }

    [Fact]
    public async Task Html_of_a_gateway_is_quoted_on_one_line()
    {
        server.Answer("POST", UpdatesPath, 502, "<html>\r\n  <body>\r\n    <h1>502 Bad Gateway</h1>\r\n" + new string('x', 5000), "text/html");
        using ChecklyClient client = Connect(server.Uri);

        ChecklyApiException failure = await FailureOf(client, AnUpdate());

        Assert.Contains("502 Bad Gateway: <html> <body> <h1>502 Bad Gateway</h1> xxx", failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', failure.Message);
        Assert.True(failure.Message.Length < 1000);
    }

    [Theory]
    [InlineData("7", 7)]
    [InlineData("0", 0)]
    public async Task Retry_after_in_seconds_is_kept(string header, int seconds)
    {
        server.Answer("POST", UpdatesPath, 429, "{}", headers: ("Retry-After", header));
        using ChecklyClient client = Connect(server.Uri);

        ChecklyApiException failure = await FailureOf(client, AnUpdate());

        Assert.Equal(TimeSpan.FromSeconds(seconds), failure.RetryAfter);
        Assert.Contains($"The server asks to wait {seconds} s.", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Tue, 15 Nov 1994 12:45:26 GMT", 60)]
    [InlineData("Tue, 15 Nov 1994 12:44:00 GMT", 0)]
    public async Task Retry_after_as_a_date_is_counted_on_the_servers_clock(string date, int seconds)
    {
        await using var raw = new RawServer(RawServer.Say(
            $"HTTP/1.1 503 Service Unavailable\r\nDate: Tue, 15 Nov 1994 12:44:26 GMT\r\nRetry-After: {date}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"));
        using ChecklyClient client = Connect(raw.Uri);

        ChecklyApiException failure = await FailureOf(client, AnUpdate());

        Assert.Equal(TimeSpan.FromSeconds(seconds), failure.RetryAfter);
    }

    [Fact]
    public async Task The_key_and_control_sequences_are_taken_out_of_all_that_the_server_says()
    {
        string key = Key.Insert(5, "\\u0007");
        server.Answer("POST", UpdatesPath, 400, $$"""{"error":"\u001b[2J{{Key}}","message":"Bad {{key}}\u001b]0;x\u0007","attributes":{"{{Key}}":["{{Key}}",{"k":"{{Key}}\u202e"}]} }""");
        using ChecklyClient client = Connect(server.Uri);

        ChecklyApiException failure = await FailureOf(client, AnUpdate());

        Assert.Equal("[2J[API key]", failure.ApiError);
        Assert.Equal("Bad [API key]]0;x", failure.ApiMessage);
        (string name, object? value) = Assert.Single(failure.Attributes);
        Assert.Equal("[API key]", name);
        object?[] list = Assert.IsType<object?[]>(value);
        Assert.Equal("[API key]", list[0]);
        Assert.Equal("[API key]", Assert.IsType<Dictionary<string, object?>>(list[1])["k"]);
    }

    [Fact]
    public async Task The_key_is_taken_out_of_a_body_that_is_quoted_before_it_is_cut()
    {
        server.Answer("POST", UpdatesPath, 500, new string('x', 190) + Key, "text/plain");
        using ChecklyClient client = Connect(server.Uri);

        ChecklyApiException failure = await FailureOf(client, AnUpdate());

        Assert.DoesNotContain(Key[..6], failure.Message, StringComparison.Ordinal);
    }
}
