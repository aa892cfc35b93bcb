using static Checkly.Client.Tests.Steps;

namespace Checkly.Client.Tests;

/// <summary>Several POSTs by one client at the same time.</summary>
public sealed class TwinTests : DeliveryTest
{
    private readonly TaskCompletionSource _gate = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _count;

    [Theory]
    [InlineData(2)]
    [InlineData(5)]
    public async Task Each_of_several_equal_ones_gets_an_update_of_its_own(int count)
    {
        Server.Ever = Losing(_ => true);
        using ChecklyClient client = Connect();

        string?[] ids = await Task.WhenAll(Enumerable.Range(0, count).Select(_ => Task.Run(() => Post(client), Cancel)));

        Assert.Equal(count, ids.Distinct().Count());
        Assert.Equal(count, Server.Made.Count);
        Assert.Empty(Notes.Warnings);
    }

    [Fact]
    public async Task Of_two_equal_ones_one_may_never_have_arrived_and_nobody_can_tell_which()
    {
        // The first is lost on its way, the second after it was carried out.
        Server.Ever = Losing(number => number > 1);
        using ChecklyClient client = Connect();

        ChecklyApiException first = await Fails(client, AnUpdate());
        ChecklyApiException second = await Fails(client, AnUpdate());

        Assert.Equal((ChecklyErrorKind.OutcomeUnknown, ChecklyErrorKind.OutcomeUnknown), (first.Kind, second.Kind));
        Assert.Contains("An entry with the same content is there (u2), but an earlier call with the same content is in doubt too: it cannot be told whose it is.", second.Message, StringComparison.Ordinal);
        Assert.Single(Server.Made);
    }

    [Fact]
    public async Task An_equal_one_waits_for_its_turn()
    {
        Server.Then(Held(Carry("a", Break)), History, History, Create("b"));
        using ChecklyClient client = Connect();

        Task<string?> first = Post(client);
        Task<string?> second = Post(client);
        Assert.Equal("POST", Server.Methods);
        _gate.SetResult();

        Assert.Equal(("a", "b"), (await first, await second));
        Assert.Equal("POST GET GET POST", Server.Methods);
    }

    [Theory]
    [InlineData("All is well.", "All is well. ")]
    [InlineData("Line\none", "Line\r\none")]
    public async Task Two_that_a_server_may_store_alike_go_one_after_another(string one, string other)
    {
        Server.Then(Held(Create("a")), Create("b"));
        using ChecklyClient client = Connect();

        Task first = Send(client, AnUpdate(one));
        Task second = Send(client, AnUpdate(other));
        Assert.Equal("POST", Server.Methods);
        _gate.SetResult();
        await Task.WhenAll(first, second);

        Assert.Equal("POST POST", Server.Methods);
        Assert.Contains(Notes, note => note.Message.EndsWith("waits for another one with the same content that is under way.", StringComparison.Ordinal));
    }

    /// <summary>By hand the same can be written in many ways, and any of them could be taken for any other.</summary>
    [Theory]
    [InlineData(UpdatesPath, UpdateBody, UpdatesPath, """{"description":"All is well.","status":"RESOLVED"}""")]
    [InlineData(UpdatesPath, UpdateBody, UpdatesPath, """{"status":"RESOLVED","description":"All is well.","notify":true}""")]
    [InlineData(UpdatesPath, UpdateBody, UpdatesPath + "?x=1", UpdateBody)]
    [InlineData("/v1/incidents/abc/updates", UpdateBody, "/v1/incidents/ABC/updates", UpdateBody)]
    [InlineData(
        "/v1/status-pages/incidents",
        """{"name":"x","services":[{"id":"a","name":"API"},{"id":"b","name":"Web"}],"at":"2026-01-02T03:04:05Z"}""",
        "/v1/status-pages/incidents",
        """{"at":"2026-01-02T04:04:05+01:00","services":[{"name":"Website","id":"B"},{"id":"a"}],"name":"x "}""")]
    public async Task Two_that_are_written_in_different_ways_go_one_after_another(string path, string body, string otherPath, string otherBody)
    {
        Server.Then(Held(Create("a")), Create("b"));
        using ChecklyClient client = Connect();

        Task first = Send(client, AnyRequests.CreateFromJson("POST", path, [], body));
        Task second = Send(client, AnyRequests.CreateFromJson("POST", otherPath, [], otherBody));
        Assert.Equal("POST", Server.Methods);
        _gate.SetResult();
        await Task.WhenAll(first, second);

        Assert.Equal("POST POST", Server.Methods);
    }

    [Fact]
    public async Task Different_ones_do_not_wait_for_each_other()
    {
        Server.Then(Held(Create("a")), Create("b"));
        using ChecklyClient client = Connect();

        Task<string?> first = Post(client);
        Assert.Equal("b", Assert.Single(await Send(client, AnUpdate("Something else."))).Id);
        Assert.False(first.IsCompleted);
        _gate.SetResult();

        Assert.Equal("a", await first);
    }

    [Fact]
    public async Task One_that_is_cancelled_while_it_waits_for_its_turn_has_sent_nothing()
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        Server.Then(Held(Create("a")));
        using ChecklyClient client = Connect();

        Task<string?> first = Post(client);
        Task<bool> second = MayHaveBeenCarriedOut(client, AnUpdate(), stop.Token);
        await stop.CancelAsync();

        Assert.False(await second);
        _gate.SetResult();
        Assert.Equal("a", await first);
        Assert.Equal("POST", Server.Methods);
    }

    [Fact]
    public async Task One_whose_turn_does_not_come_in_time_has_sent_nothing()
    {
        Server.Then(Held(Create("a")));
        using ChecklyClient client = Connect();

        Task<string?> first = Post(client);
        Task<ChecklyApiException> second = Fails(client, AnUpdate());
        Clock.Expire();

        // Without its limit it would wait for ever, and this test with it.
        ChecklyApiException failure = await second.WaitAsync(TimeSpan.FromSeconds(30), Cancel);
        Assert.Equal((ChecklyErrorKind.Timeout, 0, false), (failure.Kind, failure.Tries, failure.MayHaveBeenCarriedOut));
        Assert.Equal($"Before POST {UpdatesPath}, another one with the same content was under way all the time. Nothing was sent.", failure.Message);
        _gate.SetResult();
        Assert.Equal("a", await first);
        Assert.Equal("POST", Server.Methods);
    }

    [Fact]
    public async Task A_turn_ends_with_a_failure_as_well()
    {
        Server.Then(Held(Answer(403)), Create("b"));
        using ChecklyClient client = Connect();

        Task<ChecklyApiException> first = Fails(client, AnUpdate());
        Task<string?> second = Post(client);
        _gate.SetResult();

        Assert.Equal(ChecklyErrorKind.Forbidden, (await first).Kind);
        Assert.Equal("b", await second);
    }

    [Fact]
    public async Task One_that_a_twin_was_cancelled_over_is_not_taken_for_the_answer_of_the_other()
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        Server.Then(Held(Carry("a", Break)), Carry("b", Break));
        Server.Ever = History;
        using ChecklyClient client = Connect();
        Task<bool> first = MayHaveBeenCarriedOut(client, AnUpdate(), stop.Token);
        Task<ChecklyApiException> second = Fails(client, AnUpdate());
        await stop.CancelAsync();

        Assert.True(await first);
        Assert.Equal(ChecklyErrorKind.OutcomeUnknown, (await second).Kind);
    }

    private ServerStep Held(ServerStep step) => async (server, request, cancellationToken) =>
    {
        await server.Receive(request, cancellationToken);
        await _gate.Task.WaitAsync(cancellationToken);
        return await step(server, request, cancellationToken);
    };

    /// <summary>Carries out the POSTs that are chosen by their number and loses every answer to one; shows what there is.</summary>
    private ServerStep Losing(Func<int, bool> arrives) => async (server, request, cancellationToken) =>
    {
        await Task.Yield();
        if (request.Method == HttpMethod.Get)
        {
            return await History(server, request, cancellationToken);
        }

        int number = Interlocked.Increment(ref _count);
        await Task.Yield();
        return await (arrives(number) ? Carry($"u{number}", Break) : Break)(server, request, cancellationToken);
    };
}
