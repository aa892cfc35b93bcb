using System.Globalization;
using System.Text.Json.Nodes;
using static Checkly.Client.Tests.Steps;

namespace Checkly.Client.Tests;

/// <summary>Looks through a long list that is paged by <c>nextId</c>: whichever way it is sorted, few requests, and no entry missed.</summary>
public sealed class CursorLookTests : DeliveryTest
{
    private const string Path = "/v1/status-pages/incidents";
    private const string Opened = """{"id":"ours","name":"Checkout is down"}""";


    private static ServerStep NewestFirst => Listed(server => server.Made);

    private static ServerStep OldestFirst => Listed(server => server.Made.Reverse());

    [Fact]
    public async Task Of_three_thousand_with_the_newest_first_only_the_last_look_before_it_is_sent_again_reads_all()
    {
        MakeOthers(3_000, TimeSpan.FromMinutes(2));
        Server.Then(Answer(500, ApiFailure)).Then([.. Enumerable.Repeat(NewestFirst, 33)]).Then(Answer(201, Opened));
        Server.Ever = NewestFirst;
        using ChecklyClient client = Connect();

        Assert.Equal("ours", (await Send(client, AnIncidentOnPages())).Id);

        // Four looks before it is sent again, and one for the first attempt afterwards.
        Assert.Equal(["", "", "", "", .. Enumerable.Range(1, 29).Select(page => $"{page}00"), ""], Looks.Select(Cursor));
    }

    /// <summary>A page of entries that may still be ours by the server's clocks is not the last one to be read.</summary>
    [Fact]
    public async Task Of_many_that_are_young_a_look_reads_on_until_they_are_older_than_the_request()
    {
        MakeOthers(3_000, TimeSpan.FromSeconds(5));
        Server.Then(Answer(500, ApiFailure));
        Server.Ever = NewestFirst;
        using ChecklyClient client = Connect(seconds: 6);

        await Fails(client, AnIncidentOnPages());

        // Ten minutes are 120 entries.
        Assert.Equal([$"{Path}?limit=100", $"{Path}?limit=100&nextId=100"], Looks.Take(2));
        Assert.Equal($"{Path}?limit=100", Looks.ElementAt(2));
    }

    [Fact]
    public async Task With_the_oldest_first_the_second_look_begins_at_the_last_page_and_finds_it_there()
    {
        MakeOthers(250, TimeSpan.FromMinutes(1));
        Server.Then(Break, OldestFirst, OldestFirst, After(server => MakeOurs(server), OldestFirst));
        Server.Ever = OldestFirst;
        using ChecklyClient client = Connect();

        Assert.Equal("ours", (await Send(client, AnIncidentOnPages())).Id);

        Assert.Equal(["", "100", "200", "200"], Looks.Select(Cursor));
    }

    /// <summary>
    /// Entries that were imported together all have the same time: that says nothing about the order of the list, so each look
    /// reads both ends of it.
    /// </summary>
    [Theory]
    [InlineData(false, 1)]
    [InlineData(false, 60)]
    [InlineData(true, 1)]
    [InlineData(true, 60)]
    public async Task Where_many_were_made_at_the_same_moment_the_new_one_is_found_at_either_end(bool isOldestFirst, int minutesAgo)
    {
        for (int i = 0; i < 250; i++)
        {
            Server.Make($"other{i}", """{"name":"Other"}""", ago: TimeSpan.FromMinutes(minutesAgo));
        }

        ServerStep list = isOldestFirst ? OldestFirst : NewestFirst;
        Server.Then(Answer(500, ApiFailure), list, list, list, After(server => MakeOurs(server), list));
        Server.Ever = list;
        using ChecklyClient client = Connect();

        Assert.Equal("ours", (await Send(client, AnIncidentOnPages())).Id);

        Assert.Single(Server.Posts);
    }

    /// <summary>No model reads this cursor; a look that ended with the first page would not see what is on the second.</summary>
    [Fact]
    public async Task A_cursor_may_be_a_number()
    {
        Server.Then(After(server => MakeOurs(server), Answer(500, ApiFailure)));
        Server.Ever = (server, request, cancellationToken) => (Cursor(request.RequestUri!.Query).Length == 0
            ? Answer(200, """{"length":1,"entries":[{"id":"theirs","name":"Other","created_at":"2020-01-01T00:00:00Z"}],"nextId":100}""")
            : Say(200, _ => $$"""{"length":1,"entries":[{{server.Made[0].ToJsonString()}}],"nextId":null}"""))(server, request, cancellationToken);
        using ChecklyClient client = Connect();

        Assert.Equal("ours", (await Send(client, AnIncidentOnPages())).Id);

        Assert.Equal(["", "100"], Looks.Take(2).Select(Cursor));
        Assert.Single(Server.Posts);
    }

    /// <summary>A list may leave out the updates, so that an incident of somebody else with the same name looks the same.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task One_that_is_listed_without_its_text_is_a_doubt(bool apiFailed)
    {
        Server.Then(After(server => MakeOurs(server, "theirs").Remove("incidentUpdates"), apiFailed ? Answer(500, ApiFailure) : Break));
        Server.Ever = NewestFirst;
        using ChecklyClient client = Connect();

        ChecklyApiException failure = await Fails(client, AnIncidentOnPages());

        Assert.Equal((ChecklyErrorKind.OutcomeUnknown, 1), (failure.Kind, failure.Tries));
        Assert.Contains("An entry is there (theirs) that does not show all of the text that was sent", failure.Message, StringComparison.Ordinal);
    }

    /// <summary>All entries count, on whatever page: two on different pages are more than one attempt can have made.</summary>
    [Fact]
    public async Task A_second_one_on_another_page_is_seen_too()
    {
        Server.Then(After(
            server =>
            {
                MakeOurs(server, "first");
                for (int i = 0; i < 150; i++)
                {
                    server.Make($"other{i}", """{"name":"Other"}""");
                }

                MakeOurs(server, "second");
            },
            Break));
        Server.Ever = NewestFirst;
        using ChecklyClient client = Connect();

        ChecklyApiException failure = await Fails(client, AnIncidentOnPages());

        Assert.Equal((ChecklyErrorKind.OutcomeUnknown, 1), (failure.Kind, failure.Tries));
        Assert.Contains("2 entries with the same content were made since then, more than this call can have made.", failure.Message, StringComparison.Ordinal);
    }

    private IEnumerable<string> Looks => Server.Arrivals.Where(arrival => arrival.Method == "GET").Select(arrival => arrival.Target);

    private static string Cursor(string target) => target.Split("&nextId=") is [_, var cursor] ? cursor : string.Empty;

    private void MakeOthers(int count, TimeSpan apart)
    {
        for (int i = count; i > 0; i--)
        {
            Server.Make($"other{i}", """{"name":"Other"}""", ago: apart * i);
        }
    }

    private static JsonObject MakeOurs(ScriptedServer server, string id = "ours")
    {
        JsonObject made = server.Make(id, AnIncidentOnPages().Body!);
        made["incidentUpdates"]![0]!["id"] = "u";
        return made;
    }

    private static ApiRequest<StatusPageIncident> AnIncidentOnPages() => StatusPageIncidentRequests.Create(new NewStatusPageIncident
    {
        Name = "Checkout is down",
        Severity = "MAJOR",
        Services = [new StatusPageService { Id = "s", Name = "Checkout", AccountId = "a" }],
        FirstUpdate = new NewStatusPageIncidentUpdate { Description = "Looking.", Status = "INVESTIGATING" },
    });

    /// <summary>A page of the list, with the place of the next entry as its cursor.</summary>
    private static ServerStep Listed(Func<ScriptedServer, IEnumerable<JsonObject>> order) => async (server, request, cancellationToken) =>
    {
        int start = Cursor(request.RequestUri!.Query) is { Length: > 0 } cursor ? int.Parse(cursor, CultureInfo.InvariantCulture) : 0;
        JsonObject[] all = [.. order(server)];
        var page = new JsonObject
        {
            ["length"] = all.Length,
            ["entries"] = new JsonArray([.. all.Skip(start).Take(100).Select(entry => entry.DeepClone())]),
            ["nextId"] = start + 100 < all.Length ? (start + 100).ToString(CultureInfo.InvariantCulture) : null,
        };
        return await Say(200, _ => page.ToJsonString())(server, request, cancellationToken);
    };
}
