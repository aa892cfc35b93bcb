using Checkly.Tests;

namespace Checkly.Client.Tests;

/// <summary>The five operations of /v1/status-pages/services.</summary>
public sealed class StatusPageServiceTests(ApiServer server) : RequestTest(server)
{
    internal const string Id = "0f6d3a1c-52c1-4a67-8a6c-6d1f0f2f0b22";
    internal const string One = $$"""{"name":"Payments","id":"{{Id}}","accountId":"{{AccountId}}","created_at":"2026-01-01","updated_at":null}""";
    private const string Services = "/v1/status-pages/services";

    [Fact]
    public async Task Services_are_listed_page_by_page()
    {
        Page<StatusPageService> page = await ExchangeAsync(
            StatusPageServiceRequests.List(100, "n1"), $"GET {Services}?limit=100&nextId=n1", $$"""{"length":1,"entries":[{{One}}],"nextId":"n2"}""");

        Assert.Equal((Id, "n2"), (Assert.Single(page.Items).Id, page.NextId));
    }

    [Fact]
    public async Task A_service_is_read()
    {
        StatusPageService service = await ExchangeAsync(StatusPageServiceRequests.Get(Id), $"GET {Services}/{Id}", One);

        Assert.Equal((Id, "Payments", AccountId), (service.ToString(), service.Name, service.AccountId));
        Assert.Equal((Utc(2026, 1, 1), null), (service.CreatedAt, service.UpdatedAt));
        Assert.Empty(service.AdditionalProperties);
    }

    [Fact]
    public async Task Only_the_id_is_required_of_a_service()
    {
        StatusPageService service = await ExchangeAsync(StatusPageServiceRequests.Get("x y"), $"GET {Services}/x%20y", """{"id":7,"checks":[1]}""");

        Assert.Equal(("7", null), (service.Id, service.Name));
        Assert.Equal(["checks"], service.AdditionalProperties.Keys.Cast<string>());
    }

    [Theory]
    [InlineData(200)]
    [InlineData(201)]
    public async Task Create_sends_the_name(int status)
    {
        StatusPageService service = await ExchangeAsync(StatusPageServiceRequests.Create("Payments"), $$"""POST {{Services}} {"name":"Payments"}""", One, status);

        Assert.Equal(Id, service.Id);
    }

    [Fact]
    public async Task Change_sends_the_name()
    {
        StatusPageService service = await ExchangeAsync(StatusPageServiceRequests.Change(Id, "Payments"), $$"""PUT {{Services}}/{{Id}} {"name":"Payments"}""", One);

        Assert.Equal("Payments", service.Name);
    }

    [Fact]
    public async Task Delete_answers_nothing() =>
        await ExchangeAsync(StatusPageServiceRequests.Delete(Id), $"DELETE {Services}/{Id}", null, 204);
}
