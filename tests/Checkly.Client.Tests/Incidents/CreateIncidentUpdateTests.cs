using System.Text;
using Checkly.Tests;

namespace Checkly.Client.Tests;

/// <summary>POST /v1/incidents/{incidentId}/updates: the operation this project began with.</summary>
public sealed class CreateIncidentUpdateTests(ApiServer server) : ClientTest, IClassFixture<ApiServer>, IDisposable
{
    private const string One = """
        {"id":"01f477f8-4293-4e1c-82bd-99797720434c","status":"RESOLVED","description":"All is well.",
         "incidentId":"3abcfdfe-ae2d-4632-8dd1-18dd871e18fc","created_at":"2022-09-08T20:56:48.425Z","updated_at":null}
        """;

    private const string OneWithoutIncident = """
        {"id":"1f0640f8-1910-4137-b91d-ed152faa92e6","status":"INVESTIGATING","description":"Down.",
         "created_at":"2022-09-08T18:56:48.425Z","updated_at":"2022-09-08T19:00:00.000Z"}
        """;

    public void Dispose() => server.Reset();

    [Fact]
    public async Task It_sends_exactly_the_two_fields_and_the_two_headers()
    {
        server.Answer("POST", UpdatesPath, 201, One);
        using ChecklyClient client = Connect(server.Uri, account: AccountId);

        await client.SendAsync(IncidentUpdateRequests.Create(IncidentId, "resolved", "All is well."), Cancel);

        SentRequest sent = Assert.Single(server.Requests);
        Assert.Equal("POST", sent.Method);
        Assert.Equal(UpdatesPath, sent.Target);
        Assert.Equal("""{"status":"RESOLVED","description":"All is well."}"""u8.ToArray(), sent.Body);
        Assert.Equal($"Bearer {Key}", sent.Header("Authorization"));
        Assert.Equal(AccountId, sent.Header("x-checkly-account"));
        Assert.Equal("application/json", sent.Header("Content-Type"));
        Assert.Equal("application/json", sent.Header("Accept"));
        Assert.StartsWith("Checkly-PowerShell/", sent.Header("User-Agent"), StringComparison.Ordinal);
        Assert.Equal(
            ["Accept", "Accept-Encoding", "Authorization", "Content-Length", "Content-Type", "Host", "User-Agent", "x-checkly-account"],
            sent.HeaderNames.Order(StringComparer.OrdinalIgnoreCase));
    }

    [Theory]
    [InlineData("Größe – “naïve”", "Größe – “naïve”")]
    [InlineData("日本語", "日本語")]
    [InlineData("🔥 out 👩‍🚒", "🔥 out 👩‍🚒")]
    [InlineData("bell\u0007 nul\0 del\u007f", "bell\\u0007 nul\\u0000 del\u007f")]
    [InlineData("quote \" slash \\ <b> & '", "quote \\\" slash \\\\ <b> & '")]
    [InlineData("line\nfeed\ttab", "line\\nfeed\\ttab")]
    public async Task Text_travels_as_utf8_with_only_the_escapes_that_json_needs(string description, string onTheWire)
    {
        server.Answer("POST", UpdatesPath, 201, One);
        using ChecklyClient client = Connect(server.Uri);

        await client.SendAsync(AnUpdate(description), Cancel);

        string expected = $$"""{"status":"RESOLVED","description":"{{onTheWire}}"}""";
        Assert.Equal(Encoding.UTF8.GetBytes(expected), Assert.Single(server.Requests).Body);
    }

    [Fact]
    public async Task Half_a_character_goes_out_as_the_sign_for_none()
    {
        server.Answer("POST", UpdatesPath, 201, One);
        using ChecklyClient client = Connect(server.Uri);

        await client.SendAsync(AnUpdate("half " + (char)0xD83D), Cancel);

        Assert.Equal(Encoding.UTF8.GetBytes("{\"status\":\"RESOLVED\",\"description\":\"half \uFFFD\"}"), Assert.Single(server.Requests).Body);
    }

    [Theory]
    [InlineData(200)]
    [InlineData(201)]
    [InlineData(202)]
    public async Task One_object_is_one_update(int status)
    {
        server.Answer("POST", UpdatesPath, status, One);
        using ChecklyClient client = Connect(server.Uri);

        IncidentUpdate update = Assert.Single(await client.SendAsync(AnUpdate(), Cancel));

        Assert.Equal("01f477f8-4293-4e1c-82bd-99797720434c", update.Id);
        Assert.Equal("3abcfdfe-ae2d-4632-8dd1-18dd871e18fc", update.IncidentId);
        Assert.Equal("RESOLVED", update.Status);
        Assert.Equal("All is well.", update.Description);
        Assert.Equal(new DateTimeOffset(2022, 9, 8, 20, 56, 48, 425, TimeSpan.Zero), update.CreatedAt);
        Assert.Null(update.UpdatedAt);
        Assert.Empty(update.AdditionalProperties);
    }

    [Theory]
    [InlineData(200)]
    [InlineData(201)]
    [InlineData(206)]
    public async Task An_array_is_its_updates_and_the_incident_is_filled_in(int status)
    {
        server.Answer("POST", UpdatesPath, status, $"[{One},{OneWithoutIncident}]");
        using ChecklyClient client = Connect(server.Uri);

        IncidentUpdate[] updates = await client.SendAsync(AnUpdate(), Cancel);

        Assert.Equal(2, updates.Length);
        Assert.Equal("3abcfdfe-ae2d-4632-8dd1-18dd871e18fc", updates[0].IncidentId);
        Assert.Equal(IncidentId, updates[1].IncidentId);
        Assert.Equal(new DateTimeOffset(2022, 9, 8, 19, 0, 0, TimeSpan.Zero), updates[1].UpdatedAt);
    }

    [Fact]
    public async Task What_is_not_known_yet_does_not_break_reading()
    {
        server.Answer("POST", UpdatesPath, 201, """
            {"id":"not-a-guid","status":"ESCALATED","description":"?","created_at":"2022-09-08","updated_at":"soon",
             "author":{"Name":"Ann","age":41,"ratio":0.5},"tags":["a",1,true,null],"big":12345678901234567890}
            """);
        using ChecklyClient client = Connect(server.Uri);

        IncidentUpdate update = Assert.Single(await client.SendAsync(AnUpdate(), Cancel));

        Assert.Equal("not-a-guid", update.Id);
        Assert.Equal("ESCALATED", update.Status);
        Assert.Equal(new DateTimeOffset(2022, 9, 8, 0, 0, 0, TimeSpan.Zero), update.CreatedAt);
        Assert.Null(update.UpdatedAt);
        Assert.Equal(["updated_at", "author", "tags", "big"], update.AdditionalProperties.Keys.Cast<string>());
        Assert.Equal("soon", update.AdditionalProperties["updated_at"]);
        var author = Assert.IsType<Dictionary<string, object?>>(update.AdditionalProperties["author"]);
        Assert.Equal("Ann", author["name"]);
        Assert.Equal(41L, author["age"]);
        Assert.Equal(0.5m, author["ratio"]);
        Assert.Equal(["a", 1L, true, null], Assert.IsType<object?[]>(update.AdditionalProperties["tags"]));
        Assert.Equal(12345678901234567890m, update.AdditionalProperties["big"]);
    }

    [Theory]
    [InlineData("[]", "it lists no update")]
    [InlineData("{}", "it has no 'id'")]
    [InlineData("""{"id":""}""", "it has no 'id'")]
    [InlineData("[1]", "it has a number where an object is expected")]
    [InlineData("null", "it has null where an object is expected")]
    [InlineData("\"posted\"", "it has a text where an object is expected")]
    public async Task An_answer_that_is_no_update_is_said_to_be_none(string body, string why)
    {
        server.Answer("POST", UpdatesPath, 201, body);
        using ChecklyClient client = Connect(server.Uri);

        ChecklyApiException failure = await FailureOf(client, AnUpdate());

        Assert.Equal(ChecklyErrorKind.OutcomeUnknown, failure.Kind);
        Assert.Equal(201, failure.StatusCode);
        Assert.Contains(why, failure.Message, StringComparison.Ordinal);
        Assert.Contains("The status code says that the request was carried out, if the API has answered and nothing in between.", failure.Message, StringComparison.Ordinal);
        Assert.Contains(body, failure.Message, StringComparison.Ordinal);
        Assert.True(failure.MayHaveBeenCarriedOut);
    }

    [Fact]
    public void The_request_shows_itself_without_credentials()
    {
        Assert.Equal($$"""POST {{UpdatesPath}} {"status":"RESOLVED","description":"All is well."}""", AnUpdate().ToString());
        Assert.False(AnUpdate().IsRead);
    }

    [Theory]
    [InlineData("a/b", "/v1/incidents/a%2Fb/updates")]
    [InlineData("a?b#c", "/v1/incidents/a%3Fb%23c/updates")]
    [InlineData("ü 1", "/v1/incidents/%C3%BC%201/updates")]
    public void An_id_cannot_reach_beyond_its_segment(string id, string path) =>
        Assert.Equal(path, IncidentUpdateRequests.Create(id, "RESOLVED", "x").Path);

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData(".")]
    [InlineData("..")]
    public void An_id_that_would_change_the_path_is_refused(string id) =>
        Assert.Throws<ArgumentException>(() => IncidentUpdateRequests.Create(id, "RESOLVED", "x"));
}
