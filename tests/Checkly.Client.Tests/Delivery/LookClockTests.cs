using static Checkly.Client.Tests.Steps;

namespace Checkly.Client.Tests;

/// <summary>
/// Looks whose answers are slow, old, or fail: what they say about the age of an entry is as good as what they know of the server's
/// clock.
/// </summary>
public sealed class LookClockTests : DeliveryTest
{
    /// <summary>The answer to a look may be slow: what was made shortly before the POST is not new because of that.</summary>
    [Fact]
    public async Task What_somebody_else_made_before_is_not_claimed_by_a_slow_look()
    {
        Server.Make("theirs", UpdateBody, ago: TimeSpan.FromSeconds(11));
        Server.Then(Break);
        Server.Ever = async (server, request, cancellationToken) =>
        {
            HttpResponseMessage answer = await History(server, request, cancellationToken);
            server.Clock.Pass(TimeSpan.FromSeconds(13));
            return answer;
        };
        using ChecklyClient client = Connect();

        Assert.Equal(ChecklyErrorKind.OutcomeUnknown, (await Fails(client, AnUpdate())).Kind);
    }

    /// <summary>A healthy server that takes its time, and writes the date at its end, shows it all the same.</summary>
    [Theory]
    [InlineData(0.5, false)]
    [InlineData(2, false)]
    [InlineData(3, false)]
    [InlineData(7, false)]
    [InlineData(2, true)]
    [InlineData(6, true)]
    public async Task Its_own_is_found_by_slow_looks(double seconds, bool onlyEverySecond)
    {
        int looks = 0;
        Server.Then(Carry("u", Break));
        Server.Ever = (server, request, cancellationToken) =>
        {
            server.Clock.Pass(TimeSpan.FromSeconds(onlyEverySecond && looks++ % 2 == 0 ? 0 : seconds));
            return History(server, request, cancellationToken);
        };
        using ChecklyClient client = Connect();

        Assert.Equal("u", await Post(client));
        Assert.Equal("POST GET GET", Server.Methods);
    }

    /// <summary>Two nodes in turns, of which one is broken: what two looks have shown is there.</summary>
    [Theory]
    [InlineData("break")]
    [InlineData("502")]
    [InlineData("page")]
    [InlineData("cache")]
    public async Task Its_own_is_claimed_though_every_second_look_fails(string how)
    {
        ServerStep failing = how switch { "break" => Break, "502" => Answer(502), "page" => Answer(200, "<html>"), _ => Answer(200, """{"id":"i","incidentUpdates":[]}""", ("Age", "5")) };
        Server.Then(Carry("u", Break), History, failing);
        Server.Ever = History;
        using ChecklyClient client = Connect();

        Assert.Equal("u", await Post(client));
    }

    [Fact]
    public async Task What_was_seen_once_is_named_though_all_later_looks_fail()
    {
        Server.Then(Carry("u", Break), History);
        Server.Ever = Answer(502);
        using ChecklyClient client = Connect();

        Assert.Contains("as u, and a later look did not show it.", (await Fails(client, AnUpdate())).Message, StringComparison.Ordinal);
    }

    /// <summary>A cache may keep the date of its answer and say nothing of its age.</summary>
    [Theory]
    [InlineData(2)]
    [InlineData(30)]
    public async Task An_old_first_answer_does_not_make_its_own_younger_than_the_server(double seconds)
    {
        Server.Then(Carry("u", Break), Changed(Hidden, answer => answer.Headers.Date -= TimeSpan.FromSeconds(seconds)));
        Server.Ever = History;
        using ChecklyClient client = Connect();

        Assert.Equal("u", await Post(client));
    }

    /// <summary>Who prefers a duplicate to a question does not want one of what is plainly there.</summary>
    [Theory]
    [InlineData(2)]
    [InlineData(6)]
    public async Task With_AllowDuplicates_what_is_there_is_not_sent_again_because_looks_are_slow(double seconds)
    {
        Server.Then(Carry("u", Break));
        Server.Ever = (server, request, cancellationToken) =>
        {
            server.Clock.Pass(TimeSpan.FromSeconds(seconds));
            return History(server, request, cancellationToken);
        };
        using ChecklyClient client = Connect(allowDuplicates: true);

        Assert.Equal("u", await Post(client));
        Assert.Single(Server.Posts);
        Assert.DoesNotContain(Notes, note => note.Message.Contains("is not there", StringComparison.Ordinal));
    }

    /// <summary>It may arrive, and be listed, while the answer to a look is on its way.</summary>
    [Fact]
    public async Task One_that_was_made_after_the_date_of_a_slow_answer_is_not_dated_later_than_the_server()
    {
        Server.Then(Break, async (server, request, cancellationToken) =>
        {
            DateTimeOffset began = server.Now;
            server.Clock.Pass(TimeSpan.FromSeconds(5));
            server.Make("u", UpdateBody);
            HttpResponseMessage answer = await History(server, request, cancellationToken);
            answer.Headers.Date = began;
            return answer;
        });
        Server.Ever = History;
        using ChecklyClient client = Connect();

        Assert.Equal("u", await Post(client));
    }

    [Theory]
    [InlineData("9999-12-31T23:59:59.999Z")]
    [InlineData("9999-12-31")]
    [InlineData("0001-01-01T00:00:00Z")]
    [InlineData("0001-01-01")]
    public async Task Dates_at_the_ends_of_time_are_dates(string created)
    {
        foreach (DateTimeOffset? date in (DateTimeOffset?[])[null, DateTimeOffset.MaxValue, DateTimeOffset.MinValue])
        {
            Server.Then(After(server => server.Make("x", UpdateBody)["created_at"] = created, Answer(500, ApiFailure)));
            Server.Ever = Changed(History, answer => answer.Headers.Date = date ?? answer.Headers.Date);
            using ChecklyClient client = Connect(seconds: 10);

            Exception? failure = await Record.ExceptionAsync(() => client.SendAsync(AnUpdate(), Notes, Cancel));

            Assert.True(failure is null or ChecklyApiException, failure?.ToString());
        }
    }

    /// <summary>A cache shows what was there before the POST as if it were new: its Date is as old as its answer.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task What_a_cache_answers_is_neither_claimed_nor_taken_for_absent(bool apiFailed)
    {
        Server.Make("theirs", UpdateBody, ago: TimeSpan.FromSeconds(5));
        Server.Then(apiFailed ? Answer(500, ApiFailure) : Break, History);
        DateTimeOffset cached = Server.Now;
        Server.Ever = Changed(History, answer => answer.Headers.Date = cached);
        using ChecklyClient client = Connect();

        ChecklyApiException failure = await Fails(client, AnUpdate());

        Assert.Equal((ChecklyErrorKind.OutcomeUnknown, 1), (failure.Kind, failure.Tries));
        Assert.Contains("A cache seems to have answered in the API's place, with an older state of the incident's history.", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_cache_says_to_be_old_is_not_taken_for_absent()
    {
        Server.Then(Answer(500, ApiFailure));
        Server.Ever = Answer(200, """{"id":"i","incidentUpdates":[]}""", ("Age", "1"));
        using ChecklyClient client = Connect();

        Assert.Equal((ChecklyErrorKind.OutcomeUnknown, 1), (await Fails(client, AnUpdate())) is var failure ? (failure.Kind, failure.Tries) : default);
    }
}
