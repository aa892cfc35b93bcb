using static Checkly.Client.Tests.Steps;

namespace Checkly.Client.Tests;

/// <summary>A pause that the server asks one request for holds for the others too, but costs nobody an answer that is there.</summary>
public sealed class PauseTests : DeliveryTest
{
    /// <summary>Another request of the account is asked to wait while this one is answered.</summary>
    [Fact]
    public async Task An_answer_that_is_there_is_not_held_back_by_a_pause()
    {
        using ChecklyClient client = Connect();
        Server.Then(
            Answer(500, ApiFailure), History, History, History, History,
            async (server, request, cancellationToken) =>
            {
                await BePaused(client);
                return await Create("b")(server, request, cancellationToken);
            },
            Answer(429, "", ("Retry-After", "60")));
        TimeSpan began = Clock.Now;

        Assert.Equal("b", await Post(client));

        // The looks before it was sent again.
        Assert.Equal(TimeSpan.FromSeconds(7), Clock.Now - began);
    }

    /// <summary>A server that does not say how long is given the usual time, by all requests of the account.</summary>
    [Theory]
    [InlineData(429, null, 1)]
    [InlineData(429, "4", 4)]
    [InlineData(503, "5", 5)]
    public async Task The_pause_is_for_every_request(int status, string? retryAfter, double seconds)
    {
        Server.Then(retryAfter is null ? Answer(status) : Answer(status, "", ("Retry-After", retryAfter)), Answer(200, """{"id":"i"}"""));
        using ChecklyClient client = Connect();
        Clock.Spread = 1;
        await BePaused(client);

        await Send(client, IncidentRequests.Get("another"));

        // That of the one that was cancelled, which took no time, and that of the other one.
        Assert.Equal([seconds, seconds], Clock.Seconds);
        DeliveryNote note = Assert.Single(Notes);
        Assert.Equal((DeliveryNoteKind.Waiting, TimeSpan.FromSeconds(seconds)), (note.Kind, note.Wait));
    }

    /// <summary>Of two requests under way, one is asked to wait for 10 s, then the other for 2 s.</summary>
    [Fact]
    public async Task A_shorter_pause_does_not_end_a_longer_one()
    {
        using ChecklyClient client = Connect();
        Server.Then(
            async (server, request, cancellationToken) =>
            {
                await BePaused(client);
                return await Answer(429, "", ("Retry-After", "2"))(server, request, cancellationToken);
            },
            Answer(429, "", ("Retry-After", "10")),
            Answer(200, """{"id":"i"}"""));

        await Send(client, IncidentRequests.Get("another"));

        // The first one was cancelled as it began.
        Assert.Equal([10, 2, 8], Clock.Seconds);
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("DELETE")]
    [InlineData("POST")]
    public async Task A_request_that_a_pause_holds_back_beyond_its_limit_is_never_tried(string method)
    {
        Server.Then(Answer(429, "", ("Retry-After", "121")));
        using ChecklyClient client = Connect();
        await Fails(client, IncidentRequests.Get("another"));

        ChecklyApiException failure = await Fails(client, method);

        Assert.Equal((ChecklyErrorKind.RateLimited, 0, false), (failure.Kind, failure.Tries, failure.MayHaveBeenCarriedOut));
        Assert.Contains("Nothing was sent.", failure.Message, StringComparison.Ordinal);
        Assert.Single(Server.Arrivals);
    }

    /// <summary>They cost time, and no attempt.</summary>
    [Theory]
    [InlineData("GET")]
    [InlineData("DELETE")]
    [InlineData("POST")]
    public async Task Waits_that_the_server_asks_for_do_not_count_as_attempts(string method)
    {
        Server.Then(Answer(429), Answer(503, "", ("Retry-After", "1")), Answer(429), Refuse, Answer(429), Answer(200, """{"id":"u"}"""));
        using ChecklyClient client = Connect(retries: 1);

        await Send(client, method);

        Assert.Equal(6, Server.Arrivals.Count);
    }

    /// <summary>A request that is asked to wait, and cancelled before any time has passed.</summary>
    private async Task BePaused(ChecklyClient client)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        Clock.OnWait = stop.Cancel;
        await Assert.ThrowsAsync<RequestInterruptedException>(() => client.SendAsync(IncidentRequests.Get(IncidentId), stop.Token));
        Clock.OnWait = () => { };
    }
}
