using Checkly.Tests;
using static Checkly.Client.Tests.Steps;

namespace Checkly.Client.Tests;

/// <summary>What a server sends back is not shown as it is: the key is not in it, nor what drives a terminal.</summary>
public sealed class SecretTests : DeliveryTest
{
    private static readonly string Split = Key.Insert(5, "\\u0007");
    private static readonly string Echo = $$"""{"error":"{{Key}}","message":"Bad {{Split}} {{Key}}\u001b[2J\u202e","attributes":{"{{Key}}":["{{Key}}"]} }""";

    [Theory]
    [InlineData("GET", 429)]
    [InlineData("PUT", 500)]
    [InlineData("DELETE", 503)]
    [InlineData("POST", 429)]
    [InlineData("POST", 400)]
    public async Task An_echo_over_all_tries_shows_no_key(string method, int status)
    {
        Server.Ever = Named(Answer(status, Echo));
        using ChecklyClient client = Connect();

        AssertNoKey(await Fails(client, method));
    }

    [Theory]
    [InlineData(400)]
    [InlineData(500)]
    public async Task An_echo_while_it_looks_shows_no_key(int status)
    {
        Server.Ever = Named(Answer(status, Echo));
        Server.Then(Answer(502, $"<html>{Key}"), Named(History));
        using ChecklyClient client = Connect();

        AssertNoKey(await Fails(client, AnUpdate()));
    }

    [Fact]
    public async Task An_echo_that_cannot_be_read_shows_no_key()
    {
        Server.Ever = Named(Answer(200, Key + " " + Split));
        using ChecklyClient client = Connect();

        AssertNoKey(await Fails(client, AnUpdate()));
    }

    [Fact]
    public async Task The_warning_about_a_late_one_is_free_of_what_drives_a_terminal()
    {
        string id = $"late\u001b[2J\u0007\u202e \r\n";
        Server.Then(Answer(500, ApiFailure), History, History, History, History, After(server => server.Make(id, UpdateBody), Create("b")), History);
        using ChecklyClient client = Connect();

        Assert.Equal("b", await Post(client));
        Assert.Contains("late", Assert.Single(Notes.Warnings).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_note_about_one_that_was_found_shows_no_key()
    {
        string id = $"found\u001b[2J\u0007\u202e {Key} {Key.Insert(3, "\u0001")} \r\n";
        Server.Then(Carry(id, Break), History, History);
        using ChecklyClient client = Connect();

        await Post(client);
        Assert.Contains(Notes, note => note.Message.Contains("it was found in the incident's history, as found", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_the_runtime_quotes_of_a_broken_answer_shows_no_key()
    {
        // It says: Received an invalid header line: '...'.
        await using var server = new RawServer(RawServer.Say($"HTTP/1.1 200 OK\r\nYou said {Key}\r\n\r\n"));
        using ChecklyClient client = Connect(server.Uri);

        await FailureOf(client, AnUpdate());
    }

    [Fact]
    public async Task Notes_of_a_long_story_are_fit_to_be_shown()
    {
        Server.Then(
            Named(Answer(429, Echo, ("Retry-After", "1"))), Refuse, Named(Answer(503, Echo, ("Retry-After", "1"))), Named(Carry("a", Answer(500, Echo))),
            Named(Answer(500, Echo)), Named(Answer(429, Echo)), Hang, Named(History), Named(History));
        using ChecklyClient client = Connect();

        Assert.Equal("a", await Post(client));
        Assert.NotEmpty(Notes);
    }

    [Fact]
    public void A_request_does_not_show_the_key() =>
        Assert.All([AnUpdate().ToString(), AChange().ToString()], text => Assert.DoesNotContain(Key, text, StringComparison.Ordinal));

    /// <summary>Says it in the status line too.</summary>
    private static ServerStep Named(ServerStep step) => async (server, request, cancellationToken) =>
    {
        HttpResponseMessage answer = await step(server, request, cancellationToken);
        answer.ReasonPhrase = $"Sorry {Key}";
        return answer;
    };

    private static void AssertNoKey(ChecklyApiException failure)
    {
        for (Exception? cause = failure; cause is not null; cause = cause.InnerException)
        {
            Assert.DoesNotContain(Key, cause.ToString(), StringComparison.Ordinal);
            if (cause is ChecklyApiException api)
            {
                object?[] said = [api.ApiError, api.ApiMessage, api.WhereToLook, .. api.Attributes.Keys, .. api.Attributes.Values.OfType<object?[]>().SelectMany(list => list)];
                Assert.All(said, text => Assert.DoesNotContain(Key, text?.ToString() ?? string.Empty, StringComparison.Ordinal));
            }
        }
    }
}
