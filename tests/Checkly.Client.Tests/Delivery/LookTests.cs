using System.Text.Json.Nodes;
using static Checkly.Client.Tests.Steps;

namespace Checkly.Client.Tests;

/// <summary>When looking does not tell: nothing is posted again.</summary>
public sealed class LookTests : DeliveryTest
{
    private static readonly ServerStep CarryWithoutTime = After(
        server => server.Make("a", UpdateBody).Remove("created_at"),
        Break);

    [Theory]
    [InlineData(400)]
    [InlineData(401)]
    [InlineData(403)]
    [InlineData(404)]
    public async Task A_look_that_is_refused_leaves_it_open(int status)
    {
        Server.Then(Break, Answer(status));
        using ChecklyClient client = Connect();

        ChecklyApiException failure = await Fails(client, AnUpdate());

        AssertOpen(failure);
        Assert.Equal("POST GET", Server.Methods);
    }

    [Fact]
    public async Task A_second_look_that_is_refused_leaves_it_open()
    {
        Server.Then(Break, History, Answer(403));
        using ChecklyClient client = Connect();

        AssertOpen(await Fails(client, AnUpdate()));
    }

    [Fact]
    public async Task A_look_is_repeated_as_any_reading_is()
    {
        Server.Then(Carry("a", Break), Refuse, Answer(500), Answer(429), Hang, History);
        using ChecklyClient client = Connect();

        Assert.Equal("a", await Post(client));
    }

    [Fact]
    public async Task A_look_that_never_comes_through_leaves_it_open()
    {
        Server.Ever = Refuse;
        Server.Then(Carry("a", Break));
        using ChecklyClient client = Connect();

        AssertOpen(await Fails(client, AnUpdate()));

        Assert.Single(Server.Arrivals, arrival => arrival.Method == "POST");
    }

    [Theory]
    [InlineData("")]
    [InlineData("<html>")]
    [InlineData("""{"id":"i","incidentUpdates":[{"status":"RESOLVED","description":"All is well."}]}""")]
    public async Task A_look_that_cannot_be_read_leaves_it_open(string body)
    {
        Server.Then(Break, Answer(200, body));
        using ChecklyClient client = Connect();

        AssertOpen(await Fails(client, AnUpdate()));
    }

    [Fact]
    public async Task One_of_an_unknown_time_leaves_it_open()
    {
        Server.Then(CarryWithoutTime, History);
        using ChecklyClient client = Connect();

        AssertOpen(await Fails(client, AnUpdate()));
    }

    [Fact]
    public async Task A_server_that_does_not_tell_its_time_leaves_it_open()
    {
        Server.Then(Carry("a", Break), WithoutDate(History));
        using ChecklyClient client = Connect();

        AssertOpen(await Fails(client, AnUpdate()));
    }

    [Fact]
    public async Task A_server_that_does_not_tell_its_time_matters_only_where_something_is_found()
    {
        Server.Then(Break, WithoutDate(History), WithoutDate(History), Create("b"), History);
        using ChecklyClient client = Connect();

        Assert.Equal("b", await Post(client));
    }

    [Fact]
    public async Task Others_of_an_unknown_time_do_not_matter()
    {
        Server.Make("x", """{"status":"MONITORING","description":"All is well."}""").Remove("created_at");
        JsonObject known = Server.Make("known", UpdateBody);
        known.Remove("created_at");
        Server.Then(History, Carry("a", Break), History);
        using ChecklyClient client = Connect();
        await Send(client, IncidentRequests.Get(IncidentId));

        Assert.Equal("a", await Post(client));
    }

    private static void AssertOpen(ChecklyApiException failure)
    {
        Assert.Equal((ChecklyErrorKind.OutcomeUnknown, 1, true), (failure.Kind, failure.Tries, failure.MayHaveBeenCarriedOut));
        Assert.Equal("the incident's history", failure.WhereToLook);
        Assert.Contains("the incident's history", failure.Message, StringComparison.Ordinal);
        Assert.IsType<ChecklyApiException>(failure.InnerException);
    }
}
