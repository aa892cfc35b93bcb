using System.Text.Json.Nodes;
using static Checkly.Client.Tests.Steps;

namespace Checkly.Client.Tests;

/// <summary>Of several updates that say the same, only one that this very request made is its answer.</summary>
public sealed class LostUpdateTimeTests : DeliveryTest
{
    public LostUpdateTimeTests() => Server.Ever = History;

    public static TheoryData<int> Clocks => [37, 0, -37];

    [Theory]
    [MemberData(nameof(Clocks))]
    public async Task One_that_was_there_before_is_not_taken_for_it(int minutesAhead)
    {
        Server.Ahead = TimeSpan.FromMinutes(minutesAhead);
        Server.Make("old", UpdateBody, ago: TimeSpan.FromMinutes(20));
        Server.Then(Answer(500, ApiFailure), History, History, History, History, Create("b"));
        using ChecklyClient client = Connect();

        Assert.Equal("b", await Post(client));
        Assert.Equal(2, Server.Made.Count);
        Assert.Empty(Notes.Warnings);
    }

    [Fact]
    public async Task The_time_that_an_attempt_takes_is_taken_into_account()
    {
        // Made 90 s before the attempt began; the loss is known 30 s later.
        Server.Make("old", UpdateBody, ago: TimeSpan.FromSeconds(90));
        Server.Then(Carry("a", Hang));
        using ChecklyClient client = Connect();

        Assert.Equal("a", await Post(client));
    }

    [Fact]
    public async Task A_look_that_takes_long_does_not_make_old_ones_new()
    {
        Server.Make("old", UpdateBody, ago: TimeSpan.FromMinutes(20));
        ServerStep slow = After(server => server.Clock.Pass(TimeSpan.FromSeconds(20)), History);
        Server.Then(Answer(500, ApiFailure), slow, slow, slow, slow, Create("b"));
        using ChecklyClient client = Connect();

        Assert.Equal("b", await Post(client));
    }

    [Fact]
    public async Task Time_counts_from_the_first_attempt_in_doubt()
    {
        // Somebody else posts the same while ours waits after a 429.
        Server.Then(Answer(429, "", ("Retry-After", "100")));
        Clock.OnWait = () =>
        {
            Clock.OnWait = () => { };
            Server.Make("theirs", UpdateBody);
        };
        Server.Then(Carry("b", Break));
        using ChecklyClient client = Connect(seconds: 400);

        Assert.Equal("b", await Post(client));
    }

    [Fact]
    public async Task One_that_arrives_late_of_the_first_of_several_lost_ones_counts()
    {
        Server.Then(Answer(500, ApiFailure), History, History, History, History, Break, After(server => server.Make("a", UpdateBody, ago: TimeSpan.FromSeconds(2)), History));
        using ChecklyClient client = Connect();

        Assert.Equal("a", await Post(client));
    }

    [Fact]
    public async Task A_time_in_whole_seconds_is_not_too_early()
    {
        Clock.Pass(TimeSpan.FromSeconds(0.9));
        ServerStep carry = Carry("a", Break);
        ServerStep rounded = After(server => server.Made[0]["created_at"] = server.Now.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", null), History);
        Server.Then(carry, rounded, rounded);
        using ChecklyClient client = Connect();

        Assert.Equal("a", await Post(client));
    }

    [Fact]
    public async Task One_that_was_read_before_is_not_taken_for_it()
    {
        Server.Make("theirs", UpdateBody);
        Server.Then(History, Answer(500, ApiFailure), History, History, History, History, Create("b"));
        using ChecklyClient client = Connect();
        await Send(client, IncidentRequests.Get(IncidentId));

        Assert.Equal("b", await Post(client));
        Assert.Empty(Notes.Warnings);
    }

    /// <summary>It was made in the second of the request; only that it was read before tells that it is another one.</summary>
    [Fact]
    public async Task One_that_was_read_before_and_is_read_again_meanwhile_is_not_taken_for_it()
    {
        using ChecklyClient client = Connect();
        Server.Make("theirs", UpdateBody);
        Server.Then(History, async (server, request, cancellationToken) =>
        {
            await Send(client, IncidentRequests.Get(IncidentId));
            return await Break(server, request, cancellationToken);
        });
        await Send(client, IncidentRequests.Get(IncidentId));

        ChecklyApiException failure = await Fails(client, AnUpdate());

        Assert.Contains("and is not there; it may still arrive.", failure.Message, StringComparison.Ordinal);
    }

    /// <summary>Some families of the API write it like this.</summary>
    [Fact]
    public async Task The_time_may_be_called_createdAt()
    {
        ServerStep renamed = Say(200, server => new JsonObject { ["id"] = "i", ["incidentUpdates"] = new JsonArray([.. server.Made.Select(made => made.DeepClone())]) }.ToJsonString().Replace("created_at", "createdAt", StringComparison.Ordinal));
        Server.Then(Carry("a", Break), renamed, renamed);
        using ChecklyClient client = Connect();

        Assert.Equal("a", await Post(client));
    }

    [Fact]
    public async Task One_that_was_posted_before_is_not_taken_for_it()
    {
        Server.Then(Create("a"), Answer(500, ApiFailure), History, History, History, History, Create("b"));
        using ChecklyClient client = Connect();

        Assert.Equal("a", await Post(client));
        Assert.Equal("b", await Post(client));
    }

    [Fact]
    public async Task One_that_was_found_before_is_not_taken_for_it()
    {
        Server.Then(Carry("a", Break), History, History, Answer(500, ApiFailure), History, History, History, History, Create("b"));
        using ChecklyClient client = Connect();

        Assert.Equal("a", await Post(client));
        Assert.Equal("b", await Post(client));
    }

    [Fact]
    public async Task One_that_a_list_in_an_answer_named_is_not_taken_for_it()
    {
        Server.Then(
            Carry("a", Say(201, server => new JsonArray(server.Made[0].DeepClone(), server.Make("theirs", UpdateBody).DeepClone()).ToJsonString())),
            Answer(500, ApiFailure), History, History, History, History, Create("b"));
        using ChecklyClient client = Connect();

        await Send(client, AnUpdate());

        Assert.Equal("b", await Post(client));
    }

    [Fact]
    public async Task The_new_one_is_found_among_many_that_are_known()
    {
        Server.Make("1", UpdateBody, ago: TimeSpan.FromMinutes(2));
        Server.Make("2", UpdateBody, ago: TimeSpan.FromMinutes(2));
        Server.Then(History, Carry("a", Break));
        using ChecklyClient client = Connect();
        await Send(client, IncidentRequests.Get(IncidentId));

        Assert.Equal("a", await Post(client));
    }
}
