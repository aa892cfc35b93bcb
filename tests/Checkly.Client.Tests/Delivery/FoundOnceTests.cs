using Checkly.Tests;
using static Checkly.Client.Tests.Steps;

namespace Checkly.Client.Tests;

/// <summary>What was wrong once.</summary>
public sealed class FoundOnceTests : DeliveryTest
{
    [Theory]
    [InlineData("All is well. ")]
    [InlineData(" All is well.")]
    [InlineData("All is well.\n")]
    public async Task A_text_whose_ends_the_server_has_trimmed_or_not_is_the_same(string description)
    {
        string other = new System.Text.Json.Nodes.JsonObject { ["status"] = "RESOLVED", ["description"] = description }.ToJsonString();
        Server.Ever = History;
        Server.Then(After(server => server.Make("x", other), Break));
        using ChecklyClient client = Connect();

        Assert.Equal("x", await Post(client));
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("""{"id":"i","incidentUpdates":[1]}""")]
    [InlineData("""{"id":"i","incidentUpdates":"none"}""")]
    [InlineData("""{"id":"i"}""")]
    public async Task A_look_with_an_answer_of_another_shape_leaves_it_open_and_says_so_in_whole_sentences(string body)
    {
        Server.Ever = Answer(200, body);
        Server.Then(Break);
        using ChecklyClient client = Connect();

        ChecklyApiException failure = await Fails(client, AnUpdate());

        Assert.Equal((ChecklyErrorKind.OutcomeUnknown, 1, true), (failure.Kind, failure.Tries, failure.MayHaveBeenCarriedOut));
    }

    [Fact]
    public async Task A_deletion_that_got_no_connection_in_time_has_done_nothing()
    {
        Server.Then(HangBefore);
        using ChecklyClient client = Connect(retries: 0);

        Assert.False((await Fails(client, ADeletion())).MayHaveBeenCarriedOut);
    }

    [Fact]
    public async Task A_deletion_that_got_no_connection_in_time_and_then_finds_nothing_is_a_failure()
    {
        Server.Then(HangBefore, Answer(404));
        using ChecklyClient client = Connect();

        Assert.Equal(ChecklyErrorKind.NotFound, (await Fails(client, ADeletion())).Kind);
    }

    [Fact]
    public async Task A_deletion_that_is_cancelled_before_anything_was_sent_has_done_nothing()
    {
        using var stop = new CancellationTokenSource();
        await stop.CancelAsync();
        using ChecklyClient client = Connect();

        Assert.False(await MayHaveBeenCarriedOut(client, ADeletion(), stop.Token));
        Assert.Empty(Server.Arrivals);
    }

    [Fact]
    public async Task A_deletion_that_is_cancelled_while_it_waits_after_a_refused_connection_has_done_nothing()
    {
        using var stop = new CancellationTokenSource();
        Clock.OnWait = stop.Cancel;
        Server.Then(Refuse);
        using ChecklyClient client = Connect();

        Assert.False(await MayHaveBeenCarriedOut(client, ADeletion(), stop.Token));
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("PUT")]
    [InlineData("POST")]
    public async Task Of_two_ids_in_an_answer_one_may_be_no_text(string method)
    {
        byte[] body = [.. "{\"id\":\""u8, 0xFF, .. "\",\"id\":\"x\"}"u8];
        Server.Ever = (_, _, _) => Task.FromResult(new HttpResponseMessage { Content = new ByteArrayContent(body) });
        using ChecklyClient client = Connect();

        // An object or the one exception, and nothing else.
        Exception? failure = await Record.ExceptionAsync(() => Send(client, method));

        Assert.True(failure is null or ChecklyApiException, failure?.ToString());
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("PUT")]
    public async Task Of_two_histories_in_an_answer_one_may_have_a_name_that_is_no_text(string method)
    {
        Server.Ever = Answer(200, """{"id":"x","incidentUpdates":{"\ud800":1},"incidentUpdates":[]}""");
        using ChecklyClient client = Connect();

        Exception? failure = await Record.ExceptionAsync(() => method == "GET"
            ? Send(client, IncidentRequests.Get(IncidentId))
            : Send(client, IncidentRequests.Change(new Incident { Id = IncidentId }, new Dictionary<string, object?>())));

        Assert.True(failure is null or ChecklyApiException, failure?.ToString());
    }

    [Fact]
    public async Task The_note_about_one_that_was_found_shows_no_key_that_the_server_sent_back()
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

        ChecklyApiException failure = await Assert.ThrowsAsync<ChecklyApiException>(() => client.SendAsync(AnUpdate(), Notes, Cancel));

        Notes.AssertFitToBeShown(Key);
        Assert.DoesNotContain(Key, failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(Key, failure.ToString(), StringComparison.Ordinal);
    }
}
