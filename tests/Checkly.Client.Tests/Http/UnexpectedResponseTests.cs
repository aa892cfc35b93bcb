using System.Text;
using Checkly.Tests;

namespace Checkly.Client.Tests;

/// <summary>Answers that are not the API's: never a raw parser exception, always the status and the first characters.</summary>
public sealed class UnexpectedResponseTests(ApiServer server) : ClientTest, IClassFixture<ApiServer>, IDisposable
{
    public void Dispose() => server.Reset();

    [Theory]
    [InlineData("<html><body>Sign in to the hotel's network</body></html>", "The body begins: <html><body>Sign in")]
    [InlineData("""{"id":"01f477f8-4293""", """The body begins: {"id":"01f477f8-4293""")]
    [InlineData("", "The body is empty.")]
    [InlineData("   ", "The body is empty.")]
    [InlineData("OK", "The body begins: OK")]
    public async Task A_success_that_is_not_json_is_quoted(string body, string quoted)
    {
        server.Answer("POST", UpdatesPath, 200, body, "text/html");
        using ChecklyClient client = Connect(server.Uri);

        ChecklyApiException failure = await FailureOf(client, AnUpdate());

        Assert.Equal(ChecklyErrorKind.OutcomeUnknown, failure.Kind);
        Assert.Equal(200, failure.StatusCode);
        Assert.Contains("200 OK, but the body is not JSON.", failure.Message, StringComparison.Ordinal);
        Assert.Contains(quoted, failure.Message, StringComparison.Ordinal);
        Assert.True(failure.MayHaveBeenCarriedOut);
    }

    /// <summary>One broken text must not cost the object that was just created.</summary>
    [Theory]
    [InlineData(@"\ud83d", "\uFFFD")]
    [InlineData(@"\uDE00", "\uFFFD")]
    [InlineData(@"\ud83d\ud83d\ude00", "\uFFFD\U0001F600")]
    [InlineData(@"\ud83d\u0041", "\uFFFDA")]
    [InlineData(@"\\ud83d", @"\ud83d")]
    [InlineData(@"\uD83D\uDE00\n\\", "\U0001F600\n\\")]
    [InlineData("\u00FF", "\uFFFD")]
    [InlineData("\u00ED\u00A0\u0080", "\uFFFD\uFFFD\uFFFD")]
    public async Task What_is_no_text_is_read_as_replacement_characters(string latin1, string read)
    {
        byte[] body = Encoding.Latin1.GetBytes($$"""{"id":"x","status":"{{latin1}}","ex{{latin1}}tra":{"{{latin1}}":["{{latin1}}"]} }""");
        server.Answer("POST", UpdatesPath, 201, body);
        using ChecklyClient client = Connect(server.Uri);

        IncidentUpdate update = Assert.Single(await client.SendAsync(AnUpdate(), Cancel));

        Assert.Equal(("x", read), (update.Id, update.Status));
        Assert.Equal([read], Assert.IsType<object?[]>(Assert.IsType<Dictionary<string, object?>>(update.AdditionalProperties[$"ex{read}tra"])[read]));
    }

    [Theory]
    [InlineData(@"{""a"":""\")]
    [InlineData(@"{""a"":""\u")]
    [InlineData(@"{""a"":""\ud83d")]
    [InlineData(@"{""a"":""\ud83d\u1")]
    public async Task What_ends_within_an_escape_leaves_the_outcome_unknown(string body)
    {
        server.Answer("POST", UpdatesPath, 201, body);
        using ChecklyClient client = Connect(server.Uri);

        Assert.Equal(ChecklyErrorKind.OutcomeUnknown, (await FailureOf(client, AnUpdate())).Kind);
    }

    [Fact]
    public async Task Deep_nesting_is_kept()
    {
        server.Answer("POST", UpdatesPath, 201, $$"""{"id":"x","extra":{{new string('[', 200)}}{{new string(']', 200)}}}""");
        using ChecklyClient client = Connect(server.Uri);

        object?[] outer = Assert.IsType<object?[]>(Assert.Single(await client.SendAsync(AnUpdate(), Cancel)).AdditionalProperties["extra"]);
        int depth = 1;
        while (outer.Length > 0)
        {
            outer = Assert.IsType<object?[]>(outer[0]);
            depth++;
        }

        Assert.Equal(200, depth);
    }

    [Fact]
    public async Task Nesting_without_end_leaves_the_outcome_unknown()
    {
        server.Answer("POST", UpdatesPath, 201, new string('[', 100_000));
        using ChecklyClient client = Connect(server.Uri);

        Assert.Equal(ChecklyErrorKind.OutcomeUnknown, (await FailureOf(client, AnUpdate())).Kind);
    }

    [Fact]
    public async Task A_byte_order_mark_is_passed_over()
    {
        server.Answer("POST", UpdatesPath, 201, "\uFEFF" + """{"id":"x"}""");
        using ChecklyClient client = Connect(server.Uri);

        Assert.Equal("x", Assert.Single(await client.SendAsync(AnUpdate(), Cancel)).Id);
    }

    [Fact]
    public async Task A_body_without_end_is_cut_off()
    {
        ChecklyApiException failure = await EndlessAsync(200);

        Assert.Equal(ChecklyErrorKind.OutcomeUnknown, failure.Kind);
        Assert.Contains("its body is larger than 32 MiB", failure.Message, StringComparison.Ordinal);
        Assert.Contains("The status code says that the request was carried out, if the API has answered and nothing in between.", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refusal_without_end_is_a_refusal()
    {
        ChecklyApiException failure = await EndlessAsync(500);

        Assert.Equal((ChecklyErrorKind.OutcomeUnknown, 500, true), (failure.Kind, failure.StatusCode, failure.MayHaveBeenCarriedOut));
        Assert.DoesNotContain("was carried out.", failure.Message.Replace("whether it was carried out.", string.Empty, StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(16_300)]
    [InlineData(16_370)]
    [InlineData(16_384)]
    public async Task No_part_of_the_key_is_left_where_a_long_body_is_cut(int blanks)
    {
        server.Answer("POST", UpdatesPath, 500, new string(' ', blanks) + Key + new string('x', 40_000), "text/plain");
        using ChecklyClient client = Connect(server.Uri);

        Assert.DoesNotContain(Key[..4], (await FailureOf(client, AnUpdate())).ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(301)]
    [InlineData(302)]
    [InlineData(303)]
    [InlineData(307)]
    [InlineData(308)]
    public async Task A_redirect_is_not_followed(int status)
    {
        using var elsewhere = new ApiServer();
        elsewhere.Answer("POST", "/stolen", 201, """{"id":"x"}""").Answer("GET", "/stolen", 200, """{"id":"x"}""");
        server.Answer("POST", UpdatesPath, status, headers: ("Location", new Uri(elsewhere.Uri, "/stolen?k=" + Key).ToString()));
        using ChecklyClient client = Connect(server.Uri);

        ChecklyApiException failure = await FailureOf(client, AnUpdate());

        // 303 is what follows a POST that was carried out; 301 and 302 are often meant like it.
        Assert.Equal(status < 307 ? ChecklyErrorKind.OutcomeUnknown : ChecklyErrorKind.UnexpectedResponse, failure.Kind);
        Assert.Equal(status, failure.StatusCode);
        Assert.Contains("to 127.0.0.1. It was not followed", failure.Message, StringComparison.Ordinal);
        Assert.Single(server.Requests);
        Assert.Empty(elsewhere.Requests);
    }

    [Fact]
    public async Task A_redirect_to_a_path_is_not_followed_either()
    {
        server.Answer("GET", "/v1/accounts/me", 302, headers: ("Location", "/login"));
        using ChecklyClient client = Connect(server.Uri);

        ChecklyApiException failure = await FailureOf(client, AccountRequests.Me());

        Assert.Equal(ChecklyErrorKind.UnexpectedResponse, failure.Kind);
        Assert.Contains(" to another address. It was not followed", failure.Message, StringComparison.Ordinal);
        Assert.Single(server.Requests);
    }

    private static async Task<ChecklyApiException> EndlessAsync(int status)
    {
        byte[] block = Encoding.ASCII.GetBytes(new string(' ', 1024 * 1024));
        await using var raw = new RawServer(async (stream, stop) =>
        {
            await RawServer.Say($"HTTP/1.1 {status} Whatever\r\nConnection: close\r\n\r\n{Key} ")(stream, stop);
            for (int i = 0; i < 64; i++)
            {
                await stream.WriteAsync(block, stop);
            }
        });
        using ChecklyClient client = Connect(raw.Uri);

        return await FailureOf(client, AnUpdate());
    }
}
