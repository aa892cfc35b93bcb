using static Checkly.Client.Tests.Steps;

namespace Checkly.Client.Tests;

/// <summary>The rates of the API are kept, and not run into.</summary>
public sealed class RateLimiterTests : DeliveryTest
{
    private readonly List<TimeSpan> _arrived = [];
    private int _refused;

    public static TheoryData<string, int, double> Rates => new()
    {
        { "/v1/checks", 600, 60 },
        { "/v1/alert-notifications", 5, 10 },
        { "/v1/analytics/dns/5", 30, 60 },
        { "/v2/check-results/5?limit=1", 60, 60 },
        { "/v1/dashboards/5", 20, 20 },
    };

    /// <summary>A server that counts answers 429 to none of a thousand updates, whether it would say when to come back or not.</summary>
    [Theory]
    [InlineData(1, false)]
    [InlineData(16, false)]
    [InlineData(16, true)]
    public async Task Of_a_thousand_updates_none_is_refused(int sessions, bool fromEach)
    {
        Server.Ever = Counting(600, TimeSpan.FromSeconds(60), Create);
        using ChecklyClient client = ConnectPaced();
        int next = 0;

        await Task.WhenAll(Enumerable.Range(0, sessions).Select(session => Task.Run(async () =>
        {
            while (Interlocked.Increment(ref next) is var n and <= 1_000)
            {
                await client.SendAsync(IncidentUpdateRequests.Create(fromEach ? $"00000000-0000-4000-8000-{session:000000000000}" : IncidentId, "MONITORING", $"Update {n}"), Cancel);
            }
        })));

        Assert.Equal((0, 1_000), (_refused, _arrived.Count));
        Assert.Equal(1_000, Server.Arrivals.Count);
    }

    [Theory]
    [MemberData(nameof(Rates))]
    public async Task Each_operation_has_its_rate(string path, int most, double seconds)
    {
        Server.Ever = Counting(most, TimeSpan.FromSeconds(seconds), _ => Answer(200, "[]"));
        using ChecklyClient client = ConnectPaced();
        TimeSpan began = Clock.Now;

        for (int i = 0; i <= most; i++)
        {
            await client.SendAsync(AnyRequests.Create("GET", path, []), Notes, Cancel);
        }

        Assert.Equal((0, TimeSpan.FromSeconds(seconds)), (_refused, Clock.Now - began));
        DeliveryNote note = Assert.Single(Notes);
        Assert.Equal((DeliveryNoteKind.Waiting, TimeSpan.FromSeconds(seconds)), (note.Kind, note.Wait));
        Assert.StartsWith($"The API takes {most} requests in {seconds:0} s", note.Message, StringComparison.Ordinal);
    }

    /// <summary>Who does not want to wait lets the API decide.</summary>
    [Fact]
    public async Task Without_time_to_wait_it_is_sent_all_the_same()
    {
        Server.Ever = Answer(200, "[]");
        using ChecklyClient client = ConnectPaced(seconds: 0);

        for (int i = 0; i < 7; i++)
        {
            await client.SendAsync(AnyRequests.Create("GET", "/v1/alert-notifications", []), Cancel);
        }

        Assert.Equal(7, Server.Arrivals.Count);
        Assert.Empty(Clock.Waits);
    }

    [Fact]
    public void Only_the_real_API_has_rates()
    {
        Assert.True(new ChecklyClientOptions().KeepsRates);
        Assert.False(new ChecklyClientOptions { BaseUri = new Uri("http://127.0.0.1:5") }.KeepsRates);
        Assert.False(new ChecklyClientOptions { Handler = Server }.KeepsRates);
        Assert.True(new ChecklyClientOptions { Handler = Server, KeepsRates = true }.KeepsRates);
    }

    /// <summary>
    /// What somebody else made while a POST waited for its turn is not its own: a wait before it is sent does not count.
    /// </summary>
    [Fact]
    public async Task What_was_made_while_it_waited_is_not_claimed()
    {
        Server.Then([.. Enumerable.Repeat(Answer(200, "[]"), 600)]).Then(Break);
        Server.Ever = History;
        using ChecklyClient client = ConnectPaced(seconds: 200);
        for (int i = 0; i < 600; i++)
        {
            await client.SendAsync(AnyRequests.Create("GET", "/v1/checks", []), Cancel);
        }

        Clock.OnWait = () =>
        {
            Server.Make("theirs", UpdateBody);
            Clock.OnWait = () => { };
        };

        Assert.Equal(ChecklyErrorKind.OutcomeUnknown, (await Fails(client, AnUpdate())).Kind);
        Assert.Equal(60, Clock.Seconds.First());
    }

    /// <summary>Nor does the time that it takes to connect.</summary>
    [Fact]
    public async Task What_was_made_while_it_connected_is_not_claimed()
    {
        Server.Then((server, request, cancellationToken) =>
        {
            server.Clock.Pass(TimeSpan.FromSeconds(10));
            server.Make("theirs", UpdateBody);
            server.Clock.Pass(TimeSpan.FromSeconds(15));
            return Break(server, request, cancellationToken);
        });
        Server.Ever = History;
        using ChecklyClient client = Connect();

        Assert.Equal(ChecklyErrorKind.OutcomeUnknown, (await Fails(client, AnUpdate())).Kind);
    }

    private ChecklyClient ConnectPaced(double seconds = 120) => new(new ChecklyClientOptions
    {
        ApiKey = new ApiKey(Key),
        AccountId = AccountId,
        Clock = Clock,
        Handler = Server,
        KeepsRates = true,
        MaximumTotalTime = TimeSpan.FromSeconds(seconds),
    });

    /// <summary>A server that refuses what is more than a rate in any span of its time.</summary>
    private ServerStep Counting(int most, TimeSpan within, Func<string, ServerStep> step) => (server, request, cancellationToken) =>
    {
        string id;
        lock (_arrived)
        {
            if (_arrived.Count(time => time > server.Clock.Now - within) >= most)
            {
                _refused++;
                return Answer(429)(server, request, cancellationToken);
            }

            _arrived.Add(server.Clock.Now);
            id = $"u{_arrived.Count}";
        }

        return step(id)(server, request, cancellationToken);
    };
}
