using System.Net;
using System.Text.Json.Nodes;

namespace Checkly.Sandbox.Tests;

public sealed class StatusPageTests
{
    private const string Then = "2022-09-08T19:41:28.658Z";
    private readonly TestClock _clock = new();

    [Fact]
    public async Task A_sandbox_begins_with_one_status_page()
    {
        using StatusPageCall sandbox = new(_clock.Read);

        SandboxAnswer page = await sandbox.GetAsync(StatusPageCall.FirstPage);

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Json.Equal(
            $$"""
            {
              "id": "5a9db0c5-7e57-4c0d-8000-000000000010", "name": "Sandbox status", "url": "sandbox", "description": null, "customDomain": null,
              "themeColors": null, "logo": null, "logoDark": null, "redirectTo": null, "favicon": null, "defaultTheme": "AUTO", "version": null,
              "whiteLabel": false, "isPrivate": false,
              "cards": [{
                "id": "{{SandboxStatusPage.CardId}}", "name": "Services", "created_at": "{{Then}}", "updated_at": null,
                "services": [
                  { "id": "{{SandboxStatusPage.FirstServiceId}}", "name": "Website", "accountId": "{{SandboxAccount.Id}}", "created_at": "{{Then}}", "updated_at": null },
                  { "id": "{{SandboxStatusPage.SecondServiceId}}", "name": "API", "accountId": "{{SandboxAccount.Id}}", "created_at": "{{Then}}", "updated_at": null }
                ]
              }]
            }
            """,
            page.Object);
    }

    [Fact]
    public async Task A_list_says_other_things_of_a_page_than_the_page()
    {
        using StatusPageCall sandbox = new(_clock.Read);

        SandboxAnswer list = await sandbox.GetAsync(StatusPageCall.Pages);

        Assert.Equal(HttpStatusCode.OK, list.Status);
        Assert.Equal(1, list.Object["length"]!.GetValue<int>());
        JsonObject page = Assert.Single(list.Object["entries"].Objects());
        Assert.Equal(SandboxAccount.Id, page["accountId"]!.GetValue<string>());
        Assert.Equal(Then, page["created_at"]!.GetValue<string>());
        Assert.Null(page["updated_at"]);
        Assert.Empty(page["incidents"].Objects());
        Assert.Empty(page["keys"].Objects());
        Assert.False(page.ContainsKey("whiteLabel"));
    }

    [Fact]
    public async Task A_new_page_is_answered_with_all_that_was_sent()
    {
        using StatusPageCall sandbox = new(_clock.Read);

        SandboxAnswer created = await sandbox.PostAsync(StatusPageCall.Pages, StatusPageBodies.Full);

        Assert.Equal(HttpStatusCode.Created, created.Status);
        JsonObject sent = JsonNode.Parse(StatusPageBodies.Full)!.AsObject();
        // Both are documented to be made lower case.
        (sent["url"], sent["customDomain"]) = ("acme-status", "status.example.com");
        Assert.All(sent.Where(field => field.Key != "cards"), field => Json.Equal(field.Value!.ToJsonString(), created.Object[field.Key]));
        JsonObject[] cards = created.Object["cards"].Objects();
        Assert.Equal(["Web", "Both", "Nothing"], created.Object["cards"].Texts("name"));
        Assert.Equal([["Website"], ["API", "Website"], []], cards.Select(card => card["services"].Texts("name")));
        Assert.Equal(created.Body, (await sandbox.GetAsync($"{StatusPageCall.Pages}/{created.Text("id")}")).Body);
        Assert.Equal(["Sandbox status", "Acme"], (await sandbox.GetAsync(StatusPageCall.Pages)).Object["entries"].Texts("name"));
    }

    [Fact]
    public async Task A_change_replaces_the_cards_and_keeps_those_it_names()
    {
        using StatusPageCall sandbox = new(_clock.Read);
        _clock.AddMinutes(1);

        SandboxAnswer changed = await sandbox.PutAsync(
            StatusPageCall.FirstPage,
            $$"""{ "name": "New", "url": "new", "cards": [{ "name": "First" }, { "id": "{{SandboxStatusPage.CardId}}", "name": "Renamed" }] }""");

        Assert.Equal(HttpStatusCode.OK, changed.Status);
        Assert.Equal(("New", "new"), (changed.Text("name"), changed.Text("url")));
        JsonObject[] cards = changed.Object["cards"].Objects();
        Assert.NotEqual(SandboxStatusPage.CardId, cards[0]["id"]!.GetValue<string>());
        Json.Equal(
            $$"""{ "id": "{{SandboxStatusPage.CardId}}", "name": "Renamed", "services": [], "created_at": "{{Then}}", "updated_at": "2022-09-08T19:42:28.658Z" }""",
            cards[1]);
        Assert.Equal("2022-09-08T19:42:28.658Z", (await sandbox.GetAsync(StatusPageCall.Pages)).Object["entries"]![0]!["updated_at"]!.GetValue<string>());
    }

    [Fact]
    public async Task The_services_of_a_deleted_page_stay()
    {
        using StatusPageCall sandbox = new();

        Assert.Equal(HttpStatusCode.NoContent, (await sandbox.DeleteAsync(StatusPageCall.FirstPage)).Status);

        Assert.Equal(HttpStatusCode.OK, (await sandbox.GetAsync(StatusPageCall.FirstService)).Status);
    }

    [Theory]
    [InlineData("url", "SANDBOX")]
    [InlineData("customDomain", "Status.Example.com")]
    public async Task An_address_belongs_to_one_page(string field, string taken)
    {
        using StatusPageCall sandbox = new();
        SandboxAnswer full = await sandbox.PageAsync(StatusPageBodies.Full);
        SandboxAnswer other = await sandbox.PageAsync();
        string body = Bodies.With(StatusPageBodies.Page, field, $"\"{taken}\"");

        Refused.Conflict(await sandbox.PostAsync(StatusPageCall.Pages, body));
        Refused.Conflict(await sandbox.PutAsync($"{StatusPageCall.Pages}/{other.Text("id")}", body));
        Assert.Equal(HttpStatusCode.OK, (await sandbox.PutAsync($"{StatusPageCall.Pages}/{full.Text("id")}", StatusPageBodies.Full)).Status);
    }

    [Fact]
    public async Task An_id_must_be_a_guid_and_a_service_on_a_card_must_exist()
    {
        using StatusPageCall sandbox = new();
        string cards = $$"""[{ "name": "A", "services": [{ "id": "{{Guid.NewGuid()}}" }] }]""";

        Refused.BadRequest(await sandbox.GetAsync($"{StatusPageCall.Pages}/sandbox"));
        Refused.NotFound(await sandbox.PostAsync(StatusPageCall.Pages, Bodies.With(StatusPageBodies.Page, "cards", cards)));
    }
}
