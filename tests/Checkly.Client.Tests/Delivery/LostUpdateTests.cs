using static Checkly.Client.Tests.Steps;

namespace Checkly.Client.Tests;

/// <summary>A posted update whose answer was lost: it is looked for, and posted again only when the API itself has finished with it.</summary>
public sealed class LostUpdateTests : DeliveryTest
{
    private static readonly Dictionary<string, ServerStep> InDoubt = new()
    {
        ["break"] = Break,
        ["hang"] = Hang,
        ["break within the answer"] = BreakWithin,
        ["408"] = Answer(408),
        ["500 of a gateway"] = Answer(500),
        ["502"] = Answer(502, "<html>Bad Gateway</html>"),
        ["503 of a gateway"] = Answer(503),
        ["504"] = Answer(504),
        ["522"] = Answer(522, "<html>"),
        ["599"] = Answer(599),
        ["501 of a gateway"] = Answer(501, "<html>"),
        ["303"] = Answer(303),
    };

    private static readonly Dictionary<string, ServerStep> OfApi = new()
    {
        ["500"] = Answer(500, ApiFailure),
        ["503"] = Answer(503, """{"statusCode":503,"error":"Service Unavailable"}"""),
    };

    public LostUpdateTests() => Server.Ever = History;

    public static MatrixTheoryData<string, int> LossesOnAllClocks => new(InDoubt.Keys.Concat(OfApi.Keys), [37, 0, -37, -600_000]);

    public static TheoryData<string> AllInDoubt => [.. InDoubt.Keys];

    public static TheoryData<string> AllOfApi => [.. OfApi.Keys];

    [Theory]
    [MemberData(nameof(LossesOnAllClocks))]
    public async Task What_arrived_is_found_and_not_posted_again(string loss, int minutesAhead)
    {
        Server.Ahead = TimeSpan.FromMinutes(minutesAhead);
        Server.Then(Carry("a", InDoubt.GetValueOrDefault(loss) ?? OfApi[loss]));
        using ChecklyClient client = Connect();

        IncidentUpdate update = Assert.Single(await Send(client, AnUpdate()));

        Assert.Equal(("a", "RESOLVED", "All is well.", IncidentId), (update.Id, update.Status, update.Description, update.IncidentId));
        Assert.Equal([("POST", UpdatesPath), ("GET", LookPath), ("GET", LookPath)], Server.Arrivals.Select(arrival => (arrival.Method, arrival.Target)));
        // What was found must still stand alone a moment later.
        Assert.Equal([2], Clock.Seconds);
        Assert.Empty(Notes.Warnings);
    }

    [Theory]
    [MemberData(nameof(AllInDoubt))]
    public async Task What_may_still_arrive_is_looked_for_until_the_time_is_over_and_never_posted_again(string loss)
    {
        Server.Then(InDoubt[loss]);
        using ChecklyClient client = Connect();
        TimeSpan began = Clock.Now;

        ChecklyApiException failure = await Fails(client, AnUpdate());

        Assert.Equal((ChecklyErrorKind.OutcomeUnknown, 1, true, "the incident's history"), (failure.Kind, failure.Tries, failure.MayHaveBeenCarriedOut, failure.WhereToLook));
        Assert.Single(Server.Posts);
        // Looks with growing pauses; the last one leaves time to confirm what it finds.
        Assert.Equal(loss == "hang" ? [1, 2, 4, 8, 16, 30, 25] : [1, 2, 4, 8, 16, 30, 30, 25], Clock.Seconds);
        Assert.Equal(TimeSpan.FromSeconds(116), Clock.Now - began);
        Assert.Contains(loss == "hang" ? "It was looked for 8 times within 86 s in the incident's history and is not there; it may still arrive." : "It was looked for 9 times within 116 s in the incident's history", failure.Message, StringComparison.Ordinal);
        Assert.EndsWith("Look at the incident's history before you send it again.", failure.Message, StringComparison.Ordinal);
        Assert.IsType<ChecklyApiException>(failure.InnerException);
    }

    [Theory]
    [MemberData(nameof(AllOfApi))]
    public async Task What_the_API_has_finished_with_is_posted_again_after_looks_over_several_seconds(string failure)
    {
        Server.Then(OfApi[failure], History, History, History, History, Create("b"));
        using ChecklyClient client = Connect();

        Assert.Equal("b", await Post(client));
        Assert.StartsWith("POST GET GET GET GET POST", Server.Methods, StringComparison.Ordinal);
        Assert.Equal([1, 2, 4], Clock.Seconds);
        Assert.Single(Server.Made);
        Assert.Empty(Notes.Warnings);
    }

    [Fact]
    public async Task What_arrives_between_two_looks_is_found()
    {
        Server.Then(Break, History, History, After(server => server.Make("a", UpdateBody), History));
        using ChecklyClient client = Connect();

        Assert.Equal("a", await Post(client));
        Assert.Equal([1, 2, 2], Clock.Seconds);
    }

    [Fact]
    public async Task A_second_one_that_is_lost_is_looked_for_as_well()
    {
        Server.Then(Answer(500, ApiFailure), History, History, History, History, Carry("b", Hang));
        using ChecklyClient client = Connect();

        Assert.Equal("b", await Post(client));
        Assert.Equal(2, Server.Posts.Count());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Without_repeats_left_it_ends_in_doubt(int retries)
    {
        Server.Ever = (server, request, cancellationToken) => (request.Method == HttpMethod.Get ? History : Answer(500, ApiFailure))(server, request, cancellationToken);
        using ChecklyClient client = Connect(retries);

        ChecklyApiException failure = await Fails(client, AnUpdate());

        Assert.Equal(retries + 1, Server.Posts.Count());
        Assert.Equal(4 * (retries + 1), Server.Arrivals.Count(arrival => arrival.Method == "GET"));
        Assert.Equal((ChecklyErrorKind.OutcomeUnknown, retries + 1, true), (failure.Kind, failure.Tries, failure.MayHaveBeenCarriedOut));
        Assert.Equal(ChecklyErrorKind.ServerError, Assert.IsType<ChecklyApiException>(failure.InnerException).Kind);
    }

    [Theory]
    [InlineData("all is well.", "RESOLVED", false)]
    [InlineData("All is well.", "MONITORING", true)]
    public async Task Another_status_is_another_update_and_another_text_may_be_this_one(string description, string status, bool isPostedAgain)
    {
        string other = $$"""{"status":"{{status}}","description":"{{description}}"}""";
        Server.Then(After(server => server.Make("x", other), Answer(500, ApiFailure)), History, History, History, History);
        using ChecklyClient client = Connect();
        if (isPostedAgain)
        {
            Server.Then(Create("b"));
            Assert.Equal("b", await Post(client));
            return;
        }

        ChecklyApiException failure = await Fails(client, AnUpdate());

        Assert.Equal((ChecklyErrorKind.OutcomeUnknown, 1), (failure.Kind, failure.Tries));
        Assert.Contains("A new entry with another text is there (x): the server may have changed the text.", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Größe – “naïve” 日本語 👩‍🚒")]
    [InlineData("quote \" slash \\ / <b> & ' \u0007 \0 \u007f")]
    [InlineData("line\nfeed\r\ntab\t ")]
    public async Task Every_text_is_recognised(string description)
    {
        Server.Then(Carry("a", Break));
        using ChecklyClient client = Connect();

        Assert.Equal("a", Assert.Single(await Send(client, AnUpdate(description))).Id);
    }

    [Theory]
    [InlineData("All is well. ")]
    [InlineData(" All is well.")]
    [InlineData("All is well.\n")]
    public async Task A_text_is_recognised_whether_the_server_trims_its_ends_or_not(string description)
    {
        string other = new System.Text.Json.Nodes.JsonObject { ["status"] = "RESOLVED", ["description"] = description }.ToJsonString();
        Server.Then(After(server => server.Make("x", other), Break));
        using ChecklyClient client = Connect();

        Assert.Equal("x", await Post(client));
    }

    [Fact]
    public async Task Half_a_character_is_recognised_as_what_was_sent()
    {
        Server.Then(Carry("a", Break));
        using ChecklyClient client = Connect();

        Assert.Equal("a", Assert.Single(await Send(client, AnUpdate("half " + (char)0xD83D))).Id);
    }

    [Fact]
    public async Task It_is_told_what_was_found()
    {
        Server.Then(Carry("a", Break));
        using ChecklyClient client = Connect();

        await Post(client);

        Assert.Equal(
            [
                (DeliveryNoteKind.Progress, "Looking for it in the incident's history."),
                (DeliveryNoteKind.Waiting, "seems to have been carried out, as a. Looking again in 2 s."),
                (DeliveryNoteKind.Progress, "was carried out: it was found in the incident's history, as a."),
            ],
            Notes.Select(note => (note.Kind, note.Message[(note.Kind == DeliveryNoteKind.Progress && note.Message.Contains("Looking", StringComparison.Ordinal) ? note.Message.IndexOf("Looking", StringComparison.Ordinal) : UpdatesPath.Length + "POST  ".Length)..])));
    }
}
