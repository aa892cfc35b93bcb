using System.Text.Json.Nodes;
using static Checkly.Client.Tests.Steps;

namespace Checkly.Client.Tests;

/// <summary>Looks through lists of many pages: how far they read, whatever the list seems to be sorted by and says of its length.</summary>
public sealed class LongListTests : DeliveryTest
{
    public LongListTests() => Server.Ever = Page;

    /// <summary>What is older than the request need not be read, except by the look after which the request is sent again.</summary>
    [Fact]
    public async Task A_look_ends_where_the_entries_are_older()
    {
        for (int i = 0; i < 3_000; i++)
        {
            Server.Make($"other{i}", """{"header":"Other"}""", ago: TimeSpan.FromHours(5) - TimeSpan.FromSeconds(i));
        }

        Server.Then(Answer(500, ApiFailure)).Then([.. Enumerable.Repeat(Page, 34)]).Then(Create("d"));
        using ChecklyClient client = Connect();

        Assert.Equal("d", (await Send(client, ADashboard())).DashboardId);
        Assert.Equal([1, 1, 1, .. Enumerable.Range(1, 31), 1], PagesRead);
    }

    /// <summary>In a list that is sorted by name, the first page may happen to begin with the newest entry, or with the oldest.</summary>
    [Theory]
    [InlineData(true, 3)]
    [InlineData(false, 1)]
    public async Task It_is_found_wherever_it_stands_in_a_list_that_only_seems_to_be_sorted_by_time(bool newestFirst, int place)
    {
        for (int i = 0; i < 5; i++)
        {
            Server.Make($"other{i}", """{"header":"Other"}""", ago: TimeSpan.FromDays(newestFirst ? 6 - i : i + 1));
        }

        // It arrives after the first look, which reads one page of the one list, and four of the other.
        Server.Then(Answer(500, ApiFailure)).Then([.. Enumerable.Repeat(Capped(place), newestFirst ? 1 : 4)]);
        Server.Then(After(server => server.Make("d", DashboardBody), Capped(place)));
        Server.Ever = Capped(place);
        using ChecklyClient client = Connect();

        Assert.Equal("d", (await Send(client, ADashboard())).DashboardId);
        Assert.Single(Server.Posts);
    }

    /// <summary>A server may say the length of a page as that of the list.</summary>
    [Fact]
    public async Task A_total_does_not_keep_a_look_from_reading_on_before_it_is_sent_again()
    {
        for (int i = 0; i < 4; i++)
        {
            Server.Make($"other{i}", """{"header":"Other"}""", ago: TimeSpan.FromHours(1));
        }

        Server.Then(After(server => server.Make("d", DashboardBody), Answer(500, ApiFailure)));
        Server.Ever = Capped(4, total: 2);
        using ChecklyClient client = Connect();

        Assert.Equal("d", (await Send(client, ADashboard())).DashboardId);
        Assert.Single(Server.Posts);
    }

    /// <summary>A server may refuse the page behind the last one.</summary>
    [Fact]
    public async Task A_page_behind_the_end_that_is_refused_is_the_end()
    {
        for (int i = 0; i < 2; i++)
        {
            Server.Make($"other{i}", """{"header":"Other"}""", ago: TimeSpan.FromHours(1));
        }

        Server.Then(Answer(500, ApiFailure), Capped(2, total: 2), Capped(2, total: 2), Capped(2, total: 2), Capped(2, total: 2), Answer(404), Create("d"));
        Server.Ever = Capped(2, total: 2);
        using ChecklyClient client = Connect();

        Assert.Equal("d", (await Send(client, ADashboard())).DashboardId);
    }

    /// <summary>A look at the whole list leaves pages for those that come after it.</summary>
    [Fact]
    public async Task A_late_one_in_a_very_long_list_is_found()
    {
        for (int i = 0; i < 9_800; i++)
        {
            Server.Make($"other{i}", """{"header":"Other"}""", ago: TimeSpan.FromDays(9) - TimeSpan.FromMinutes(i));
        }

        Server.Then(Break);
        Server.Ever = (server, request, cancellationToken) =>
        {
            if (server.Arrivals.Count == 104)
            {
                server.Make("d", DashboardBody);
            }

            return Page(server, request, cancellationToken);
        };
        using ChecklyClient client = Connect();

        Assert.Equal("d", (await Send(client, ADashboard())).DashboardId);
    }

    /// <summary>A server that ignores the number of the page, and says that this is the whole list, has no more.</summary>
    [Fact]
    public async Task A_list_whose_total_was_read_is_whole_though_its_only_page_comes_again()
    {
        Server.Make("other", """{"header":"Other"}""", ago: TimeSpan.FromDays(1));
        ServerStep page = Say(200, server => new JsonArray([.. server.Made.Select(made => made.DeepClone())]).ToJsonString());
        ServerStep always = Changed(page, answer => answer.Content.Headers.TryAddWithoutValidation("Content-Range", "0-0/1"));
        Server.Then(Answer(500, ApiFailure), always, always, always, always, always, Create("d"));
        Server.Ever = always;
        using ChecklyClient client = Connect();

        Assert.Equal("d", (await Send(client, ADashboard())).DashboardId);
    }

    /// <summary>A list that begins with the oldest is read to its end once; from then on only its end is.</summary>
    [Fact]
    public async Task A_list_with_the_oldest_first_is_read_whole_only_once()
    {
        for (int i = 249; i >= 0; i--)
        {
            Server.Make($"other{i}", """{"header":"Other"}""", ago: TimeSpan.FromDays(1) + TimeSpan.FromMinutes(i));
        }

        Server.Then(Break);
        Server.Ever = OldestFirst;
        using ChecklyClient client = Connect(seconds: 12);

        await Fails(client, ADashboard());

        Assert.Equal([1, 2, 3, 4, 3, 4, 3, 4], Server.Arrivals.Skip(1).Take(8).Select(look => look.Target[^1] - '0'));
    }

    /// <summary>Neither order tells where to stop: then the list is read as far as a call may.</summary>
    [Fact]
    public async Task Looks_read_no_more_than_a_hundred_pages()
    {
        var random = new Random(1);
        for (int i = 0; i < 6_000; i++)
        {
            Server.Make($"other{i}", """{"header":"Other"}""", ago: TimeSpan.FromMinutes(random.Next(60, 6000)));
        }

        Server.Then(Answer(500, ApiFailure));
        using ChecklyClient client = Connect();

        ChecklyApiException failure = await Fails(client, ADashboard());

        Assert.Equal((ChecklyErrorKind.OutcomeUnknown, 1), (failure.Kind, failure.Tries));
        Assert.Contains("The list is too long to be looked through.", failure.Message, StringComparison.Ordinal);
        Assert.Equal(100, Server.Arrivals.Count(arrival => arrival.Method == "GET"));
    }

    /// <summary>What was not read may be the one.</summary>
    [Fact]
    public async Task A_list_that_cannot_be_read_to_its_end_does_not_tell_that_it_is_absent()
    {
        for (int i = 0; i < 150; i++)
        {
            Server.Make($"other{i}", """{"header":"Other"}""", ago: TimeSpan.FromSeconds(150 - i));
        }

        Server.Then(Answer(500, ApiFailure));
        // Whatever page it is asked for.
        Server.Ever = Say(200, server => new JsonArray([.. server.Made.Take(100).Select(made => made.DeepClone())]).ToJsonString());
        using ChecklyClient client = Connect();

        ChecklyApiException failure = await Fails(client, ADashboard());

        Assert.Equal((ChecklyErrorKind.OutcomeUnknown, 1), (failure.Kind, failure.Tries));
        Assert.Contains("The server sends page after page of the list without anything new", failure.Message, StringComparison.Ordinal);
    }

    private IEnumerable<int> PagesRead =>
        Server.Arrivals.Where(arrival => arrival.Method == "GET").Select(arrival => int.Parse(arrival.Target.Split('=')[^1], System.Globalization.CultureInfo.InvariantCulture));

    /// <summary>Pages of two, with the new one at a place of its own.</summary>
    private static ServerStep Capped(int place, int? total = null) => async (server, request, cancellationToken) =>
    {
        List<JsonObject> all = [.. server.Made.Where(made => (string?)made["id"] != "d")];
        all.InsertRange(place, server.Made.Where(made => (string?)made["id"] == "d"));

        int page = int.Parse(request.RequestUri!.Query.Split('=')[^1], System.Globalization.CultureInfo.InvariantCulture);
        HttpResponseMessage answer = await Say(200, _ => new JsonArray([.. all.Skip(2 * (page - 1)).Take(2).Select(made => made.DeepClone())]).ToJsonString())(server, request, cancellationToken);
        if (total is not null)
        {
            answer.Content.Headers.TryAddWithoutValidation("Content-Range", $"{2 * (page - 1)}-{(2 * page) - 1}/{total}");
        }

        return answer;
    };

    private static ServerStep OldestFirst { get; } = async (server, request, cancellationToken) =>
    {
        int page = request.RequestUri!.Query[^1] - '0';
        var entries = new JsonArray([.. server.Made.Reverse().Skip(100 * (page - 1)).Take(100).Select(made => made.DeepClone())]);
        return await Say(200, _ => entries.ToJsonString())(server, request, cancellationToken);
    };
}
