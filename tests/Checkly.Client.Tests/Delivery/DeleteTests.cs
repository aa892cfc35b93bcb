using static Checkly.Client.Tests.Steps;

namespace Checkly.Client.Tests;

/// <summary>A deletion that is repeated meets what the first one may have left: nothing.</summary>
public sealed class DeleteTests : DeliveryTest
{
    private static readonly Dictionary<string, ServerStep[]> Scripts = new()
    {
        ["break"] = [Break],
        ["hang"] = [Hang],
        ["500"] = [Answer(500)],
        ["503"] = [Answer(503)],
        ["break within"] = [BreakWithin],
        ["break, 429"] = [Break, Answer(429)],
        ["429, break, refused"] = [Answer(429), Break, Refuse],
        ["nothing"] = [],
        ["429"] = [Answer(429)],
        ["refused"] = [Refuse],
        ["503 with a wait"] = [Answer(503, "", ("Retry-After", "1"))],
        ["429, refused, 407"] = [Answer(429), Refuse, Answer(407)],
    };

    [Theory]
    [InlineData("break")]
    [InlineData("hang")]
    [InlineData("500")]
    [InlineData("503")]
    [InlineData("break within")]
    [InlineData("break, 429")]
    [InlineData("429, break, refused")]
    public async Task After_a_try_of_unknown_fate_nothing_found_is_success(string before)
    {
        Server.Then(Scripts[before]).Then(Answer(404));
        using ChecklyClient client = Connect();

        await Send(client, ADeletion());

        Assert.Equal(Scripts[before].Length + 1, Server.Arrivals.Count);
    }

    [Theory]
    [InlineData("nothing")]
    [InlineData("429")]
    [InlineData("refused")]
    [InlineData("503 with a wait")]
    [InlineData("429, refused, 407")]
    public async Task After_tries_that_cannot_have_removed_it_nothing_found_is_a_failure(string before)
    {
        Server.Then(Scripts[before]).Then(Answer(404));
        using ChecklyClient client = Connect();

        ChecklyApiException failure = await Fails(client, ADeletion());

        Assert.Equal((ChecklyErrorKind.NotFound, Scripts[before].Length + 1, false), (failure.Kind, failure.Tries, failure.MayHaveBeenCarriedOut));
    }

    [Fact]
    public async Task Tries_that_are_used_up_leave_open_what_an_earlier_one_did()
    {
        Server.Then(Break, Answer(429), Answer(429));
        using ChecklyClient client = Connect(retries: 2);

        ChecklyApiException failure = await Fails(client, ADeletion());

        Assert.Equal((ChecklyErrorKind.RateLimited, 3, true), (failure.Kind, failure.Tries, failure.MayHaveBeenCarriedOut));
    }

    [Fact]
    public async Task Another_refusal_is_no_success()
    {
        Server.Then(Break, Answer(403));
        using ChecklyClient client = Connect();

        ChecklyApiException failure = await Fails(client, ADeletion());

        Assert.Equal((ChecklyErrorKind.Forbidden, true), (failure.Kind, failure.MayHaveBeenCarriedOut));
    }
}
