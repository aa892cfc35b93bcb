using static Checkly.Client.Tests.Steps;

namespace Checkly.Client.Tests;

/// <summary>A dashboard whose creation was not answered is looked for among all of the account.</summary>
public sealed class LostDashboardTests : DeliveryTest
{
    public LostDashboardTests() => Server.Ever = Page;

    [Theory]
    [InlineData(0, 2)]
    [InlineData(98, 2)]
    [InlineData(99, 2)]
    [InlineData(100, 3)]
    [InlineData(250, 4)]
    public async Task It_is_found_on_whatever_page_it_is(int newer, int pages)
    {
        Server.Then(Carry("d", After(_ => MakeOthers(newer), Break)));
        using ChecklyClient client = Connect();

        Assert.Equal("d", (await Send(client, ADashboard())).DashboardId);
        Assert.Equal([2], Clock.Seconds);
        // The page after the last one is empty; nothing else says that the list is at its end.
        Assert.Equal(Enumerable.Range(1, pages), Server.Arrivals.Skip(1).Take(pages).Select(arrival => arrival.Target[^1] - '0'));
    }

    [Fact]
    public async Task It_is_created_again_when_it_is_on_no_page()
    {
        Server.Make("older", DashboardBody, ago: TimeSpan.FromHours(2));
        Server.Make("other", DashboardBody, ago: TimeSpan.FromHours(1));
        Server.Then(Answer(500, ApiFailure), Page, Page, Page, Page, Page, Create("d"));
        using ChecklyClient client = Connect();

        Assert.Equal("d", (await Send(client, ADashboard())).DashboardId);
        Assert.Empty(Notes.Warnings);
    }

    [Theory]
    [InlineData("""{"customUrl":"acme","header":"Acme","tags":["a"],"isPrivate":false}""")]
    [InlineData("""{"customUrl":"acme","header":"Acme","tags":["a","b"],"isPrivate":true}""")]
    [InlineData("""{"customUrl":"other","header":"Acme","tags":["a","b"],"isPrivate":false}""")]
    public async Task A_new_one_with_other_settings_may_be_this_one(string other)
    {
        Server.Then(After(server => server.Make("x", other), Answer(500, ApiFailure)));
        using ChecklyClient client = Connect();

        ChecklyApiException failure = await Fails(client, ADashboard());

        Assert.Equal((ChecklyErrorKind.OutcomeUnknown, 1), (failure.Kind, failure.Tries));
        Assert.Contains("A new entry with another text is there (x)", failure.Message, StringComparison.Ordinal);
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
        Server.Make("theirs", DashboardBody);
        Server.Then(Page, Answer(500, ApiFailure), Page, Page, Page, Page, Page, Page, Page, Page, Create("d"));
        using ChecklyClient client = Connect();
        await Send(client, DashboardRequests.List(100, 1));

        Assert.Equal("d", (await Send(client, ADashboard())).DashboardId);
        Assert.Empty(Notes.Warnings);
    }

    [Fact]
    public async Task A_page_that_cannot_be_read_leaves_it_open()
    {
        MakeOthers(101);
        Server.Then(Break, Page, Answer(403));
        using ChecklyClient client = Connect();

        ChecklyApiException failure = await Fails(client, ADashboard());

        Assert.Equal((ChecklyErrorKind.OutcomeUnknown, 1, true), (failure.Kind, failure.Tries, failure.MayHaveBeenCarriedOut));
        Assert.Equal("the account's dashboards", failure.WhereToLook);
    }

    [Fact]
    public async Task An_address_that_the_lost_one_took_is_found_to_be_ours()
    {
        Server.Then(Answer(500, ApiFailure), Page, Page, Page, Page, Carry("d", Answer(409)));
        using ChecklyClient client = Connect();

        Assert.Equal("d", (await Send(client, ADashboard())).DashboardId);
    }

    private void MakeOthers(int count)
    {
        for (int i = 0; i < count; i++)
        {
            Server.Make($"other{i}", """{"header":"Other"}""");
        }
    }
}
