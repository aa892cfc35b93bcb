using static Checkly.Client.Tests.Steps;

namespace Checkly.Client.Tests;

/// <summary>
/// An entry is taken for what a lost POST made only if nothing else explains it. A doubt that time may cure lets the search go
/// on; any other one ends it at once.
/// </summary>
public sealed class DoubtTests : DeliveryTest
{

    private static readonly Dictionary<string, (Action<ScriptedServer> Happens, string Doubt, bool IsFinal)> Doubts = new()
    {
        ["it has no date"] = (
            server => server.Make("x", UpdateBody).Remove("created_at"),
            "An entry with the same content is there, but the server does not say whether it is older than the request.",
            true),
        ["one has a date and one has none"] = (
            server =>
            {
                server.Make("a", UpdateBody);
                server.Make("x", UpdateBody).Remove("created_at");
            },
            "An entry with the same content is there, but the server does not say whether it is older than the request.",
            true),
        ["it is dated in the future"] = (
            server => server.Make("x", UpdateBody, ago: TimeSpan.FromSeconds(-5)),
            "An entry with the same content is there (x), but it is dated later than the server's own time, so that its age is not known.",
            true),
        ["there are more than were sent"] = (
            server =>
            {
                server.Make("x", UpdateBody);
                server.Make("y", UpdateBody);
            },
            "2 entries with the same content were made since then, more than this call can have made.",
            true),
        ["another one was made shortly before"] = (
            server =>
            {
                server.Make("theirs", UpdateBody, ago: TimeSpan.FromSeconds(50));
                server.Make("x", UpdateBody);
            },
            "An entry with the same content is there (x), but another session posts the same: it cannot be told whose it is.",
            true),
        ["it is dated before the request"] = (
            server => server.Make("x", UpdateBody, ago: TimeSpan.FromSeconds(590)),
            "An entry with the same content is there (x), dated shortly before the request: it is this one only if the server's clocks differ.",
            false),
        ["it has another text"] = (
            server => server.Make("x", """{"status":"RESOLVED","description":"All is well!"}"""),
            "A new entry with another text is there (x): the server may have changed the text.",
            false),
        ["it has another text and is dated shortly before"] = (
            server => server.Make("x", """{"status":"RESOLVED","description":"All is well!"}""", ago: TimeSpan.FromSeconds(50)),
            "A new entry with another text is there (x): the server may have changed the text.",
            false),
        ["it has another text, and a status in other letters"] = (
            server => server.Make("x", """{"status":"Resolved","description":"All is well!"}"""),
            "A new entry with another text is there (x): the server may have changed the text.",
            false),
        ["it has another text and no status"] = (
            server => server.Make("x", """{"description":"All is well!"}"""),
            "A new entry with another text is there (x): the server may have changed the text.",
            false),
        ["it has another text and no date"] = (
            server => server.Make("x", """{"status":"RESOLVED","description":"All is well!"}""").Remove("created_at"),
            "A new entry with another text is there (x): the server may have changed the text.",
            false),
    };

    public static MatrixTheoryData<string, bool> AllDoubts => new(Doubts.Keys, [false, true]);

    /// <summary>Nor is it sent again then, though the API has finished with it.</summary>
    [Theory]
    [MemberData(nameof(AllDoubts))]
    public async Task What_may_be_explained_otherwise_is_neither_claimed_nor_sent_again(string doubt, bool apiFailed)
    {
        (Action<ScriptedServer> happens, string says, bool isFinal) = Doubts[doubt];
        Server.Then(After(happens, apiFailed ? Answer(500, ApiFailure) : Break));
        Server.Ever = History;
        using ChecklyClient client = Connect();
        TimeSpan began = Clock.Now;

        ChecklyApiException failure = await Fails(client, AnUpdate());

        Assert.Equal((ChecklyErrorKind.OutcomeUnknown, 1, true), (failure.Kind, failure.Tries, failure.MayHaveBeenCarriedOut));
        Assert.EndsWith($"{says} Look at the incident's history before you send it again.", failure.Message, StringComparison.Ordinal);
        Assert.Equal(isFinal ? "POST GET" : "POST GET GET GET GET GET GET GET GET GET", Server.Methods);
        Assert.Equal(TimeSpan.FromSeconds(isFinal ? 0 : 116), Clock.Now - began);
    }

    /// <summary>What a doubt was about may go away, or turn out to be something else.</summary>
    [Fact]
    public async Task A_doubt_that_time_cures_does_not_keep_it_from_being_found()
    {
        Server.Then(After(Doubts["it has another text"].Happens, Break), History, After(server => server.Make("a", UpdateBody), History));
        Server.Ever = History;
        using ChecklyClient client = Connect();

        Assert.Equal("a", await Post(client));
    }

    /// <summary>Clocks of one server do not differ by more than that.</summary>
    [Theory]
    [InlineData(UpdateBody, 610)]
    [InlineData("""{"status":"RESOLVED","description":"All is well!"}""", 70)]
    public async Task One_that_is_too_old_is_another_one(string body, int ago)
    {
        Server.Make("old", body, ago: TimeSpan.FromSeconds(ago));
        Server.Then(Answer(500, ApiFailure), History, History, History, History, Create("b"));
        Server.Ever = History;
        using ChecklyClient client = Connect();

        Assert.Equal("b", await Post(client));
    }

    /// <summary>Replicas of a server may show it in turns: it is enough that it was seen twice, and never with another one.</summary>
    [Fact]
    public async Task One_that_comes_and_goes_is_claimed_when_it_is_seen_again()
    {
        Server.Then(Carry("a", Break), History, Hidden, Hidden, History);
        using ChecklyClient client = Connect();

        Assert.Equal("a", await Post(client));

        Assert.Equal([2, 2, 4], Clock.Seconds);
    }

    [Fact]
    public async Task One_that_was_not_seen_again_is_named_in_the_error()
    {
        Server.Then(Carry("a", Break), History);
        Server.Ever = Hidden;
        using ChecklyClient client = Connect();

        Assert.Contains("An entry with the same content was there, as a, and a later look did not show it.", (await Fails(client, AnUpdate())).Message, StringComparison.Ordinal);
    }

    /// <summary>Of an entry that is listed without its text, nobody can tell whether it is the same.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task One_without_the_text_that_was_sent_is_a_doubt(bool apiFailed)
    {
        Server.Then(After(server => server.Make("x", """{"status":"RESOLVED"}"""), apiFailed ? Answer(500, ApiFailure) : Break));
        Server.Ever = History;
        using ChecklyClient client = Connect();

        ChecklyApiException failure = await Fails(client, AnUpdate());

        Assert.Equal((ChecklyErrorKind.OutcomeUnknown, 1), (failure.Kind, failure.Tries));
        Assert.Contains("An entry is there (x) that does not show all of the text that was sent: it may be another one.", failure.Message, StringComparison.Ordinal);
    }

    /// <summary>A replica that lags behind shows nothing: that is no reason to send it again.</summary>
    [Fact]
    public async Task One_that_was_seen_and_is_hidden_from_then_on_is_not_sent_again()
    {
        Server.Then(Carry("a", Answer(500, ApiFailure)), History);
        Server.Ever = Hidden;
        using ChecklyClient client = Connect();

        ChecklyApiException failure = await Fails(client, AnUpdate());

        Assert.Equal((ChecklyErrorKind.OutcomeUnknown, 1), (failure.Kind, failure.Tries));
        Assert.Single(Server.Methods.Split(' '), "POST");
    }

    [Fact]
    public async Task Only_looks_in_a_row_that_show_nothing_let_it_be_sent_again()
    {
        Server.Then(Answer(500, ApiFailure), History, History, Answer(500, ApiFailure), History, History, History, History, Create("b"));
        Server.Ever = History;
        using ChecklyClient client = Connect();

        Assert.Equal("b", await Post(client));
        Assert.StartsWith("POST GET GET GET GET GET GET GET POST", Server.Methods, StringComparison.Ordinal);
    }

    /// <summary>One that may be ours, with a text that the server has changed, is not gone because a replica does not show it.</summary>
    [Fact]
    public async Task A_doubt_about_an_entry_is_kept_while_later_looks_do_not_show_it()
    {
        Server.Then(After(Doubts["it has another text"].Happens, Answer(500, ApiFailure)), History);
        Server.Ever = Hidden;
        using ChecklyClient client = Connect();

        ChecklyApiException failure = await Fails(client, AnUpdate());

        Assert.Equal((ChecklyErrorKind.OutcomeUnknown, 1), (failure.Kind, failure.Tries));
        Assert.Contains("A new entry with another text is there (x): the server may have changed the text. A later look did not show it.", failure.Message, StringComparison.Ordinal);
    }

    /// <summary>Some code points have no normal form.</summary>
    [Theory]
    [InlineData("\uFFFE")]
    [InlineData("&#xFFFE;")]
    [InlineData("&#65534;")]
    public async Task A_text_that_cannot_be_normalized_is_a_text(string text)
    {
        Server.Then(Carry("u", Break));
        Server.Ever = History;
        using ChecklyClient client = Connect();

        Assert.Equal("u", Assert.Single(await Send(client, IncidentUpdateRequests.Create(IncidentId, "RESOLVED", text))).Id);
    }

    /// <summary>An earlier POST that is still in doubt may have made it, whatever the server makes of blanks and marks.</summary>
    [Theory]
    [InlineData("All  is well.")]
    [InlineData("All is well!")]
    [InlineData("all is &quot;well&quot;.")]
    [InlineData("All is <b>well</b>.<br/>")]
    public async Task One_that_an_earlier_post_in_doubt_may_have_made_is_not_claimed(string earlier)
    {
        Server.Then(Break).Then([.. Enumerable.Repeat(Hidden, 9)]).Then(After(server => server.Make("x", UpdateBody), Break));
        Server.Ever = History;
        using ChecklyClient client = Connect();
        await Fails(client, IncidentUpdateRequests.Create(IncidentId, "RESOLVED", earlier));

        ChecklyApiException failure = await Fails(client, AnUpdate());

        Assert.Contains("an earlier call with the same content is in doubt too", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_that_is_seen_too_late_to_be_looked_at_again_is_not_claimed()
    {
        ServerStep slow = After(
            server =>
            {
                server.Clock.Pass(TimeSpan.FromSeconds(2.9));
                server.Make("late", UpdateBody);
            },
            History);
        Server.Then(Break).Then([.. Enumerable.Repeat(Hidden, 8)]).Then(slow);
        using ChecklyClient client = Connect();

        ChecklyApiException failure = await Fails(client, AnUpdate());

        Assert.Contains("An entry with the same content is there, as late, but there was no time to see whether it stays alone.", failure.Message, StringComparison.Ordinal);
        Assert.Equal(ChecklyErrorKind.OutcomeUnknown, failure.Kind);
    }

    /// <summary>Each attempt can have made one: the first is the answer, and a person is told of the other.</summary>
    [Fact]
    public async Task Two_attempts_that_were_both_carried_out_are_found_and_told()
    {
        Server.Then(Carry("first", Answer(500, ApiFailure)), Hidden, Hidden, Hidden, Hidden, Carry("second", Break));
        Server.Ever = History;
        using ChecklyClient client = Connect();

        Assert.Equal("first", await Post(client));

        Assert.Equal(
            $"POST {UpdatesPath} was sent more than once, and the incident's history has 2 new entries with the same content: all of them its own, or some of them somebody else's. Read the incident's history before you remove anything.",
            Assert.Single(Notes.Warnings).Message);
    }

    /// <summary>Neither is taken for the answer of a later POST.</summary>
    [Fact]
    public async Task What_was_found_twice_is_known_twice()
    {
        Server.Then(Carry("first", Answer(500, ApiFailure)), Hidden, Hidden, Hidden, Hidden, Carry("second", Break), History, History);
        Server.Then(Carry("third", Break));
        Server.Ever = History;
        using ChecklyClient client = Connect();

        Assert.Equal("first", await Post(client));
        Assert.Equal("third", await Post(client));
    }

    [Theory]
    [InlineData(400)]
    [InlineData(401)]
    [InlineData(403)]
    public async Task A_look_that_is_refused_does_not_count_as_absent(int status)
    {
        Server.Then(Answer(500, ApiFailure));
        Server.Ever = Answer(status);
        using ChecklyClient client = Connect();

        ChecklyApiException failure = await Fails(client, AnUpdate());

        Assert.Equal("POST GET", Server.Methods);
        Assert.Contains("The last look failed: ", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("refused")]
    [InlineData("500")]
    [InlineData("page")]
    public async Task Looks_that_fail_do_not_count_as_absent(string how)
    {
        Server.Then(Answer(500, ApiFailure));
        Server.Ever = how switch { "refused" => Refuse, "500" => Answer(500, ApiFailure), _ => Answer(200, "<html>") };
        using ChecklyClient client = Connect();

        ChecklyApiException failure = await Fails(client, AnUpdate());

        Assert.Equal((ChecklyErrorKind.OutcomeUnknown, 1), (failure.Kind, failure.Tries));
        Assert.Equal(9, Server.Arrivals.Count(arrival => arrival.Method == "GET"));
    }
}
