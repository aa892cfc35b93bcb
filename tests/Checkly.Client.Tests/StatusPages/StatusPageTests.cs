using Checkly.Tests;

namespace Checkly.Client.Tests;

/// <summary>The five operations of /v1/status-pages.</summary>
public sealed class StatusPageTests(ApiServer server) : RequestTest(server)
{
    internal const string Id = "b5f4e1c0-3d3e-4a0b-9f50-0d0b7e8f1a11";
    internal const string Path = $"/v1/status-pages/{Id}";

    internal const string One = $$"""
        {"name":"Acme","description":null,"url":"acme","customDomain":"status.acme.example","themeColors":null,"logo":null,
         "logoDark":"https://acme.example/dark.png","redirectTo":"https://acme.example","favicon":null,"defaultTheme":"AUTO","version":2,
         "cards":[{"id":"7d0bd3b8-8f0f-4f0a-9a57-b8f7a3d0c001","name":"Core","created_at":"2026-01-01","updated_at":null,
                   "services":[{{StatusPageServiceTests.One}}]}],
         "id":"{{Id}}","isPrivate":false}
        """;

    private const string Kept = """
        "url":"acme","customDomain":"status.acme.example","themeColors":null,"logo":null,"logoDark":"https://acme.example/dark.png","redirectTo":"https://acme.example","favicon":null,"defaultTheme":"AUTO","version":2
        """;

    [Fact]
    public async Task A_page_of_the_list_says_where_the_next_one_begins()
    {
        Page<StatusPage> first = await ExchangeAsync(
            StatusPageRequests.List(20), "GET /v1/status-pages?limit=20", $$"""{"length":1,"entries":[{{One}}],"nextId":"a/b=="}""");

        Assert.Equal((1, null, "a/b=="), (first.Items.Count, first.Total, first.NextId));
        Assert.Equal(Id, first.Items[0].ToString());

        Page<StatusPage> last = await ExchangeAsync(
            StatusPageRequests.List(20, first.NextId), "GET /v1/status-pages?limit=20&nextId=a%2Fb%3D%3D", """{"length":0,"entries":[]}""");

        Assert.Equal((0, null), (last.Items.Count, last.NextId));
    }

    [Theory]
    [InlineData("null")]
    [InlineData("\"\"")]
    public async Task The_last_page_has_no_next_one(string nextId)
    {
        Page<StatusPage> page = await ExchangeAsync(
            StatusPageRequests.List(1), "GET /v1/status-pages?limit=1", $$"""{"length":0,"entries":[],"nextId":{{nextId}},"brandNew":1}""");

        Assert.Null(page.NextId);
    }

    [Theory]
    [InlineData("{}", "it has no 'entries'")]
    [InlineData("""{"entries":null}""", "it is not a list")]
    [InlineData("[]", "it has a list where an object is expected")]
    public async Task A_page_without_entries_is_none(string answer, string why) =>
        Assert.Contains(why, await RefusalAsync(StatusPageRequests.List(1), answer), StringComparison.Ordinal);

    [Fact]
    public async Task A_status_page_is_read_with_its_cards_and_services()
    {
        StatusPage page = await ExchangeAsync(StatusPageRequests.Get(Id), $"GET {Path}", One);

        Assert.Equal((Id, "Acme", null, "acme", "status.acme.example"), (page.Id, page.Name, page.Description, page.Url, page.CustomDomain));
        Assert.Equal((null, "https://acme.example/dark.png", "https://acme.example", null), (page.Logo, page.LogoDark, page.RedirectTo, page.Favicon));
        Assert.Equal(("AUTO", false), (page.DefaultTheme, page.IsPrivate));
        StatusPageCard card = Assert.Single(page.Cards);
        Assert.Equal(("7d0bd3b8-8f0f-4f0a-9a57-b8f7a3d0c001", "Core", Utc(2026, 1, 1), null), (card.ToString(), card.Name, card.CreatedAt, card.UpdatedAt));
        Assert.Equal("Payments", Assert.Single(card.Services).Name);
        Assert.Equal(2, page.Version);
        Assert.Empty(page.AdditionalProperties);
    }

    [Fact]
    public async Task Only_the_id_is_required_of_a_status_page()
    {
        StatusPage page = await ExchangeAsync(
            StatusPageRequests.Get(Id), $"GET {Path}",
            """{"id":"not-a-guid","defaultTheme":"SEPIA","cards":"none","isPrivate":"perhaps","created_at":"2026-02-03","updated_at":"soon","accountId":"a"}""");

        Assert.Equal(("not-a-guid", "SEPIA", null, Utc(2026, 2, 3)), (page.Id, page.DefaultTheme, page.IsPrivate, page.CreatedAt));
        Assert.Empty(page.Cards);
        Assert.Equal(["cards", "isPrivate", "updated_at"], page.AdditionalProperties.Keys.Cast<string>());
        Assert.Contains("it has no 'id'", await RefusalAsync(StatusPageRequests.Get(Id), """{"name":"Acme"}"""), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Create_sends_the_given_settings_and_of_services_the_ids()
    {
        StatusPage page = await ExchangeAsync(
            Creation(),
            """POST /v1/status-pages {"name":"Acme","description":"Größe","url":"acme","cards":[{"name":"Core","services":[{"id":"s1"},{"id":"s2"}]}]}""",
            One, 201);

        Assert.Equal(Id, page.Id);
    }

    [Fact]
    public async Task Change_sends_back_all_that_it_does_not_change_as_far_as_the_api_takes_it()
    {
        StatusPage before = await ExchangeAsync(StatusPageRequests.Get(Id), $"GET {Path}", One);

        await ExchangeAsync(
            StatusPageRequests.Change(before, new Dictionary<string, object?> { ["description"] = "New" }),
            $$"""PUT {{Path}} {"name":"Acme","description":"New",{{Kept}},"cards":[{"id":"7d0bd3b8-8f0f-4f0a-9a57-b8f7a3d0c001","name":"Core","services":[{"id":"{{StatusPageServiceTests.Id}}"}]}]}""",
            One);
    }

    [Fact]
    public async Task Change_replaces_the_cards_when_some_are_given()
    {
        StatusPage before = await ExchangeAsync(StatusPageRequests.Get(Id), $"GET {Path}", One);

        await ExchangeAsync(
            StatusPageRequests.Change(before, new Dictionary<string, object?> { ["cards"] = new[] { new StatusPageCard { Id = "c1", Name = "Other" } } }),
            $$"""PUT {{Path}} {"name":"Acme","description":null,{{Kept}},"cards":[{"id":"c1","name":"Other","services":[]}]}""",
            One);
    }

    [Fact]
    public async Task Cards_that_were_not_read_are_not_sent_as_none()
    {
        StatusPage before = await ExchangeAsync(StatusPageRequests.Get(Id), $"GET {Path}", $$"""{"id":"{{Id}}","name":"Acme","url":"acme"}""");

        await ExchangeAsync(
            StatusPageRequests.Change(before, new Dictionary<string, object?> { ["name"] = "New" }), $$"""PUT {{Path}} {"name":"New","url":"acme"}""", One);
    }

    [Fact]
    public async Task Delete_answers_nothing() =>
        await ExchangeAsync(StatusPageRequests.Delete(Id), $"DELETE {Path}", null, 204);

    internal static ApiRequest<StatusPage> Creation() => StatusPageRequests.Create(new Dictionary<string, object?>
    {
        ["name"] = "Acme",
        ["url"] = "acme",
        ["description"] = "Größe",
        ["cards"] = new[] { new StatusPageCard { Name = "Core", Services = [new StatusPageService { Id = "s1", Name = "x" }, new StatusPageService { Id = "s2" }] } },
    });
}
