using Checkly.Tests;

namespace Checkly.Client.Tests;

/// <summary>The five operations of /v1/dashboards.</summary>
public sealed class DashboardTests(ApiServer server) : ClientTest, IClassFixture<ApiServer>, IDisposable
{
    private const string One = """
        {"customUrl":"acme","customDomain":null,"logo":"","header":"Acme","width":"960PX","refreshRate":60,"showP95":false,
         "tags":["a","b"],"isPrivate":true,"keys":[{"id":"k1","rawKey":"da_secret","maskedKey":"...ret","created_at":"2022-09-08T19:41:28.658Z"}],
         "id":1234,"dashboardId":"4b82a8ad","created_at":"2022-09-08T19:41:28.658Z","brandNew":1}
        """;

    public void Dispose() => server.Reset();

    [Theory]
    [InlineData("Content-Range", "4-5/57", 57, 4)]
    [InlineData("Content-Range", "items 4-5/57", 57, 4)]
    [InlineData("Content-Range", "4-5/*", null, 4)]
    [InlineData("Content-Range", "*/57", 57, null)]
    [InlineData("Content-Range", "items */57", 57, null)]
    [InlineData("Content-Range", "-", null, null)]
    [InlineData("X-Other", "57", null, null)]
    public async Task A_page_knows_its_place_in_the_list_when_the_server_says_it(string header, string value, int? total, int? start)
    {
        server.Answer("GET", "/v1/dashboards", 200, $"[{One},{One}]", headers: (header, value));
        using ChecklyClient client = Connect(server.Uri);

        Page<Dashboard> page = await client.SendAsync(DashboardRequests.List(2, 3), Cancel);

        Assert.Equal("/v1/dashboards?limit=2&page=3", Assert.Single(server.Requests).Target);
        Assert.Equal(2, page.Items.Count);
        Assert.Equal((total, start), (page.Total, page.Start));
    }

    [Fact]
    public async Task A_dashboard_is_read_with_both_its_ids()
    {
        server.Answer("GET", "/v1/dashboards/4b82a8ad", 200, One);
        using ChecklyClient client = Connect(server.Uri);

        Dashboard dashboard = await client.SendAsync(DashboardRequests.Get("4b82a8ad"), Cancel);

        Assert.Equal((1234, "4b82a8ad", "Acme", "acme", null), (dashboard.Id, dashboard.DashboardId, dashboard.Header, dashboard.CustomUrl, dashboard.CustomDomain));
        Assert.Equal((true, null, 60), (dashboard.IsPrivate, dashboard.EnableIncidents, dashboard.RefreshRate));
        Assert.Equal(["a", "b"], dashboard.Tags);
        Assert.NotNull(dashboard.ShowP95);
        Assert.Equal(["brandNew"], dashboard.AdditionalProperties.Keys.Cast<string>());
    }

    [Theory]
    [InlineData("customUrl", "acme", "/v1/dashboards/acme?type=customUrl")]
    [InlineData("customDomain", "status.example.com", "/v1/dashboards/status.example.com?type=customDomain")]
    public async Task It_can_be_found_by_its_address(string type, string address, string target)
    {
        server.Answer("GET", $"/v1/dashboards/{address}", 200, One);
        using ChecklyClient client = Connect(server.Uri);

        await client.SendAsync(DashboardRequests.Get(address, type), Cancel);

        Assert.Equal(target, Assert.Single(server.Requests).Target);
    }

    [Fact]
    public async Task Create_sends_the_given_settings_and_no_more()
    {
        server.Answer("POST", "/v1/dashboards", 201, One);
        using ChecklyClient client = Connect(server.Uri);

        await client.SendAsync(
            DashboardRequests.Create(new Dictionary<string, object?> { ["tags"] = new[] { "a" }, ["header"] = "Acme", ["refreshRate"] = 30, ["isPrivate"] = false, ["customDomain"] = null }), Cancel);

        Assert.Equal(
            """{"customDomain":null,"header":"Acme","refreshRate":30,"tags":["a"],"isPrivate":false}"""u8.ToArray(),
            Assert.Single(server.Requests).Body);
    }

    [Fact]
    public async Task Change_sends_back_all_that_it_does_not_change()
    {
        server.Answer("GET", "/v1/dashboards/4b82a8ad", 200, One).Answer("PUT", "/v1/dashboards/4b82a8ad", 200, One);
        using ChecklyClient client = Connect(server.Uri);
        Dashboard before = await client.SendAsync(DashboardRequests.Get("4b82a8ad"), Cancel);

        ApiRequest<Dashboard> change = DashboardRequests.Change(before, new Dictionary<string, object?> { ["header"] = "New" });
        await client.SendAsync(change, Cancel);

        Assert.Equal(
            """{"customUrl":"acme","customDomain":null,"logo":"","header":"New","width":"960PX","refreshRate":60,"tags":["a","b"],"isPrivate":true,"showP95":false,"keys":[{"id":"k1","rawKey":"da_secret","maskedKey":"...ret","created_at":"2022-09-08T19:41:28.658Z"}]}"""u8.ToArray(),
            server.Requests[1].Body);
        Assert.DoesNotContain("da_secret", change.ToString(), StringComparison.Ordinal);
        Assert.Contains("\"keys\":\"(kept)\"", change.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Delete_answers_nothing()
    {
        server.Answer("DELETE", "/v1/dashboards/4b82a8ad", 204);
        using ChecklyClient client = Connect(server.Uri);

        await client.SendAsync(DashboardRequests.Delete("4b82a8ad"), Cancel);

        Assert.Equal(("DELETE", "/v1/dashboards/4b82a8ad"), (server.Requests[0].Method, server.Requests[0].Target));
    }

    [Fact]
    public void What_cannot_be_sent_is_refused() =>
        Assert.Throws<ArgumentException>(() => DashboardRequests.Create(new Dictionary<string, object?> { ["header"] = new object() }));
}
