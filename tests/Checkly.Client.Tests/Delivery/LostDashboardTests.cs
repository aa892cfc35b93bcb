using static Checkly.Client.Tests.Steps;

namespace Checkly.Client.Tests;

/// <summary>A dashboard whose creation was not answered is looked for among all of the account.</summary>
public sealed class LostDashboardTests : DeliveryTest
{
    private const string Body = """{"customUrl":"acme","header":"Acme","tags":["a","b"],"isPrivate":false}""";

    private static ApiRequest<Dashboard> ADashboard() => DashboardRequests.Create(new Dictionary<string, object?>
    {
        ["header"] = "Acme",
        ["customUrl"] = "acme",
        ["tags"] = new[] { "a", "b" },
        ["isPrivate"] = false,
    });

    [Theory]
    [InlineData(0, 1)]
    [InlineData(98, 1)]
    [InlineData(99, 2)]
    [InlineData(250, 3)]
    public async Task It_is_found_on_whatever_page_it_is(int newer, int pages)
    {
        Server.Then(Carry("d", Break));
        Server.Ever = Page;
        Clock.OnWait = () => Assert.Fail("It is there at the first look.");
        using ChecklyClient client = Connect();
        Task<Dashboard> sending = Send(client, ADashboard(), newer);

        Assert.Equal("d", (await sending).DashboardId);
        Assert.InRange(Server.Arrivals.Count - 1, 1, pages);
        Assert.All(Server.Arrivals.Skip(1).Index(), look => Assert.Equal($"/v1/dashboards?limit=100&page={look.Index + 1}", look.Item.Target));
    }

    [Fact]
    public async Task It_is_created_again_when_it_is_on_no_page()
    {
        for (int i = 0; i < 201; i++)
        {
            Server.Make($"other{i}", Body, ago: TimeSpan.FromHours(1));
        }

        Server.Then(Break, Page, Page, Page, Page, Page, Page, Create("d"));
        Server.Ever = Page;
        using ChecklyClient client = Connect();

        Assert.Equal("d", (await Send(client, ADashboard())).DashboardId);
        Assert.StartsWith("POST GET GET GET GET GET GET POST", Server.Methods, StringComparison.Ordinal);
        Assert.Empty(Notes.Warnings);
    }

    [Theory]
    [InlineData("""{"customUrl":"acme","header":"Acme","tags":["a"],"isPrivate":false}""")]
    [InlineData("""{"customUrl":"acme","header":"Acme","tags":["a","b"],"isPrivate":true}""")]
    [InlineData("""{"customUrl":"other","header":"Acme","tags":["a","b"],"isPrivate":false}""")]
    public async Task One_with_other_settings_is_another_one(string other)
    {
        Server.Then(After(server => server.Make("x", other), Break), Page, Page, Create("d"), Page);
        using ChecklyClient client = Connect();

        Assert.Equal("d", (await Send(client, ADashboard())).DashboardId);
    }

    [Fact]
    public async Task Settings_that_nobody_gave_do_not_matter()
    {
        Server.Then(Carry("d", Break), After(server => server.Made[0]["width"] = "FULL", Page));
        using ChecklyClient client = Connect();

        Dashboard dashboard = await Send(client, ADashboard());

        Assert.Equal(("d", "FULL"), (dashboard.DashboardId, dashboard.Width));
    }

    [Fact]
    public async Task One_that_was_read_before_is_not_taken_for_it()
    {
        Server.Make("theirs", Body);
        Server.Then(Page, Break, Page, Page, Create("d"), Page);
        using ChecklyClient client = Connect();
        await Send(client, DashboardRequests.List(100, 1));

        Assert.Equal("d", (await Send(client, ADashboard())).DashboardId);
        Assert.Empty(Notes.Warnings);
    }

    [Fact]
    public async Task A_page_that_cannot_be_read_leaves_it_open()
    {
        for (int i = 0; i < 101; i++)
        {
            Server.Make($"other{i}", Body, ago: TimeSpan.FromHours(1));
        }

        Server.Then(Break, Page, Answer(403));
        using ChecklyClient client = Connect();

        ChecklyApiException failure = await Fails(client, ADashboard());

        Assert.Equal((ChecklyErrorKind.OutcomeUnknown, 1, true), (failure.Kind, failure.Tries, failure.MayHaveBeenCarriedOut));
        Assert.Equal("the account's dashboards", failure.WhereToLook);
    }

    [Fact]
    public async Task An_address_that_the_lost_one_took_is_found_to_be_ours()
    {
        Server.Then(Break, Page, Page, Carry("d", Answer(409)), Page);
        using ChecklyClient client = Connect();

        Assert.Equal("d", (await Send(client, ADashboard())).DashboardId);
    }

    private Task<Dashboard> Send(ChecklyClient client, ApiRequest<Dashboard> request, int newer)
    {
        Server.Then(After(
            server =>
            {
                for (int i = 0; i < newer; i++)
                {
                    server.Make($"newer{i}", """{"header":"Other"}""");
                }
            },
            Page));
        return Send(client, request);
    }
}
