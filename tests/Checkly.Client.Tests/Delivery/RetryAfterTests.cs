using System.Globalization;
using static Checkly.Client.Tests.Steps;

namespace Checkly.Client.Tests;

/// <summary>The server says when to come back.</summary>
public sealed class RetryAfterTests : DeliveryTest
{
    public static MatrixTheoryData<string, int> Asking => new(["GET", "PUT", "DELETE", "POST"], [429, 503]);

    [Theory]
    [MemberData(nameof(Asking))]
    public async Task Seconds_are_waited_to_the_letter(string method, int status)
    {
        Clock.Spread = 0.7;
        Server.Then(Answer(status, "", ("Retry-After", "17")), Answer(200, """{"id":"u"}"""));
        using ChecklyClient client = Connect();

        await Send(client, method);

        Assert.Equal($"{method} {method}", Server.Methods);
        Assert.Equal([17], Clock.Seconds);
    }

    [Theory]
    [InlineData(37)]
    [InlineData(-37)]
    [InlineData(-600_000)]
    [InlineData(0)]
    public async Task A_date_is_read_on_the_servers_clock(int minutesAhead)
    {
        Server.Ahead = TimeSpan.FromMinutes(minutesAhead);
        string then = (Server.Now + TimeSpan.FromSeconds(20)).ToString("r", CultureInfo.InvariantCulture);
        Server.Then(Answer(429, "", ("Retry-After", then)), Create("a"));
        using ChecklyClient client = Connect();

        Assert.Equal("a", await Post(client));
        Assert.Equal([20], Clock.Seconds);
    }

    [Fact]
    public async Task A_date_that_has_passed_leaves_nothing_to_wait_for()
    {
        string then = (Server.Now - TimeSpan.FromSeconds(20)).ToString("r", CultureInfo.InvariantCulture);
        Server.Then(Answer(429, "", ("Retry-After", then)), Create("a"));
        using ChecklyClient client = Connect();

        Assert.Equal("a", await Post(client));
        Assert.All(Clock.Seconds, wait => Assert.InRange(wait, 0, 1));
    }

    [Fact]
    public async Task It_is_not_heeded_where_it_does_not_belong()
    {
        Server.Then(Answer(404, "", ("Retry-After", "1")));
        using ChecklyClient client = Connect();

        ChecklyApiException failure = await Fails(client, AnUpdate());

        Assert.Equal((ChecklyErrorKind.NotFound, 1), (failure.Kind, failure.Tries));
    }

    [Fact]
    public async Task A_post_that_was_only_put_off_is_not_looked_for()
    {
        Server.Then(Answer(429, "", ("Retry-After", "1")), Answer(503, "", ("Retry-After", "2")), Refuse, Create("a"));
        using ChecklyClient client = Connect();

        Assert.Equal("a", await Post(client));
        Assert.Equal("POST POST POST POST", Server.Methods);
        Assert.Empty(Notes.Warnings);
    }

    [Fact]
    public async Task A_post_that_the_API_failed_at_is_not_sent_again_before_the_time_it_asks_for()
    {
        Server.Then(Answer(500, ApiFailure, ("Retry-After", "30")), History, History, History, History, History, History, History, History, Create("b"));
        Server.Ever = History;
        using ChecklyClient client = Connect();

        Assert.Equal("b", await Post(client));
        // It may have arrived during the wait.
        Assert.Equal([1, 2, 4, 30, 1, 2, 4], Clock.Seconds);
    }

    /// <summary>What arrives while the second attempt waits is found, and not sent again.</summary>
    [Theory]
    [InlineData("429")]
    [InlineData("refused")]
    [InlineData("500")]
    public async Task What_arrives_during_a_wait_is_found_before_it_is_sent_again(string then)
    {
        ServerStep[] empty = [History, History, History, History];
        ServerStep first = Answer(500, ApiFailure, then == "500" ? [("Retry-After", "40")] : []);
        ServerStep[] second = then switch { "429" => [Answer(429, "", ("Retry-After", "40"))], "refused" => [Refuse], _ => [] };
        Server.Then(first).Then(empty).Then(second).Then(After(server => server.Make("late", UpdateBody), History));
        Server.Ever = History;
        using ChecklyClient client = Connect();

        Assert.Equal("late", await Post(client));
        Assert.Equal(then == "500" ? 1 : 2, Server.Posts.Count());
    }

    /// <summary>What a gateway says about one request does not hold up the others.</summary>
    [Fact]
    public async Task Only_a_server_that_refuses_for_now_holds_up_other_requests()
    {
        Server.Then(Answer(504, "<html>", ("Retry-After", "3600")), Answer(200, """{"id":"i"}"""));
        using ChecklyClient client = Connect();

        await Fails(client, IncidentRequests.Get(IncidentId));

        await Send(client, IncidentRequests.Get(IncidentId));
        Assert.Empty(Clock.Waits);
    }

    [Fact]
    public async Task A_pause_without_end_lasts_ten_minutes()
    {
        Server.Then(Answer(429, "", ("Retry-After", "99999999999")), Answer(200, """{"id":"i"}"""));
        using ChecklyClient client = Connect();

        await Fails(client, IncidentRequests.Get(IncidentId));
        await Fails(client, IncidentRequests.Get(IncidentId));
        Clock.Pass(TimeSpan.FromMinutes(10));
        await Send(client, IncidentRequests.Get(IncidentId));

        Assert.Equal(2, Server.Arrivals.Count);
    }
}
