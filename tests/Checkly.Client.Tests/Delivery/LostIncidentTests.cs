using static Checkly.Client.Tests.Steps;

namespace Checkly.Client.Tests;

/// <summary>An incident whose opening was not answered: the API has no list of them, so it is left to people.</summary>
public sealed class LostIncidentTests : DeliveryTest
{
    private static readonly Dictionary<string, ServerStep> Losses = new()
    {
        ["break"] = Break,
        ["hang"] = Hang,
        ["break within the answer"] = BreakWithin,
        ["500"] = Answer(500),
        ["502"] = Answer(502),
        ["503"] = Answer(503),
        ["504"] = Answer(504),
    };

    public static TheoryData<string> AllLosses => [.. Losses.Keys];

    [Theory]
    [MemberData(nameof(AllLosses))]
    public async Task It_is_not_opened_again(string loss)
    {
        Server.Then(Losses[loss]);
        using ChecklyClient client = Connect();

        ChecklyApiException failure = await Fails(client, AnIncident());

        Assert.Equal((ChecklyErrorKind.OutcomeUnknown, 1, true), (failure.Kind, failure.Tries, failure.MayHaveBeenCarriedOut));
        Assert.Equal("the dashboard", failure.WhereToLook);
        Assert.NotEqual(ChecklyErrorKind.OutcomeUnknown, Assert.IsType<ChecklyApiException>(failure.InnerException).Kind);
        Assert.Empty(Clock.Waits);
    }

    [Fact]
    public async Task It_is_opened_again_while_that_cannot_open_two()
    {
        Server.Then(Refuse, Answer(429), Answer(503, "", ("Retry-After", "1")), HangBefore, Answer(201, """{"id":"i"}"""));
        using ChecklyClient client = Connect();

        Assert.Equal("i", (await Send(client, AnIncident())).Id);
    }

    [Fact]
    public async Task A_later_try_of_unknown_fate_ends_it()
    {
        Server.Then(Refuse, Answer(429), Break);
        using ChecklyClient client = Connect();

        ChecklyApiException failure = await Fails(client, AnIncident());

        Assert.Equal((ChecklyErrorKind.OutcomeUnknown, 3, true), (failure.Kind, failure.Tries, failure.MayHaveBeenCarriedOut));
    }
}
