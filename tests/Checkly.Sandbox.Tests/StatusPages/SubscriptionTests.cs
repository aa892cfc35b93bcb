using System.Net;
using System.Text.Json.Nodes;

namespace Checkly.Sandbox.Tests;

public sealed class SubscriptionTests
{
    private const string Bulk = StatusPageCall.Subscriptions + "/bulk";

    [Theory]
    [InlineData(null, "PENDING")]
    [InlineData("false", "PENDING")]
    [InlineData("true", "VERIFIED")]
    public async Task New_subscriptions_are_counted_and_listed(string? autoVerify, string status)
    {
        TestClock clock = new();
        using StatusPageCall sandbox = new(clock.Read);
        string body = autoVerify is null ? StatusPageBodies.Subscriptions : Bodies.With(StatusPageBodies.Subscriptions, "autoVerify", autoVerify);

        SandboxAnswer created = await sandbox.PostAsync(Bulk, body);

        Assert.Equal(HttpStatusCode.Created, created.Status);
        Json.Equal($$"""{ "created": 2, "skipped": 0, "status": "{{status}}" }""", created.Object);
        SandboxAnswer list = await sandbox.GetAsync(StatusPageCall.Subscriptions);
        Assert.Equal(HttpStatusCode.OK, list.Status);
        JsonObject first = list.Array.Objects()[0];
        Json.Equal(
            $$"""{ "id": {{first["id"]!.ToJsonString()}}, "type": "EMAIL", "address": "ada@example.com", "status": "{{status}}", "created_at": "2022-09-08T19:41:28.658Z", "updated_at": "2022-09-08T19:41:28.658Z" }""",
            first);
        Assert.Equal(["ada@example.com", "grace@example.com"], list.Array.Texts("address"));
    }

    [Fact]
    public async Task Who_is_subscribed_already_is_skipped()
    {
        using StatusPageCall sandbox = new();
        await sandbox.PostAsync(Bulk, """{ "subscriptions": [{ "type": "EMAIL", "config": "Ada@example.com" }] }""");

        SandboxAnswer again = await sandbox.PostAsync(Bulk, StatusPageBodies.Subscriptions);

        Json.Equal("""{ "created": 1, "skipped": 1, "status": "PENDING" }""", again.Object);
    }

    [Fact]
    public async Task Another_page_has_subscriptions_of_its_own()
    {
        using StatusPageCall sandbox = new();
        string other = $"{StatusPageCall.Pages}/{(await sandbox.PageAsync()).Text("id")}/subscriptions";
        await sandbox.PostAsync(Bulk, StatusPageBodies.Subscriptions);
        string id = (await sandbox.GetAsync(StatusPageCall.Subscriptions)).Array.Texts("id")[0];

        Assert.Empty((await sandbox.GetAsync(other)).Array);
        Refused.NotFound(await sandbox.DeleteAsync($"{other}/{id}"));
    }

    [Fact]
    public async Task A_deleted_subscription_is_gone()
    {
        using StatusPageCall sandbox = new();
        await sandbox.PostAsync(Bulk, StatusPageBodies.Subscriptions);
        string path = $"{StatusPageCall.Subscriptions}/{(await sandbox.GetAsync(StatusPageCall.Subscriptions)).Array.Texts("id")[0]}";

        Assert.Equal(HttpStatusCode.NoContent, (await sandbox.DeleteAsync(path)).Status);

        Refused.NotFound(await sandbox.DeleteAsync(path));
        Assert.Equal(["grace@example.com"], (await sandbox.GetAsync(StatusPageCall.Subscriptions)).Array.Texts("address"));
    }

    [Theory]
    [InlineData(100, HttpStatusCode.Created)]
    [InlineData(101, HttpStatusCode.BadRequest)]
    public async Task A_hundred_can_be_made_at_once(int count, HttpStatusCode expected)
    {
        using StatusPageCall sandbox = new();
        string items = string.Join(", ", Enumerable.Range(1, count).Select(number => $$"""{ "type": "EMAIL", "config": "{{number}}@example.com" }"""));

        Assert.Equal(expected, (await sandbox.PostAsync(Bulk, $$"""{ "subscriptions": [{{items}}] }""")).Status);
    }

    [Fact]
    public async Task An_unknown_page_has_no_subscriptions()
    {
        using StatusPageCall sandbox = new();
        string unknown = $"{StatusPageCall.Pages}/{Guid.NewGuid()}/subscriptions";

        Refused.NotFound(await sandbox.GetAsync(unknown));
        Refused.NotFound(await sandbox.PostAsync($"{unknown}/bulk", StatusPageBodies.Subscriptions));
        Refused.NotFound(await sandbox.DeleteAsync($"{unknown}/{Guid.NewGuid()}"));
        Refused.BadRequest(await sandbox.DeleteAsync($"{StatusPageCall.Subscriptions}/ada"));
    }
}
