using System.Net.Sockets;
using System.Security.Authentication;
using static Checkly.Client.Tests.Steps;

namespace Checkly.Client.Tests;

/// <summary>What is sent again, and what is not: the table of the policy, one request at a time.</summary>
public sealed class RepeatTests : DeliveryTest
{
    private const string Body = """{"id":"u"}""";
    private static readonly string[] Idempotent = ["GET", "PUT", "DELETE"];
    private static readonly string[] All = [.. Idempotent, "POST"];

    private static readonly Dictionary<string, ServerStep> Losses = new()
    {
        ["break"] = Break,
        ["hang"] = Hang,
        ["break within the answer"] = BreakWithin,
    };

    private static readonly Dictionary<string, ServerStep> Unsent = new()
    {
        ["refused"] = Refuse,
        ["no connection in time"] = HangBefore,
        ["no such name"] = Throw(new HttpRequestException("x", new SocketException((int)SocketError.HostNotFound))),
        ["broken while it was made"] = Throw(new SocketException((int)SocketError.NotConnected)),
        ["tls"] = Throw(new HttpRequestException("x", new AuthenticationException("x"))),
        ["proxy"] = Throw(new HttpRequestException(HttpRequestError.ProxyTunnelError, "x", new IOException("x"))),
    };

    public static MatrixTheoryData<string, int> AnswersToRepeat => new(Idempotent, [408, 429, 500, 502, 503, 504, 520, 522, 524, 530, 599]);

    public static MatrixTheoryData<string, string> LossesToRepeat => new(Idempotent, Losses.Keys);

    public static MatrixTheoryData<string, string> NeverSent => new(All, Unsent.Keys);

    public static MatrixTheoryData<string, int> Refusals => new(All, [400, 401, 402, 403, 404, 405, 407, 409, 410, 422, 307, 308]);

    [Theory]
    [MemberData(nameof(AnswersToRepeat))]
    public async Task An_answer_that_may_be_another_next_time_is_asked_for_again(string method, int status)
    {
        Server.Then(Answer(status), Answer(200, Body));
        using ChecklyClient client = Connect();

        await Send(client, method);

        Assert.Equal($"{method} {method}", Server.Methods);
        Assert.Equal([0.5], Clock.Seconds);
    }

    [Theory]
    [MemberData(nameof(LossesToRepeat))]
    public async Task A_lost_answer_is_asked_for_again(string method, string loss)
    {
        Server.Then(Losses[loss], Answer(200, Body));
        using ChecklyClient client = Connect();

        await Send(client, method);

        Assert.Equal($"{method} {method}", Server.Methods);
    }

    [Theory]
    [MemberData(nameof(NeverSent))]
    public async Task What_was_not_sent_is_sent_again_whatever_it_is(string method, string reason)
    {
        Server.Then(Unsent[reason], Answer(200, Body));
        using ChecklyClient client = Connect();

        await Send(client, method);

        Assert.Equal($"{method} {method}", Server.Methods);
        Assert.Equal([0.5], Clock.Seconds);
    }

    [Theory]
    [MemberData(nameof(NeverSent))]
    public async Task What_was_never_sent_has_changed_nothing(string method, string reason)
    {
        Server.Ever = Unsent[reason];
        using ChecklyClient client = Connect(retries: 2);

        ChecklyApiException failure = await Fails(client, method);

        Assert.Equal(3, failure.Tries);
        Assert.NotEqual(ChecklyErrorKind.OutcomeUnknown, failure.Kind);
        Assert.False(failure.MayHaveBeenCarriedOut);
    }

    [Theory]
    [MemberData(nameof(Refusals))]
    public async Task Any_other_answer_is_final(string method, int status)
    {
        Server.Then(Answer(status));
        using ChecklyClient client = Connect();

        ChecklyApiException failure = await Fails(client, method);

        Assert.Equal((status, 1), (failure.StatusCode, failure.Tries));
        Assert.Empty(Clock.Waits);
        Assert.Empty(Notes);
    }

    /// <summary>The API says itself that it does not do this; from a gateway the same proves nothing about a write.</summary>
    [Theory]
    [InlineData("GET", false)]
    [InlineData("PUT", false)]
    [InlineData("POST", false)]
    [InlineData("GET", true)]
    [InlineData("PUT", true)]
    public async Task What_is_not_implemented_is_an_error_at_once(string method, bool isOfGateway)
    {
        Server.Then(Answer(501, isOfGateway ? "<html>" : """{"statusCode":501,"error":"Not Implemented"}"""));
        using ChecklyClient client = Connect();

        ChecklyApiException failure = await Fails(client, method);

        Assert.Equal((ChecklyErrorKind.ServerError, 1, isOfGateway && method != "GET"), (failure.Kind, failure.Tries, failure.MayHaveBeenCarriedOut));
        Assert.Empty(Clock.Waits);
    }

    /// <summary>Without a list there is nothing to look through; whoever allows duplicates does not mind.</summary>
    [Theory]
    [InlineData(false, 1)]
    [InlineData(true, 2)]
    public async Task An_incident_is_opened_again_only_where_duplicates_are_allowed(bool allowDuplicates, int sent)
    {
        Server.Then(Break, Answer(201, """{"id":"i"}"""));
        using ChecklyClient client = Connect(allowDuplicates: allowDuplicates);

        Exception? failure = await Record.ExceptionAsync(() => Send(client, AnIncident()));

        Assert.Equal((sent, allowDuplicates), (Server.Arrivals.Count, failure is null));
    }

    [Fact]
    public async Task A_success_that_cannot_be_read_is_never_sent_again()
    {
        Server.Ever = Answer(201, "?");
        using ChecklyClient client = Connect(allowDuplicates: true);

        await Fails(client, AnIncident());

        Assert.Single(Server.Arrivals);
    }

    [Theory]
    [InlineData(400)]
    [InlineData(404)]
    [InlineData(409)]
    public async Task A_change_that_is_refused_after_an_attempt_in_doubt_may_have_been_carried_out(int status)
    {
        Server.Then(Break, Answer(status));
        using ChecklyClient client = Connect();

        ChecklyApiException failure = await Fails(client, AChange());

        Assert.Equal((status, 2, true), (failure.StatusCode, failure.Tries, failure.MayHaveBeenCarriedOut));
    }

    private static ServerStep Throw(Exception failure) => (_, _, _) => throw failure;
}
