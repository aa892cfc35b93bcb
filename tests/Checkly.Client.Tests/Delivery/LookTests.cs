using System.Text.Json.Nodes;
using static Checkly.Client.Tests.Steps;

namespace Checkly.Client.Tests;

/// <summary>Looks that cannot tell: nothing is posted again.</summary>
public sealed class LookTests : DeliveryTest
{
    public LookTests() => Server.Ever = History;

    [Theory]
    [InlineData(400)]
    [InlineData(401)]
    [InlineData(403)]
    public async Task A_look_that_is_refused_leaves_it_open(int status)
    {
        Server.Then(Break, Answer(status));
        using ChecklyClient client = Connect();

        ChecklyApiException failure = await Fails(client, AnUpdate());

        AssertOpen(failure);
        Assert.Equal("POST GET", Server.Methods);
    }

    /// <summary>A replica may not know a new incident yet.</summary>
    [Fact]
    public async Task A_first_look_that_finds_no_such_thing_is_not_the_last()
    {
        Server.Then(Carry("u", Break), Answer(404));
        using ChecklyClient client = Connect();

        Assert.Equal("u", await Post(client));
    }

    [Fact]
    public async Task A_second_look_that_is_refused_leaves_it_open()
    {
        Server.Then(Break, History, Answer(403));
        using ChecklyClient client = Connect();

        AssertOpen(await Fails(client, AnUpdate()));
    }

    [Fact]
    public async Task A_look_that_fails_is_followed_by_another_one()
    {
        Server.Then(Carry("a", Break), Refuse, Answer(500), Answer(429), Hang, Answer(200, "<html>"));
        using ChecklyClient client = Connect();

        Assert.Equal("a", await Post(client));
        // Each look once, with the growing pauses of the search, and at last the one that confirms.
        Assert.Equal([1, 2, 4, 8, 16, 2], Clock.Seconds);
    }

    [Fact]
    public async Task A_look_that_never_comes_through_leaves_it_open()
    {
        Server.Ever = Refuse;
        Server.Then(Carry("a", Break));
        using ChecklyClient client = Connect();

        AssertOpen(await Fails(client, AnUpdate()));

        Assert.Single(Server.Posts);
    }

    [Theory]
    [InlineData("")]
    [InlineData("<html>")]
    [InlineData("[]")]
    [InlineData("""{"id":"i"}""")]
    [InlineData("""{"id":"i","incidentUpdates":"none"}""")]
    [InlineData("""{"id":"i","incidentUpdates":[1]}""")]
    [InlineData("""{"id":"i","incidentUpdates":[{"status":"RESOLVED","description":"All is well."}]}""")]
    public async Task A_look_that_cannot_be_read_leaves_it_open(string body)
    {
        Server.Ever = Answer(200, body);
        Server.Then(Break);
        using ChecklyClient client = Connect();

        AssertOpen(await Fails(client, AnUpdate()));
    }

    [Fact]
    public async Task Entries_that_are_no_objects_do_not_hide_the_others()
    {
        Server.Ever = Say(200, server => $$"""{"id":"i","incidentUpdates":[null,7,["a"],{{string.Join(',', server.Made.Select(made => made.ToJsonString()))}}]}""");
        Server.Then(Carry("a", Break));
        using ChecklyClient client = Connect();

        Assert.Equal("a", await Post(client));
    }

    [Fact]
    public async Task A_server_that_does_not_tell_its_time_leaves_it_open()
    {
        Server.Ever = WithoutDate(History);
        Server.Then(Carry("a", Break));
        using ChecklyClient client = Connect();

        AssertOpen(await Fails(client, AnUpdate()));
    }

    [Fact]
    public async Task A_server_that_does_not_tell_its_time_matters_only_where_something_is_found()
    {
        Server.Then(Answer(500, ApiFailure), WithoutDate(History), WithoutDate(History), WithoutDate(History), WithoutDate(History), Create("b"));
        using ChecklyClient client = Connect();

        Assert.Equal("b", await Post(client));
    }

    [Fact]
    public async Task Others_of_an_unknown_time_do_not_matter()
    {
        Server.Make("x", """{"status":"MONITORING","description":"All is well."}""").Remove("created_at");
        JsonObject known = Server.Make("known", UpdateBody);
        known.Remove("created_at");
        Server.Then(History, Carry("a", Break));
        using ChecklyClient client = Connect();
        await Send(client, IncidentRequests.Get(IncidentId));

        Assert.Equal("a", await Post(client));
    }

    [Fact]
    public async Task A_look_asks_that_no_cache_answers_it()
    {
        var asked = new List<string?>();
        Server.Ever = (server, request, cancellationToken) =>
        {
            asked.Add(request.Headers.CacheControl?.ToString());
            return History(server, request, cancellationToken);
        };
        Server.Then(Carry("a", Break));
        using ChecklyClient client = Connect();

        await Post(client);
        await Send(client, IncidentRequests.Get(IncidentId));

        Assert.Equal(["no-cache", "no-cache", null], asked);
    }

    private static void AssertOpen(ChecklyApiException failure)
    {
        Assert.Equal((ChecklyErrorKind.OutcomeUnknown, 1, true), (failure.Kind, failure.Tries, failure.MayHaveBeenCarriedOut));
        Assert.Equal("the incident's history", failure.WhereToLook);
        Assert.Contains("the incident's history", failure.Message, StringComparison.Ordinal);
        Assert.IsType<ChecklyApiException>(failure.InnerException);
    }
}
