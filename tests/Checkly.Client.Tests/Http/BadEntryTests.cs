using static Checkly.Client.Tests.Steps;

namespace Checkly.Client.Tests;

/// <summary>One entry that cannot be read costs no other, and an id that came is not lost.</summary>
public sealed class BadEntryTests : DeliveryTest
{
    [Theory]
    [InlineData("""{"name":"no id"}""", """it has no 'id' ({"name":"no id"})""")]
    [InlineData("7", "it has a number where an object is expected (7)")]
    [InlineData("null", "it has null where an object is expected (null)")]
    [InlineData("""{"id":{"x":1}}""", """it has no 'id' ({"id":{"x":1}})""")]
    public async Task A_list_comes_without_it_and_a_warning_tells(string bad, string why)
    {
        Server.Then(Answer(200, $$"""{"length":3,"entries":[{"id":"a","name":"A"},{{bad}},{"id":"b","name":"B"}],"nextId":null}"""));
        using ChecklyClient client = Connect();

        Page<StatusPageService> page = await Send(client, StatusPageServiceRequests.List(100));

        Assert.Equal(["a", "b"], page.Items.Select(service => service.Id));
        Assert.Equal(3, page.Count);
        Assert.Equal($"GET /v1/status-pages/services?limit=100: An entry of the list was left out, since {why}.", Assert.Single(Notes.Warnings).Message);
    }

    [Fact]
    public async Task Many_are_told_of_at_once_and_without_the_key()
    {
        string bad = string.Join(',', Enumerable.Range(1, 5).Select(n => $$"""{"name":"{{n}} {{Key}}"}"""));
        Server.Then(Answer(200, $$"""[{"id":"{{Guid.NewGuid()}}"},{{bad}}]"""));
        using ChecklyClient client = Connect();

        Page<Check> page = await Send(client, CheckRequests.List(100, 1));

        Assert.Single(page.Items);
        string warning = Assert.Single(Notes.Warnings).Message;
        Assert.Contains("5 entries of the list were left out: it has no 'id' ({\"name\":\"1 [API key]", warning, StringComparison.Ordinal);
        Assert.EndsWith("; and 2 more.", warning, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_of_which_nothing_can_be_read_counts_its_entries()
    {
        Server.Then(Answer(200, """[{"name":"x"},7]"""));
        using ChecklyClient client = Connect();

        Page<Check> page = await Send(client, CheckRequests.List(100, 1));

        Assert.Empty(page.Items);
        Assert.Equal(2, page.Count);
        Assert.Contains("2 entries of the list were left out", Assert.Single(Notes.Warnings).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_whole_list_of_which_nothing_can_be_read_is_an_error()
    {
        Server.Then(Answer(200, """[{"name":"x"},7]"""));
        using ChecklyClient client = Connect();

        Assert.Equal(ChecklyErrorKind.UnexpectedResponse, (await Fails(client, StatusPageSubscriptionRequests.List("p"))).Kind);
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(2, 1)]
    [InlineData(3, 2)]
    [InlineData(4, 2)]
    public async Task What_is_skipped_is_counted_on_the_servers_list(int first, int readable)
    {
        Server.Then(Answer(200, """{"entries":[{"id":"a"},7,{"id":"b"},null]}"""));
        using ChecklyClient client = Connect();

        Assert.Equal(readable, (await Send(client, StatusPageServiceRequests.List(100))).ReadableOfFirst(first));
    }

    /// <summary>A list within an object: what can be read comes, and the whole of it is kept as it came.</summary>
    [Fact]
    public async Task A_page_comes_with_the_services_that_can_be_read()
    {
        Server.Then(Answer(200, """{"id":"p","cards":[{"id":"c","services":[{"name":"no id"},{"id":"s"}]},{"name":"no id"}]}"""));
        using ChecklyClient client = Connect();

        StatusPage page = await Send(client, StatusPageRequests.Get("p"));

        StatusPageCard card = Assert.Single(page.Cards);
        Assert.Equal("s", Assert.Single(card.Services).Id);
        Assert.Equal(2, Assert.IsType<object?[]>(card.AdditionalProperties["services"]).Length);
        Assert.Equal(2, Assert.IsType<object?[]>(page.AdditionalProperties["cards"]).Length);
    }

    [Theory]
    [InlineData("""[{"status":"INVESTIGATING"}]""")]
    [InlineData("[7,null]")]
    [InlineData("\"none\"")]
    public async Task An_incident_that_was_opened_comes_with_its_id(string updates)
    {
        Server.Then(Answer(201, $$"""{"id":"i","name":"Checkout is down","incidentUpdates":{{updates}}}"""));
        using ChecklyClient client = Connect();

        Incident incident = await Send(client, AnIncident());

        Assert.Equal("i", incident.Id);
        Assert.Empty(incident.IncidentUpdates);
        Assert.NotNull(incident.AdditionalProperties["incidentUpdates"]);
    }

    /// <summary>PowerShell reads <c>.Keys</c> of a map as its entry <c>keys</c>, where it has one.</summary>
    [Fact]
    public async Task The_field_keys_is_a_property_and_no_entry_of_the_map()
    {
        Server.Then(Answer(200, """{"dashboardId":"d","keys":[{"id":"k","maskedKey":"***"}],"new":1}"""), Answer(200, """{"id":"p","keys":[]}"""));
        using ChecklyClient client = Connect();

        Dashboard dashboard = await Send(client, DashboardRequests.Get("d"));
        StatusPage page = await Send(client, StatusPageRequests.Get("p"));

        Assert.Equal("k", Assert.Single(dashboard.Keys)["id"]);
        Assert.Equal(["new"], dashboard.AdditionalProperties.Keys.Cast<string>());
        Assert.Empty(page.Keys);
        Assert.Empty(page.AdditionalProperties);
    }
}
