using Checkly.Tests;

namespace Checkly.Client.Tests;

/// <summary>
/// What servers and gateways do to a POST, on real sockets and in virtual time, with the default settings: it stands once or not
/// at all, and what is said about it is true.
/// </summary>
public sealed class BentServerTests : ClientTest
{
    private const string Text = "We \"found\" the cause & it's <fixed>, thanks to Zoe\u0301 – all is well.";

    /// <summary>What the server does, how often the update stands in the end, and what was said: posted, unknown or refused.</summary>
    private static readonly Dictionary<string, (WireFault[] Faults, ServerHabits Habits, int Copies, string Said)> Rows = new()
    {
        ["carried out 3 s later, reset"] = ([WireFault.LateReset], Late(3), 1, "posted"),
        ["carried out 3 s later, 504"] = ([WireFault.LateGatewayTimeout], Late(3), 1, "posted"),
        ["carried out 10 s later, 504 to each attempt"] = ([.. Enumerable.Repeat(WireFault.LateGatewayTimeout, 20)], Late(10), 1, "unknown"),
        ["carried out 10 s later, 504 once"] = ([WireFault.LateGatewayTimeout], Late(10), 1, "posted"),
        ["carried out 35 s later, after the timeout"] = ([WireFault.LateHang], Late(35), 1, "posted"),
        ["carried out 40 s later, after the timeout"] = ([WireFault.LateHang], Late(40), 1, "posted"),
        ["carried out 70 s later"] = ([WireFault.LateHang], Late(70), 1, "posted"),
        ["carried out 110 s later"] = ([WireFault.LateReset], Late(110), 1, "posted"),
        ["carried out 200 s later"] = ([WireFault.LateHang], Late(200), 1, "unknown"),
        ["carried out 200 s later, reset"] = ([WireFault.LateReset], Late(200), 1, "unknown"),
        ["the history is stale by 5 s, reset"] = ([WireFault.ResetAfter], Stale(5), 1, "posted"),
        ["the history is stale by 30 s, reset"] = ([WireFault.ResetAfter], Stale(30), 1, "posted"),
        ["the history is stale by 5 s, the API failed"] = ([WireFault.FailAfter], Stale(5), 1, "posted"),
        ["the history is stale by 300 s"] = ([WireFault.ResetAfter], Stale(300), 1, "unknown"),
        ["one replica of two lags by 300 s, reset"] = ([WireFault.ResetAfter], Replicas(0, 300), 1, "posted"),
        ["one replica of two lags by 300 s, the API failed"] = ([WireFault.FailAfter], Replicas(0, 300), 1, "posted"),
        ["three replicas of four lag by 300 s, the API failed"] = ([WireFault.FailAfter], Replicas(300, 300, 0, 300), 1, "posted"),
        ["all replicas but the first lag by 300 s, the API failed"] = ([WireFault.FailAfter], Replicas([0, .. Enumerable.Repeat(300.0, 50)]), 1, "unknown"),
        ["a cache answers each look but the first"] = ([WireFault.ResetBefore], Others(-20) with { CacheAge = Cycle([0, .. Enumerable.Range(1, 50).Select(_ => 20.0)]) }, 0, "unknown"),
        ["the text is escaped as HTML"] = ([WireFault.ResetAfter], Rewriting(text => System.Net.WebUtility.HtmlEncode(text)), 1, "unknown"),
        ["the text gets other quotes"] = ([WireFault.ResetAfter], Rewriting(text => text.Replace('\'', '’')), 1, "unknown"),
        ["the text is normalized"] = ([WireFault.ResetAfter], Rewriting(text => text.Normalize(System.Text.NormalizationForm.FormC)), 1, "unknown"),
        ["the text loses blanks"] = ([WireFault.ResetAfter], Rewriting(text => text.Replace(" ", string.Empty, StringComparison.Ordinal)), 1, "unknown"),
        ["the text is cut"] = ([WireFault.ResetAfter], Rewriting(text => text[..20]), 1, "unknown"),
        ["the text is escaped, the API failed"] = ([WireFault.FailAfter], Rewriting(text => System.Net.WebUtility.HtmlEncode(text)), 1, "unknown"),
        ["created_at is 0.9 s behind"] = ([WireFault.ResetAfter], Ahead(-0.9), 1, "posted"),
        ["created_at is 1.5 s behind"] = ([WireFault.ResetAfter], Ahead(-1.5), 1, "unknown"),
        ["created_at is 10 s behind, the API failed"] = ([WireFault.FailAfter], Ahead(-10), 1, "unknown"),
        ["created_at is 300 s behind, the API failed"] = ([WireFault.FailAfter], Ahead(-300), 1, "unknown"),
        ["created_at is 300 s ahead"] = ([WireFault.ResetAfter], Ahead(300), 1, "unknown"),
        ["created_at is 300 s ahead, an older one stands, never carried out"] = ([WireFault.ResetBefore], Ahead(300) with { OthersAfter = [TimeSpan.FromSeconds(-100)] }, 0, "unknown"),
        ["an older one stands, never carried out"] = ([WireFault.ResetBefore], Others(-600), 0, "unknown"),
        ["an older one stands, carried out"] = ([WireFault.ResetAfter], Others(-600), 1, "posted"),
        ["another client posts the same at the same time"] = ([WireFault.ResetAfter], Others(0), 1, "unknown"),
        ["another client posts the same a second later"] = ([WireFault.ResetAfter], Others(1), 1, "unknown"),
        ["another client has posted the same just before"] = ([WireFault.ResetAfter], Others(-20), 1, "unknown"),
        ["other clients post the same, never carried out"] = ([WireFault.ResetBefore], Others(-20, 1), 0, "unknown"),
        ["other clients post the same, the API failed"] = ([WireFault.ErrorBefore], Others(0, 1), 0, "unknown"),
        ["the API failed, carried out"] = ([WireFault.FailAfter], new(), 1, "posted"),
        ["the API failed, not carried out"] = ([WireFault.ErrorBefore], new(), 1, "posted"),
        ["the API failed twice, not carried out"] = ([WireFault.ErrorBefore, .. Reads(4), WireFault.ErrorBefore], new(), 1, "posted"),
        ["the API failed for ever"] = ([.. Enumerable.Range(0, 5).SelectMany(_ => (WireFault[])[WireFault.ErrorBefore, .. Reads(4)])], new(), 0, "unknown"),
        ["502 of a gateway, not carried out"] = ([WireFault.BadGatewayBefore], new(), 0, "unknown"),
        ["504 of a gateway, carried out"] = ([WireFault.ErrorAfter], new(), 1, "posted"),
        ["522 of a gateway, carried out"] = ([WireFault.ConnectionTimedOutAfter], new(), 1, "posted"),
        ["reset, not carried out"] = ([WireFault.ResetBefore], new(), 0, "unknown"),
        ["never answered, not carried out"] = ([WireFault.HangBefore], new(), 0, "unknown"),
        ["a page in the place of the answer"] = ([WireFault.Html], new(), 0, "unknown"),
        ["the looks fail at first"] = ([WireFault.ResetAfter, WireFault.ErrorBefore, WireFault.HangBefore, WireFault.TooManyRequests, WireFault.Html, WireFault.Refuse], new(), 1, "posted"),
        ["asked to wait, then reset"] = ([WireFault.TooManyRequests, WireFault.UnavailableUntil, WireFault.Refuse, WireFault.ResetAfter], new(), 1, "posted"),
    };

    public static TheoryData<string> Names => [.. Rows.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task It_stands_once_and_what_is_said_is_true(string name)
    {
        (WireFault[] faults, ServerHabits habits, int copies, string said) = Rows[name];
        (DeliveryLedger ledger, UpdateStore store, NoteList notes, TimeSpan took) = await PostAsync(faults, habits, allowDuplicates: false);

        Assert.Equal((copies, said), (store.ByText()[(IncidentId, Text)].Count(), ledger.Posted > 0 ? "posted" : ledger.Unknown > 0 ? "unknown" : "refused"));
        (string[] lost, string[] doubled, string[] misreported) = ledger.Compare(store);
        Assert.Empty((string[])[.. lost, .. doubled, .. misreported]);
        Assert.Empty(notes.Warnings);
        Assert.InRange(took, TimeSpan.Zero, TimeSpan.FromSeconds(120));
    }

    /// <summary>Whoever prefers a duplicate to a question gets no question, and sometimes a duplicate.</summary>
    [Theory]
    [InlineData(WireFault.ResetBefore, 1)]
    [InlineData(WireFault.HangBefore, 1)]
    [InlineData(WireFault.BadGatewayBefore, 1)]
    [InlineData(WireFault.ResetAfter, 1)]
    [InlineData(WireFault.LateReset, 2)]
    public async Task With_AllowDuplicates_a_lost_one_is_sent_again(WireFault fault, int copies)
    {
        (DeliveryLedger ledger, UpdateStore store, _, _) = await PostAsync([fault], Late(60), allowDuplicates: true);

        Assert.Equal((1, copies), (ledger.Posted, store.ByText()[(IncidentId, Text)].Count()));
    }

    /// <summary>
    /// Why a reset of a connection that had been idle counts as in doubt: to the client it is the same whether the request was
    /// carried out or not.
    /// </summary>
    [Fact]
    public async Task A_reset_of_an_idle_connection_tells_nothing()
    {
        List<(string Message, ChecklyErrorKind Kind, bool MayHaveBeenCarriedOut, string? Cause, int Copies)> seen = [];
        foreach (WireFault fault in (WireFault[])[WireFault.ResetBefore, WireFault.ResetAfter])
        {
            var time = new VirtualTime(1);
            await using var server = new FaultServer(new FaultSchedule([WireFault.None, fault]), time);
            using var client = new ChecklyClient(Options(server.Uri) with { Clock = time });
            await client.SendAsync(AnUpdate("The connection stands."), Cancel);

            var failure = await Assert.ThrowsAsync<ChecklyApiException>(() => client.SendAsync(AnUpdate(Text), Cancel));

            seen.Add((failure.Message.Replace(server.Uri.Authority, "server", StringComparison.Ordinal), failure.Kind, failure.MayHaveBeenCarriedOut, failure.InnerException?.GetBaseException().Message, server.Store.ByText()[(IncidentId, Text)].Count()));
        }

        Assert.Equal((0, 1), (seen[0].Copies, seen[1].Copies));
        Assert.Equal(seen[0] with { Copies = 1 }, seen[1]);
        Assert.True(seen[1].MayHaveBeenCarriedOut);
    }

    /// <summary>Sixteen sessions of one process post the same, through a server that loses requests and answers.</summary>
    [Fact]
    public async Task Sessions_that_post_the_same_do_not_take_each_others_updates()
    {
        var time = new VirtualTime(1);
        var random = new Random(1);
        WireFault[] losses = [WireFault.ResetBefore, WireFault.ResetBefore, WireFault.ResetBefore, WireFault.ResetAfter, WireFault.ResetAfter, WireFault.ResetAfter, WireFault.None, WireFault.None, WireFault.None, WireFault.None];
        var ledger = new DeliveryLedger();
        await using var server = new FaultServer(new FaultSchedule(Enumerable.Range(0, 10_000).Select(_ => losses[random.Next(losses.Length)])), time);
        ChecklyClient[] sessions = [.. Enumerable.Range(0, 16).Select(_ => Connect(server, time, allowDuplicates: false))];

        await Task.WhenAll(sessions.Select(session => Task.Run(async () =>
        {
            for (int i = 0; i < 10; i++)
            {
                await ledger.PostAsync(session, IncidentId, Text, Cancel);
            }
        })));

        (string[] lost, string[] doubled, string[] misreported) = ledger.Compare(server.Store);
        Assert.Empty((string[])[.. lost, .. doubled, .. misreported]);
        Assert.Equal(160, ledger.Posted + ledger.Unknown + ledger.Refused);
        Array.ForEach(sessions, session => session.Dispose());
    }

    private static async Task<(DeliveryLedger Ledger, UpdateStore Store, NoteList Notes, TimeSpan Took)> PostAsync(IEnumerable<WireFault> faults, ServerHabits habits, bool allowDuplicates)
    {
        var time = new VirtualTime(1);
        var ledger = new DeliveryLedger();
        NoteList notes = [];
        await using var server = new FaultServer(new FaultSchedule(faults), time, habits);
        using ChecklyClient client = Connect(server, time, allowDuplicates);
        await ledger.PostAsync(client, IncidentId, Text, Cancel, notes);
        TimeSpan took = time.Now;
        await time.Delay(TimeSpan.FromMinutes(10), Cancel);
        notes.AssertFitToBeShown(Key);
        return (ledger, server.Store, notes, took);
    }

    private static ChecklyClient Connect(FaultServer server, VirtualTime time, bool allowDuplicates) => new(new ChecklyClientOptions
    {
        ApiKey = new ApiKey(Key),
        AccountId = AccountId,
        BaseUri = server.Uri,
        Clock = time,
        AllowDuplicates = allowDuplicates,
    });

    private static IEnumerable<WireFault> Reads(int count) => Enumerable.Repeat(WireFault.None, count);

    private static ServerHabits Late(double seconds) => new() { Lateness = () => TimeSpan.FromSeconds(seconds) };

    private static ServerHabits Stale(double seconds) => new() { Staleness = () => TimeSpan.FromSeconds(seconds) };

    private static ServerHabits Replicas(params double[] seconds) => new() { Staleness = Cycle(seconds) };

    /// <summary>One after another, and from the beginning again.</summary>
    private static Func<TimeSpan> Cycle(double[] seconds)
    {
        int next = 0;
        return () => TimeSpan.FromSeconds(seconds[next++ % seconds.Length]);
    }

    private static ServerHabits Rewriting(Func<string, string> rewrite) => new() { Rewrite = rewrite };

    private static ServerHabits Ahead(double seconds) => new() { CreatedAhead = TimeSpan.FromSeconds(seconds) };

    private static ServerHabits Others(params double[] seconds) => new() { OthersAfter = [.. seconds.Select(TimeSpan.FromSeconds)] };
}
