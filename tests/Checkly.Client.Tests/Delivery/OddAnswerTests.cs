using System.Security.Authentication;
using static Checkly.Client.Tests.Steps;

namespace Checkly.Client.Tests;

/// <summary>Failures and answers that are not what they are called.</summary>
public sealed class OddAnswerTests : DeliveryTest
{
    private static readonly ServerStep BreakTls = async (server, request, cancellationToken) =>
    {
        await server.Receive(request, cancellationToken);
        throw new HttpRequestException("x", new AuthenticationException("Cannot determine the frame size."));
    };

    private static readonly ServerStep BreakEncoding = async (server, request, cancellationToken) =>
    {
        await server.Receive(request, cancellationToken);
        throw new InvalidDataException("The archive entry was compressed using an unsupported compression method.");
    };

    public OddAnswerTests() => Server.Ever = History;

    public static TheoryData<ServerStep> AfterArrival => [BreakTls, BreakEncoding];

    [Theory]
    [MemberData(nameof(AfterArrival), DisableDiscoveryEnumeration = true)]
    public async Task What_fails_after_the_request_has_arrived_is_looked_for(ServerStep failing)
    {
        Server.Then(Carry("u", failing));
        using ChecklyClient client = Connect();

        Assert.Equal("u", await Post(client));
        Assert.Equal("POST GET GET", Server.Methods);
    }

    /// <summary>The document has <c>created_at</c> as a date in some families.</summary>
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public async Task One_that_was_made_on_this_day_may_be_ours(int daysAhead)
    {
        Server.Then(Carry("u", Break), After(server => server.Made[0]["created_at"] = Day(server, daysAhead), History), History);
        using ChecklyClient client = Connect();

        ChecklyApiException failure = await Fails(client, AnUpdate());

        Assert.Equal((ChecklyErrorKind.OutcomeUnknown, 1), (failure.Kind, failure.Tries));
        Assert.Contains("does not say whether it is older", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_that_was_made_on_another_day_is_older()
    {
        Server.Make("old", UpdateBody)["created_at"] = Day(Server, -1);
        Server.Then(Answer(500, ApiFailure), History, History, History, History, Create("u"));
        using ChecklyClient client = Connect();

        Assert.Equal("u", await Post(client));
    }

    [Fact]
    public async Task A_server_whose_date_is_none_leaves_it_open()
    {
        ServerStep undated = Changed(History, answer => answer.Headers.Date = DateTimeOffset.MinValue);
        Server.Then(Carry("u", Break), undated, undated);
        using ChecklyClient client = Connect();

        Assert.Equal(ChecklyErrorKind.OutcomeUnknown, (await Fails(client, AnUpdate())).Kind);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("Mon, 01 Jan 2001 00:00:00 GMT")]
    public async Task A_server_that_says_now_is_taken_at_its_word_once(string retryAfter)
    {
        TimeSpan began = Clock.Now;
        ServerStep now = Answer(429, "", ("Retry-After", retryAfter));
        Server.Then(now, After(_ => Assert.Equal(began, Clock.Now), now), Create("u"));
        using ChecklyClient client = Connect();

        Assert.Equal("u", await Post(client));
        Assert.InRange(Clock.Now - began, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(2));
    }

    /// <summary>A service that was renamed since it was read is the same service.</summary>
    [Fact]
    public async Task What_has_an_id_goes_by_it()
    {
        Server.Then(Carry("i", Break));
        Server.Ever =
            After(
                server =>
                {
                    server.Made[0]["services"]![0]!["name"] = "Public API";
                    server.Made[0]["incidentUpdates"]![0]!["id"] = "u";
                },
                Say(200, server => $$"""{"length":1,"entries":[{{server.Made[0].ToJsonString()}}],"nextId":null}"""));
        using ChecklyClient client = Connect();

        StatusPageIncident incident = await Send(client, StatusPageIncidentRequests.Create(new NewStatusPageIncident
        {
            Name = "Down",
            Severity = "MAJOR",
            Services = [new StatusPageService { Id = "S1", Name = "API", AccountId = "a" }],
            FirstUpdate = new NewStatusPageIncidentUpdate { Description = "Looking.", Status = "INVESTIGATING" },
        }));

        Assert.Equal("i", incident.Id);
        Assert.Equal("POST GET GET", Server.Methods);
    }

    /// <summary>Whatever comes, a call ends with an object or with the one exception.</summary>
    [Theory]
    [InlineData("GET")]
    [InlineData("PUT")]
    [InlineData("POST")]
    public async Task Of_two_ids_in_an_answer_one_may_be_no_text(string method)
    {
        byte[] body = [.. "{\"id\":\""u8, 0xFF, .. "\",\"id\":\"x\"}"u8];
        Server.Ever = (_, _, _) => Task.FromResult(new HttpResponseMessage { Content = new ByteArrayContent(body) });
        using ChecklyClient client = Connect();

        Exception? failure = await Record.ExceptionAsync(() => Send(client, method));

        Assert.True(failure is null or ChecklyApiException, failure?.ToString());
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("PUT")]
    public async Task Of_two_histories_in_an_answer_one_may_have_a_name_that_is_no_text(string method)
    {
        Server.Ever = Answer(200, """{"id":"x","incidentUpdates":{"\ud800":1},"incidentUpdates":[]}""");
        using ChecklyClient client = Connect();

        Exception? failure = await Record.ExceptionAsync(() => method == "GET"
            ? Send(client, IncidentRequests.Get(IncidentId))
            : Send(client, IncidentRequests.Change(new Incident { Id = IncidentId }, new Dictionary<string, object?>())));

        Assert.True(failure is null or ChecklyApiException, failure?.ToString());
    }

    private static string Day(ScriptedServer server, int ahead) => server.Now.UtcDateTime.AddDays(ahead).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
