using Checkly.Tests;

namespace Checkly.Client.Tests;

/// <summary>GET /v3/checks and GET /v3/checks/{id}.</summary>
public sealed class CheckTests(ApiServer server) : RequestTest(server)
{
    internal const string Id = "1a2b3c4d-5e6f-4a7b-8c9d-0e1f2a3b4c88";

    internal const string One = $$"""
        {"id":"{{Id}}","name":"Checkout","checkType":"URL","activated":true,"muted":false,"description":null,"frequency":10,"tags":["shop"],
         "locations":["eu-west-1"],"privateLocations":[],"groupId":7,"doubleCheck":true,"shouldFail":false,"maxResponseTime":20000,"environmentVariables":[{"key":"TOKEN"}],"playwrightVersion":"1.56",
         "triggerIncident":{"serviceId":"{{StatusPageServiceTests.Id}}","severity":"MAJOR","name":"Down","description":"x","notifySubscribers":false},
         "request":{"method":"GET","url":"https://acme.example"},"created_at":"2026-01-01T00:00:00.000Z","updated_at":null}
        """;

    [Fact]
    public async Task Checks_are_listed_page_by_page()
    {
        Page<Check> page = await ExchangeAsync(CheckRequests.List(100, 2), "GET /v3/checks?limit=100&page=2", $"[{One}]");

        Assert.Equal(Id, Assert.Single(page.Items).ToString());
    }

    [Fact]
    public async Task A_filter_goes_along()
    {
        await ExchangeAsync(
            CheckRequests.List(new CheckFilter { Tags = ["shop & more", "eu"], CheckType = "API", Status = "failing", UrlPattern = "acme/", Search = "out", AppliesGroupSettings = true }, 5, 1),
            "GET /v3/checks?limit=5&page=1&tag=shop%20%26%20more&tag=eu&checkType=API&status=failing&apiCheckUrlFilterPattern=acme%2F&search=out&applyGroupSettings=true",
            "[]");
        await ExchangeAsync(CheckRequests.Get(Id, appliesGroupSettings: true), $"GET /v3/checks/{Id}?applyGroupSettings=true", One);
    }

    [Fact]
    public async Task A_check_is_read()
    {
        Check check = await ExchangeAsync(CheckRequests.Get(Id), $"GET /v3/checks/{Id}", One);

        Assert.Equal((Id, "Checkout", "URL", null), (check.Id, check.Name, check.CheckType, check.Description));
        Assert.Equal((true, false, 10, 7), (check.Activated, check.Muted, check.Frequency, check.GroupId));
        Assert.Equal(["shop"], check.Tags);
        Assert.Equal(["eu-west-1"], check.Locations);
        Assert.Empty(check.PrivateLocations);
        Assert.Equal(("MAJOR", false), (check.TriggerIncident["severity"], check.TriggerIncident["notifySubscribers"]));
        Assert.Equal((Utc(2026, 1, 1), null), (check.CreatedAt, check.UpdatedAt));
        Assert.Equal((true, false, 20000, "https://acme.example"), (check.DoubleCheck, check.ShouldFail, check.MaxResponseTime, check.Request["url"]));
        Assert.Equal("TOKEN", Assert.Single(check.EnvironmentVariables)["key"]);
        Assert.Equal(["playwrightVersion"], check.AdditionalProperties.Keys.Cast<string>());
    }

    [Fact]
    public async Task Only_the_id_is_required_of_a_check()
    {
        Check check = await ExchangeAsync(
            CheckRequests.Get("x"), "GET /v3/checks/x", """{"id":"x","checkType":"TELEPATHY","locations":null,"tags":"a","triggerIncident":null,"frequency":0.5,"created_at":"2026-01-01"}""");

        Assert.Equal(("x", "TELEPATHY", null, Utc(2026, 1, 1)), (check.Id, check.CheckType, check.Frequency, check.CreatedAt));
        Assert.Empty(check.Locations);
        Assert.Empty(check.TriggerIncident);
        Assert.Equal(["tags", "frequency"], check.AdditionalProperties.Keys.Cast<string>());
    }
}
