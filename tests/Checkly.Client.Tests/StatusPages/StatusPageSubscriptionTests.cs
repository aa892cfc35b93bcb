using Checkly.Tests;

namespace Checkly.Client.Tests;

/// <summary>The three operations of /v1/status-pages/{statusPageId}/subscriptions.</summary>
public sealed class StatusPageSubscriptionTests(ApiServer server) : RequestTest(server)
{
    internal const string Id = "6c3b9a52-9a0c-4a57-8f1e-2b9a6f4b0c33";
    internal const string One = $$"""{"id":"{{Id}}","type":"EMAIL","address":"ann@acme.example","status":"PENDING","created_at":"2026-01-01T10:00:00.000Z","updated_at":"2026-01-02"}""";
    private const string Subscriptions = $"{StatusPageTests.Path}/subscriptions";

    [Fact]
    public async Task Subscriptions_are_listed_at_once_and_know_their_page()
    {
        StatusPageSubscription subscription = Assert.Single(
            await ExchangeAsync(StatusPageSubscriptionRequests.List(StatusPageTests.Id), $"GET {Subscriptions}", $"[{One}]"));

        Assert.Equal((Id, StatusPageTests.Id), (subscription.ToString(), subscription.StatusPageId));
        Assert.Equal(("EMAIL", "ann@acme.example", "PENDING"), (subscription.Type, subscription.Address, subscription.Status));
        Assert.Equal((Utc(2026, 1, 1, 10), Utc(2026, 1, 2)), (subscription.CreatedAt, subscription.UpdatedAt));
        Assert.Empty(subscription.AdditionalProperties);
    }

    [Fact]
    public async Task Only_the_id_is_required_of_a_subscription()
    {
        StatusPageSubscription subscription = Assert.Single(await ExchangeAsync(
            StatusPageSubscriptionRequests.List("p"), "GET /v1/status-pages/p/subscriptions", """[{"id":"s","statusPageId":"other","type":"PIGEON","status":"LOST","loft":3}]"""));

        Assert.Equal(("other", "PIGEON", "LOST"), (subscription.StatusPageId, subscription.Type, subscription.Status));
        Assert.Equal(["loft"], subscription.AdditionalProperties.Keys.Cast<string>());
    }

    [Theory]
    [InlineData(null, "")]
    [InlineData(true, ",\"autoVerify\":true")]
    [InlineData(false, ",\"autoVerify\":false")]
    public async Task Several_addresses_are_subscribed_at_once(bool? autoVerify, string sent)
    {
        StatusPageSubscriptionResult result = await ExchangeAsync(
            StatusPageSubscriptionRequests.Create(StatusPageTests.Id, ["ann@acme.example", "bob@acme.example"], autoVerify),
            $$"""POST {{Subscriptions}}/bulk {"subscriptions":[{"type":"EMAIL","config":"ann@acme.example"},{"type":"EMAIL","config":"bob@acme.example"}]{{sent}}}""",
            """{"created":1,"skipped":1,"status":"PENDING","later":0}""", 201);

        Assert.Equal((1, 1, "PENDING"), (result.Created, result.Skipped, result.Status));
        Assert.Equal(["later"], result.AdditionalProperties.Keys.Cast<string>());
    }

    [Fact]
    public async Task Delete_answers_nothing() =>
        await ExchangeAsync(StatusPageSubscriptionRequests.Delete(StatusPageTests.Id, Id), $"DELETE {Subscriptions}/{Id}", null, 204);
}
