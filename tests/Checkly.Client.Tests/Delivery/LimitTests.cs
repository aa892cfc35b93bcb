using static Checkly.Client.Tests.Steps;

namespace Checkly.Client.Tests;

/// <summary>How often and how long: the two limits, and what is said when one is met.</summary>
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

        Assert.Equal(waits, Clock.Seconds);
    }

    [Fact]
    public async Task Each_wait_is_told_before_it_begins()
    {
        var told = new List<int>();
        Clock.OnWait = () => told.Add(Notes.Count());
        Server.Ever = Answer(429, "", ("Retry-After", "3"));
        using ChecklyClient client = Connect(retries: 2);

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

    [Fact]
    public async Task A_wait_may_fill_the_limit_to_the_brim()
    {
        Server.Then(Answer(429, "", ("Retry-After", "120")), Create("a"));
        using ChecklyClient client = Connect();

        Assert.Equal("a", await Post(client));
    }

    [Fact]
    public async Task Tries_are_not_counted_as_waiting()
    {
        Server.Then(Hang, Hang, Hang, Hang, Answer(200, """{"id":"u"}"""));
        using ChecklyClient client = Connect(seconds: 8);

        await Send(client, "GET");

        Assert.Equal([0.5, 1, 2, 4], Clock.Seconds);
    }

    [Theory]
    [InlineData("2147483647")]
    [InlineData("99999999999999999999")]
    [InlineData("Fri, 31 Dec 9999 23:59:59 GMT")]
    [InlineData("soon")]
    [InlineData("-1")]
    public async Task A_wait_that_makes_no_sense_breaks_nothing(string header)
    {
        Server.Ever = Answer(429, "", ("Retry-After", header));
        using ChecklyClient client = Connect();

        ChecklyApiException failure = await Fails(client, AnUpdate());

        Assert.Equal((ChecklyErrorKind.RateLimited, false), (failure.Kind, failure.MayHaveBeenCarriedOut));
        Assert.True(Clock.Seconds.Sum() <= 120);
    }

    [Fact]
    public async Task The_wait_between_two_looks_counts()
    {
        Server.Then(Answer(429, "", ("Retry-After", "119")), Break, History);
        using ChecklyClient client = Connect();

        ChecklyApiException failure = await Fails(client, AnUpdate());

        Assert.Equal([119], Clock.Seconds);
        Assert.Equal((ChecklyErrorKind.OutcomeUnknown, 2, true), (failure.Kind, failure.Tries, failure.MayHaveBeenCarriedOut));
        Assert.Equal("the incident's history", failure.WhereToLook);
    }

    [Fact]
    public async Task What_a_look_is_asked_to_wait_counts()
    {
        Server.Then(Break, Answer(429, "", ("Retry-After", "121")));
        using ChecklyClient client = Connect();

        ChecklyApiException failure = await Fails(client, AnUpdate());

        Assert.Empty(Clock.Waits);
        Assert.Equal((ChecklyErrorKind.OutcomeUnknown, 1, true), (failure.Kind, failure.Tries, failure.MayHaveBeenCarriedOut));
    }
}
