using Checkly.Tests;
using static Checkly.Client.Tests.Steps;

namespace Checkly.Client.Tests;

/// <summary>How often and how long: the limits, and what is said when one is met.</summary>
public sealed class LimitTests : DeliveryTest
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(4)]
    public async Task There_are_as_many_further_tries_as_allowed(int retries)
    {
        Server.Ever = Answer(500);
        using ChecklyClient client = Connect(retries);

        ChecklyApiException failure = await Fails(client, IncidentRequests.Get(IncidentId));

        Assert.Equal(retries + 1, Server.Arrivals.Count);
        Assert.Equal((ChecklyErrorKind.ServerError, 500, retries + 1, false), (failure.Kind, failure.StatusCode, failure.Tries, failure.MayHaveBeenCarriedOut));
        Assert.Equal(retries > 0, failure.Message.Contains($"{retries + 1} times", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(0, new[] { 0.5, 1, 2, 4 })]
    [InlineData(0.5, new[] { 0.75, 1.5, 3, 6 })]
    [InlineData(1, new[] { 1.0, 2, 4, 8 })]
    public async Task Waits_double_and_are_spread_by_chance(double spread, double[] waits)
    {
        Clock.Spread = spread;
        Server.Ever = Answer(429);
        using ChecklyClient client = Connect();

        await Fails(client, AnUpdate());

        // Until the time of the call is over: waits that the server asks for are no attempts.
        Assert.Equal(waits, Clock.Seconds.Take(4));
        Assert.InRange(Clock.Seconds.Sum(), 90, 120);
    }

    [Fact]
    public async Task Each_wait_is_told_before_it_begins()
    {
        var told = new List<int>();
        Clock.OnWait = () => told.Add(Notes.Count());
        Server.Ever = Answer(429, "", ("Retry-After", "3"));
        using ChecklyClient client = Connect(seconds: 11);

        await Fails(client, AnUpdate());

        Assert.Equal([1, 2], told);
        Assert.All(Notes, note => Assert.Equal((DeliveryNoteKind.Waiting, TimeSpan.FromSeconds(3)), (note.Kind, note.Wait)));
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("DELETE")]
    [InlineData("POST")]
    public async Task A_wait_beyond_the_limit_is_not_begun(string method)
    {
        Server.Then(Answer(429, "", ("Retry-After", "121")));
        using ChecklyClient client = Connect();

        ChecklyApiException failure = await Fails(client, method);

        Assert.Equal((ChecklyErrorKind.RateLimited, 1, false), (failure.Kind, failure.Tries, failure.MayHaveBeenCarriedOut));
        Assert.Equal(TimeSpan.FromSeconds(121), failure.RetryAfter);
        Assert.Contains("121 s", failure.Message, StringComparison.Ordinal);
        Assert.Contains("120 s", failure.Message, StringComparison.Ordinal);
        Assert.Empty(Clock.Waits);
    }

    [Fact]
    public async Task The_limit_is_for_all_waits_together()
    {
        Server.Ever = Answer(503, "", ("Retry-After", "50"));
        using ChecklyClient client = Connect();

        ChecklyApiException failure = await Fails(client, AnUpdate());

        Assert.Equal([50, 50], Clock.Seconds);
        Assert.Equal((ChecklyErrorKind.ServerError, 3, false), (failure.Kind, failure.Tries, failure.MayHaveBeenCarriedOut));
        Assert.Equal(TimeSpan.FromSeconds(50), failure.RetryAfter);
    }

    /// <summary>A POST that is cut off sooner would be in doubt for want of time alone.</summary>
    [Theory]
    [InlineData(115, true)]
    [InlineData(116, false)]
    public async Task A_wait_leaves_a_post_five_seconds(int seconds, bool goesOut)
    {
        Server.Then(Answer(429, "", ("Retry-After", $"{seconds}"))).Then(goesOut ? [Create("a")] : []);
        using ChecklyClient client = Connect();

        if (goesOut)
        {
            Assert.Equal("a", await Post(client));
        }
        else
        {
            ChecklyApiException failure = await Fails(client, AnUpdate());
            Assert.False(failure.MayHaveBeenCarriedOut);
            Assert.EndsWith("Another 116 s of waiting would leave too little of the 120 s allowed for one request.", failure.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_wait_may_leave_a_reading_no_time()
    {
        Server.Then(Answer(429, "", ("Retry-After", "120")), History);
        using ChecklyClient client = Connect();

        Assert.Equal("i", (await Send(client, IncidentRequests.Get(IncidentId))).Id);
    }

    /// <summary>Nor is it sent again after looks that took the time for it.</summary>
    [Theory]
    [InlineData(12.5, 2)]
    [InlineData(11.5, 1)]
    public async Task Looks_leave_a_post_five_seconds(double seconds, int posts)
    {
        // Looks 0, 1, 3 and 7 s after the failure.
        Server.Then(Answer(500, ApiFailure), History, History, History, History, Create("b"));
        Server.Ever = History;
        using ChecklyClient client = Connect(seconds: seconds);

        if (posts == 2)
        {
            Assert.Equal("b", await Post(client));
        }
        else
        {
            Assert.Equal(ChecklyErrorKind.OutcomeUnknown, (await Fails(client, AnUpdate())).Kind);
        }

        Assert.Equal(posts, Server.Posts.Count());
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    [InlineData("POST")]
    public async Task A_call_ends_in_time_when_everything_hangs(string method)
    {
        Server.Ever = Hang;
        using ChecklyClient client = Connect();
        TimeSpan began = Clock.Now;

        ChecklyApiException failure = await Fails(client, method);

        Assert.InRange(Clock.Now - began, TimeSpan.FromSeconds(60), TimeSpan.FromSeconds(120));
        Assert.Equal(method != "GET", failure.MayHaveBeenCarriedOut);
    }

    [Theory]
    [InlineData("2147483647")]
    [InlineData("2147483648")]
    [InlineData("99999999999999999999")]
    [InlineData("Fri, 31 Dec 9999 23:59:59 GMT")]
    public async Task A_wait_without_end_is_too_long(string header)
    {
        Server.Ever = Answer(429, "", ("Retry-After", header));
        using ChecklyClient client = Connect();

        ChecklyApiException failure = await Fails(client, AnUpdate());

        Assert.Equal((ChecklyErrorKind.RateLimited, 1, false), (failure.Kind, failure.Tries, failure.MayHaveBeenCarriedOut));
        Assert.Equal(TimeSpan.FromDays(365), failure.RetryAfter);
        Assert.Empty(Clock.Waits);
    }

    [Theory]
    [InlineData("soon")]
    [InlineData("-1")]
    public async Task A_wait_that_makes_no_sense_is_none(string header)
    {
        Server.Ever = Answer(429, "", ("Retry-After", header));
        using ChecklyClient client = Connect();

        ChecklyApiException failure = await Fails(client, AnUpdate());

        Assert.Equal((ChecklyErrorKind.RateLimited, false), (failure.Kind, failure.MayHaveBeenCarriedOut));
        Assert.True(Clock.Seconds.Sum() <= 120);
    }

    [Fact]
    public async Task Looks_count_too()
    {
        Server.Then(Answer(429, "", ("Retry-After", "115")), After(server => server.Clock.Pass(TimeSpan.FromSeconds(4)), Break));
        using ChecklyClient client = Connect();

        ChecklyApiException failure = await Fails(client, AnUpdate());

        Assert.Equal([115], Clock.Seconds);
        Assert.Contains("There was no time left to look for it.", failure.Message, StringComparison.Ordinal);
        Assert.Equal((ChecklyErrorKind.OutcomeUnknown, 2, true), (failure.Kind, failure.Tries, failure.MayHaveBeenCarriedOut));
        Assert.Equal("the incident's history", failure.WhereToLook);
    }

    [Fact]
    public async Task What_a_look_is_asked_to_wait_counts()
    {
        Server.Then(Break, Answer(429, "", ("Retry-After", "121")));
        using ChecklyClient client = Connect();

        ChecklyApiException failure = await Fails(client, AnUpdate());

        // The next look may not go out until the time is over, and no later one either.
        Assert.Equal([1], Clock.Seconds);
        Assert.Equal("POST GET", Server.Methods);
        Assert.Equal((ChecklyErrorKind.OutcomeUnknown, 1, true), (failure.Kind, failure.Tries, failure.MayHaveBeenCarriedOut));
    }

    [Fact]
    public async Task An_attempt_gets_no_more_than_what_is_left()
    {
        Server.Then(Answer(429, "", ("Retry-After", "100")), Hang);
        using ChecklyClient client = Connect();

        ChecklyApiException failure = await Fails(client, IncidentRequests.Get(IncidentId));

        Assert.StartsWith($"There was no whole answer to GET {LookPath} within 20 s.", failure.Message, StringComparison.Ordinal);
    }

    /// <summary>600 a minute are allowed: what is too much waits, and none is lost.</summary>
    [Theory]
    [InlineData("Retry-After", "1")]
    [InlineData("Retry-After", "0")]
    [InlineData("X-Nothing", "")]
    public async Task A_thousand_updates_go_through_six_hundred_a_minute(string header, string value)
    {
        var passed = new Queue<TimeSpan>();
        int id = 0;
        Server.Ever = (server, request, cancellationToken) =>
        {
            while (passed.TryPeek(out TimeSpan oldest) && oldest < Clock.Now - TimeSpan.FromSeconds(60))
            {
                passed.Dequeue();
            }

            if (passed.Count >= 600)
            {
                return Answer(429, "", (header, value))(server, request, cancellationToken);
            }

            passed.Enqueue(Clock.Now);
            return Create($"u{++id}")(server, request, cancellationToken);
        };
        using ChecklyClient client = Connect();
        for (int i = 0; i < 1000; i++)
        {
            Clock.Pass(TimeSpan.FromMilliseconds(5));
            await client.SendAsync(AnUpdate($"Update {i}"), Cancel);
        }

        Assert.Equal(1000, Server.Made.Count);
    }

    [Fact]
    public async Task Sessions_of_an_account_share_the_pause_that_the_server_asks_for()
    {
        var time = new VirtualTime(1);
        await using var server = new FaultServer(new FaultSchedule([WireFault.TooManyRequests]), time);
        ChecklyClientOptions options = Options(server.Uri, account: AccountId) with { Clock = time, MaximumTotalTime = TimeSpan.FromSeconds(10) };
        using var one = new ChecklyClient(options with { MaximumTotalTime = TimeSpan.Zero });
        using var other = new ChecklyClient(options);
        using var hasty = new ChecklyClient(options with { MaximumTotalTime = TimeSpan.Zero });
        using var stranger = new ChecklyClient(options with { AccountId = Guid.NewGuid().ToString(), MaximumTotalTime = TimeSpan.Zero });

        await Assert.ThrowsAsync<ChecklyApiException>(() => one.SendAsync(AnUpdate(), Cancel));
        await stranger.SendAsync(AnUpdate("Another account."), Cancel);
        var refused = await Assert.ThrowsAsync<ChecklyApiException>(() => hasty.SendAsync(AnUpdate("Too soon."), Cancel));
        await other.SendAsync(AnUpdate(), Notes, Cancel);

        Assert.Equal((ChecklyErrorKind.RateLimited, false), (refused.Kind, refused.MayHaveBeenCarriedOut));
        Assert.Equal($"The server asked this account to wait before POST {UpdatesPath}. Nothing was sent. Another 1 s of waiting would go over the 0 s allowed for one request.", refused.Message);
        Assert.Equal($"The server asked this account to wait: POST {UpdatesPath} goes out in 1 s.", Assert.Single(Notes).Message);
        Assert.Empty(server.Store.ByText()[(IncidentId, "Too soon.")]);
    }
}
