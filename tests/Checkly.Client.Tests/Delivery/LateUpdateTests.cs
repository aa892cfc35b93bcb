using static Checkly.Client.Tests.Steps;

namespace Checkly.Client.Tests;

/// <summary>What is found out after a POST that the API had failed at was posted again.</summary>
public sealed class LateUpdateTests : DeliveryTest
{
    private static readonly ServerStep[] FailedAndAbsent = [Answer(500, ApiFailure), History, History, History, History];

    public LateUpdateTests()
    {
        Server.Then(FailedAndAbsent);
        Server.Ever = History;
    }

    [Theory]
    [InlineData(37)]
    [InlineData(-37)]
    public async Task One_that_arrived_late_after_all_is_told(int minutesAhead)
    {
        Server.Ahead = TimeSpan.FromMinutes(minutesAhead);
        Server.Then(After(server => server.Make("late", UpdateBody), Create("b")));
        using ChecklyClient client = Connect();

        Assert.Equal("b", await Post(client));
        // Not by its id: it may as well be somebody else's.
        Assert.Equal(
            $"POST {UpdatesPath} was sent again since an earlier attempt was nowhere to be seen. Now the incident's history has another entry with the same content: either that attempt, which arrived late, or somebody else's. Read the incident's history before you remove anything.",
            Assert.Single(Notes.Warnings).Message);
    }

    [Fact]
    public async Task One_that_was_there_before_is_not_taken_for_a_late_one()
    {
        Server.Make("old", UpdateBody, ago: TimeSpan.FromMinutes(20));
        Server.Then(Create("b"));
        using ChecklyClient client = Connect();

        Assert.Equal("b", await Post(client));
        Assert.Empty(Notes.Warnings);
    }

    /// <summary>It is known from then on: it puts no later POST in doubt.</summary>
    [Fact]
    public async Task One_that_arrived_late_and_was_told_is_not_taken_for_somebody_elses()
    {
        Server.Then(After(server => server.Make("late", UpdateBody), Create("b")), History);
        Server.Then(Carry("c", Break), History, History);
        Server.Then(Answer(500, ApiFailure), History, History, History, History, Create("d"));
        using ChecklyClient client = Connect();

        Assert.Equal("b", await Post(client));
        Assert.Equal("c", await Post(client));
        Assert.Equal("d", await Post(client));
        Assert.Single(Notes.Warnings);
    }

    [Fact]
    public async Task Success_stays_success_when_the_look_afterwards_fails()
    {
        Server.Then(Create("b"), Answer(403));
        using ChecklyClient client = Connect();

        Assert.Equal("b", await Post(client));
    }

    [Fact]
    public async Task Success_stays_success_when_there_is_no_time_left_to_look_afterwards()
    {
        Server.Then(Create("b"), Answer(429, "", ("Retry-After", "119")));
        using ChecklyClient client = Connect();

        Assert.Equal("b", await Post(client));
    }

    [Theory]
    [InlineData(400)]
    [InlineData(404)]
    [InlineData(409)]
    public async Task A_refusal_of_the_second_one_is_not_the_last_word(int status)
    {
        Server.Then(Answer(status), After(server => server.Make("late", UpdateBody), History));
        using ChecklyClient client = Connect();

        Assert.Equal("late", await Post(client));
    }

    [Theory]
    [InlineData(400)]
    [InlineData(404)]
    [InlineData(409)]
    public async Task A_refusal_of_the_second_one_leaves_the_first_one_open(int status)
    {
        Server.Then(Answer(status));
        using ChecklyClient client = Connect();

        AssertOpen(await Fails(client, AnUpdate()), 2, status);
        Assert.Equal("GET", Server.Arrivals[^1].Method);
        Assert.True(Server.Arrivals.Count > 4);
    }

    [Fact]
    public async Task A_refusal_after_waits_leaves_the_first_one_open()
    {
        ServerStep[] looks = [Hidden, Hidden, Hidden, Hidden];
        Server.Then(Answer(429)).Then(looks).Then(Answer(429)).Then(looks).Then(Answer(403));
        using ChecklyClient client = Connect(retries: 1);

        AssertOpen(await Fails(client, AnUpdate()), 4, 403);
        Assert.Equal("GET", Server.Arrivals[^1].Method);
    }

    [Fact]
    public async Task A_wait_that_would_take_too_long_leaves_the_first_one_open()
    {
        Server.Then(Answer(429, "", ("Retry-After", "500")));
        using ChecklyClient client = Connect();

        ChecklyApiException failure = await Fails(client, AnUpdate());

        AssertOpen(failure, 2, 429);
        Assert.Equal(TimeSpan.FromSeconds(500), failure.RetryAfter);
    }

    [Fact]
    public async Task A_connection_that_is_refused_from_then_on_leaves_the_first_one_open()
    {
        Server.Ever = Refuse;
        using ChecklyClient client = Connect();

        ChecklyApiException failure = await Fails(client, AnUpdate());

        Assert.Equal((ChecklyErrorKind.OutcomeUnknown, true), (failure.Kind, failure.MayHaveBeenCarriedOut));
        Assert.DoesNotContain("Nothing was", failure.Message.Replace("Nothing was sent.", string.Empty, StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase);
    }

    private static void AssertOpen(ChecklyApiException failure, int attempts, int lastStatus)
    {
        Assert.Equal((ChecklyErrorKind.OutcomeUnknown, attempts, true), (failure.Kind, failure.Tries, failure.MayHaveBeenCarriedOut));
        Assert.Equal(lastStatus, Assert.IsType<ChecklyApiException>(failure.InnerException).StatusCode);
        Assert.Equal("the incident's history", failure.WhereToLook);
    }
}
