using static Checkly.Client.Tests.Steps;

namespace Checkly.Client.Tests;

/// <summary>
/// Addresses whose subscription was not answered. None is subscribed twice, so all that counts is whether all of them are on
/// the list: one look tells.
/// </summary>
public sealed class LostSubscriptionsTests : DeliveryTest
{
    private const string Path = "/v1/status-pages/p/subscriptions";

    public LostSubscriptionsTests() => Server.Ever = Whole;

    [Fact]
    public async Task They_are_found_at_the_first_look()
    {
        Server.Then(Subscribe(Break));
        using ChecklyClient client = Connect();

        StatusPageSubscriptionResult result = await Send(client, TwoAddresses());

        Assert.Equal((2, 0, "p"), (result.Created, result.Skipped, result.StatusPageId));
        Assert.Equal(["POST /v1/status-pages/p/subscriptions/bulk", $"GET {Path}"], Server.Arrivals.Select(arrival => $"{arrival.Method} {arrival.Target}"));
        Assert.Empty(Clock.Waits);
    }

    [Fact]
    public async Task Those_that_were_subscribed_before_were_passed_over()
    {
        Server.Make("a", """{"address":"ann@acme.example"}""", ago: TimeSpan.FromDays(1));
        Server.Then(After(server => server.Make("b", """{"address":"bob@acme.example"}"""), Break));
        using ChecklyClient client = Connect();

        StatusPageSubscriptionResult result = await Send(client, TwoAddresses());

        Assert.Equal((1, 1), (result.Created, result.Skipped));
    }

    [Fact]
    public async Task As_long_as_one_is_missing_they_are_looked_for()
    {
        Server.Make("a", """{"address":"ann@acme.example"}""", ago: TimeSpan.FromDays(1));
        Server.Then(Break);
        using ChecklyClient client = Connect();

        ChecklyApiException failure = await Fails(client, TwoAddresses());

        Assert.Equal((ChecklyErrorKind.OutcomeUnknown, 1, "the page's subscriptions"), (failure.Kind, failure.Tries, failure.WhereToLook));
        Assert.Equal(9, Server.Arrivals.Count(arrival => arrival.Method == "GET"));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"created":2}""")]
    [InlineData(ApiFailure)]
    public async Task An_answer_that_does_not_count_them_is_looked_for(string body)
    {
        Server.Then(Subscribe(Answer(200, body)));
        using ChecklyClient client = Connect();

        Assert.Equal((2, 0), (await Send(client, TwoAddresses())) is var result ? (result.Created, result.Skipped) : default);
        Assert.Equal("POST GET", Server.Methods);
    }

    [Theory]
    [InlineData("slow")]
    [InlineData("asked to wait")]
    public async Task Those_that_were_created_are_counted_so_however_late_the_look_is(string look)
    {
        Server.Then(Subscribe(Break));
        Server.Then(look == "slow" ? After(server => server.Clock.Pass(TimeSpan.FromSeconds(4)), Whole) : Answer(429, "", ("Retry-After", "20")));
        using ChecklyClient client = Connect();

        Assert.Equal(2, (await Send(client, TwoAddresses())).Created);
    }

    [Fact]
    public async Task Without_the_time_of_the_server_nobody_can_count_them()
    {
        Server.Then(Subscribe(Break));
        Server.Ever = WithoutDate(Whole);
        using ChecklyClient client = Connect();

        Assert.Contains("does not say since when", (await Fails(client, TwoAddresses())).Message, StringComparison.Ordinal);
    }

    /// <summary>The second attempt passes over what the first one has made: there is nothing to look for afterwards.</summary>
    [Fact]
    public async Task After_a_failure_of_the_API_they_are_sent_again_and_that_is_the_answer()
    {
        Server.Then(Answer(500, ApiFailure), Whole, Whole, Whole, Whole, Answer(201, """{"created":2,"skipped":0}"""));
        using ChecklyClient client = Connect();

        Assert.Equal(2, (await Send(client, TwoAddresses())).Created);
        Assert.Equal("POST GET GET GET GET POST", Server.Methods);
    }

    private static ApiRequest<StatusPageSubscriptionResult> TwoAddresses() => StatusPageSubscriptionRequests.Create("p", ["ann@acme.example", "bob@acme.example"]);

    private static ServerStep Subscribe(ServerStep then) => After(
        server =>
        {
            server.Make("a", """{"address":"Ann@acme.example"}""");
            server.Make("b", """{"address":"bob@acme.example"}""");
        },
        then);
}
