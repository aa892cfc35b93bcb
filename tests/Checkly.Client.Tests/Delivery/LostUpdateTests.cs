using static Checkly.Client.Tests.Steps;

namespace Checkly.Client.Tests;

/// <summary>A posted update whose answer was lost: it is looked for before it is posted again, so that it is made once.</summary>
public sealed class LostUpdateTests : DeliveryTest
{
    private static readonly Dictionary<string, ServerStep> Losses = new()
    {
        ["break"] = Break,
        ["hang"] = Hang,
        ["break within the answer"] = BreakWithin,
        ["500"] = Answer(500),
        ["502"] = Answer(502, "<html>Bad Gateway</html>"),
        ["503"] = Answer(503),
        ["504"] = Answer(504, "", ("Retry-After", "5")),
    };

    public static MatrixTheoryData<string, int> LossesOnAllClocks => new(Losses.Keys, [37, 0, -37, -600_000]);

    [Theory]
    [MemberData(nameof(LossesOnAllClocks))]
    public async Task What_arrived_is_found_and_not_posted_again(string loss, int minutesAhead)
    {
        Server.Ahead = TimeSpan.FromMinutes(minutesAhead);
        Server.Then(Carry("a", Losses[loss]), History);
        using ChecklyClient client = Connect();

        IncidentUpdate update = Assert.Single(await Send(client, AnUpdate()));

        Assert.Equal(("a", "RESOLVED", "All is well.", IncidentId), (update.Id, update.Status, update.Description, update.IncidentId));
        Assert.Equal([("POST", UpdatesPath), ("GET", LookPath)], Server.Arrivals.Select(arrival => (arrival.Method, arrival.Target)));
        Assert.Empty(Notes.Warnings);
    }

    [Theory]
    [MemberData(nameof(LossesOnAllClocks))]
    public async Task What_did_not_arrive_is_posted_again(string loss, int minutesAhead)
    {
        Server.Ahead = TimeSpan.FromMinutes(minutesAhead);
        Server.Then(Losses[loss], History, History, Create("b"), History);
        using ChecklyClient client = Connect();

        Assert.Equal("b", await Post(client));
        Assert.StartsWith("POST GET GET POST", Server.Methods, StringComparison.Ordinal);
        // The 504 asks for 5 s.
        Assert.Equal(loss == "504" ? 5 : 2, Clock.Seconds.First());
        Assert.Single(Server.Made);
        Assert.Empty(Notes.Warnings);
    }

    [Fact]
    public async Task What_arrives_between_two_looks_is_found()
    {
        Server.Then(Break, History, After(server => server.Make("a", UpdateBody), History));
        using ChecklyClient client = Connect();

        Assert.Equal("a", await Post(client));
        Assert.Equal("POST GET GET", Server.Methods);
        Assert.Equal([2], Clock.Seconds);
    }

    [Fact]
    public async Task A_second_one_that_is_lost_is_looked_for_as_well()
    {
        Server.Then(Break, History, History, Carry("b", Hang), History);
        using ChecklyClient client = Connect();

        Assert.Equal("b", await Post(client));
        Assert.Equal("POST GET GET POST GET", Server.Methods);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Without_tries_left_it_ends_in_doubt(int retries)
    {
        Server.Ever = (server, request, cancellationToken) => (request.Method == HttpMethod.Get ? History : Break)(server, request, cancellationToken);
        using ChecklyClient client = Connect(retries);

        ChecklyApiException failure = await Fails(client, AnUpdate());

        Assert.Equal(retries + 1, Server.Arrivals.Count(arrival => arrival.Method == "POST"));
        Assert.Equal("GET", Server.Arrivals[^1].Method);
        Assert.Equal((ChecklyErrorKind.OutcomeUnknown, retries + 1, true), (failure.Kind, failure.Tries, failure.MayHaveBeenCarriedOut));
        Assert.Equal("the incident's history", failure.WhereToLook);
        Assert.Equal(ChecklyErrorKind.ConnectionFailed, Assert.IsType<ChecklyApiException>(failure.InnerException).Kind);
    }

    [Theory]
    [InlineData("all is well.", "RESOLVED")]
    [InlineData("All is well.", "MONITORING")]
    public async Task Another_text_or_status_is_another_update(string description, string status)
    {
        string other = $$"""{"status":"{{status}}","description":"{{description}}"}""";
        Server.Then(After(server => server.Make("x", other), Break), History, History, Create("b"), History);
        using ChecklyClient client = Connect();

        Assert.Equal("b", await Post(client));
    }

    [Theory]
    [InlineData("Größe – “naïve” 日本語 👩‍🚒")]
    [InlineData("quote \" slash \\ / <b> & ' \u0007 \0 \u007f")]
    [InlineData("line\nfeed\r\ntab\t ")]
    public async Task Every_text_is_recognised(string description)
    {
        Server.Then(Carry("a", Break), History);
        using ChecklyClient client = Connect();

        Assert.Equal("a", Assert.Single(await Send(client, AnUpdate(description))).Id);
    }

    [Fact]
    public async Task Half_a_character_is_recognised_as_what_was_sent()
    {
        Server.Then(Carry("a", Break), History);
        using ChecklyClient client = Connect();

        Assert.Equal("a", Assert.Single(await Send(client, AnUpdate("half " + (char)0xD83D))).Id);
    }

    [Fact]
    public async Task It_is_told_that_it_looks()
    {
        Server.Then(Carry("a", Break), History);
        using ChecklyClient client = Connect();

        await Post(client);

        Assert.Contains(Notes, note => note.Message.Contains("the incident's history", StringComparison.Ordinal));
    }
}
