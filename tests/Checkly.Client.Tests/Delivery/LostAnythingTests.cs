using System.Text.Json;
using Checkly.Tests;
using static Checkly.Client.Tests.Steps;

namespace Checkly.Client.Tests;

/// <summary>A POST to any path whose answer was lost is looked for where the API lists what it makes.</summary>
public sealed class LostAnythingTests : DeliveryTest
{
    private const string PageId = "4b82a8ad-4ff9-4b56-b0ab-1d4f1ff3d4b9";
    private const string Channel = """{"type":"EMAIL","config":{"address":"ops@acme.example"}}""";

    public static TheoryData<string> Typed => [.. TypedPosts.Keys];

    private static Dictionary<string, TypedPost> TypedPosts { get; } = new()
    {
        ["update"] = TypedPost.Of(AnUpdate()),
        ["dashboard"] = TypedPost.Of(DashboardRequests.Create(new Dictionary<string, object?> { ["header"] = "Acme" })),
        ["status page"] = TypedPost.Of(StatusPageRequests.Create(new Dictionary<string, object?> { ["name"] = "Acme", ["url"] = "acme", ["cards"] = Array.Empty<StatusPageCard>() })),
        ["service"] = TypedPost.Of(StatusPageServiceRequests.Create("Checkout")),
        ["subscriptions"] = TypedPost.Of(StatusPageSubscriptionRequests.Create(PageId, ["a@acme.example"])),
        ["status page incident"] = TypedPost.Of(StatusPageIncidentRequests.Create(new NewStatusPageIncident
        {
            Name = "Checkout is down",
            Severity = "MAJOR",
            Services = [new StatusPageService { Id = "s", Name = "Checkout", AccountId = "a" }],
            FirstUpdate = new NewStatusPageIncidentUpdate { Description = "Looking.", Status = "INVESTIGATING" },
        })),
        ["status page incident update"] = TypedPost.Of(StatusPageIncidentUpdateRequests.Create(IncidentId, new NewStatusPageIncidentUpdate { Description = "Looking." })),
        ["maintenance window"] = TypedPost.Of(MaintenanceWindowRequests.Create(new Dictionary<string, object?> { ["name"] = "Upgrade" })),
        ["snippet"] = TypedPost.Of(SnippetRequests.Create(new Snippet { Name = "Log in", Script = "x" })),
        ["maintenance update"] = TypedPost.Of(MaintenanceUpdateRequests.Create(7, "m/1", "IN_PROGRESS", "It has begun.")),
    };

    [Theory]
    [InlineData("/v1/variables?x=1", "Look at the answer of GET /v1/variables before you send it again.")]
    [InlineData("/v1/nowhere", "Look before you send it again.")]
    public async Task What_cannot_be_recognized_is_left_to_people(string path, string advice)
    {
        Server.Then(Break);
        using ChecklyClient client = Connect();

        ChecklyApiException failure = await Fails(client, AnyRequests.CreateFromJson("POST", path, [], "{}"));

        Assert.EndsWith($"There is no list in which it could be recognized, so it was not sent again. {advice}", failure.Message, StringComparison.Ordinal);
        Assert.Equal("POST", Server.Methods);
    }

    [Theory]
    [MemberData(nameof(Typed))]
    public async Task It_is_looked_for_where_its_cmdlet_looks(string name)
    {
        (ApiRequest typed, Func<LostAnythingTests, ChecklyClient, Task<ChecklyApiException>> fail) = TypedPosts[name];
        Server.Then(Break, Answer(403), Break, Answer(403));
        using ChecklyClient client = Connect();

        ChecklyApiException expected = await fail(this, client);
        ChecklyApiException failure = await Fails(client, AnyRequests.CreateFromJson("POST", typed.Path, [], typed.Body!));

        Assert.NotNull(expected.WhereToLook);
        Assert.Equal((expected.Kind, expected.WhereToLook), (failure.Kind, failure.WhereToLook));
        Assert.Equal("POST GET POST GET", Server.Methods);
        Assert.Equal(Server.Arrivals[1].Target, Server.Arrivals[3].Target);
    }

    /// <summary>What typed cmdlets look for, any other way in looks for too: none is forgotten.</summary>
    [Fact]
    public void Every_family_that_is_confirmed_is_among_these()
    {
        IEnumerable<string> files = Directory.GetFiles(Path.Combine(Repository.Root, "src", "Checkly.Client"), "*Requests.cs", SearchOption.AllDirectories)
            .Where(file => Path.GetFileName(file) != "AnyRequests.cs");

        Assert.Equal(TypedPosts.Count, files.Sum(file => File.ReadAllText(file).Split("Confirmation WhereMade").Length - 1));
    }

    [Fact]
    public async Task It_is_found_and_comes_out_as_it_is_listed()
    {
        Server.Ever = History;
        Server.Then(Carry("u", Break));
        using ChecklyClient client = Connect();

        AnyAnswer answer = await Send(client, Any(AnUpdate()));

        var update = Assert.IsAssignableFrom<IDictionary<string, object?>>(answer.Value);
        Assert.Equal(("u", "RESOLVED", "All is well."), (update["id"], update["status"], update["description"]));
        Assert.Equal("u", JsonDocument.Parse(answer.Text).RootElement.GetProperty("id").GetString());
        Assert.Equal("POST GET GET", Server.Methods);
    }

    /// <summary>What is known to make something answers with it: whatever else says 200 proves nothing.</summary>
    [Theory]
    [InlineData("", "application/json")]
    [InlineData("", "text/plain")]
    [InlineData("null", "application/json")]
    [InlineData("[]", "application/json")]
    [InlineData("\"OK\"", "application/json")]
    [InlineData("OK", "text/plain")]
    [InlineData("<html>Sign in</html>", "application/xhtml+xml")]
    [InlineData("<html>Sign in</html>", "application/octet-stream")]
    [InlineData(ApiFailure, "application/json")]
    [InlineData(ApiFailure, "text/plain")]
    [InlineData("{}", "application/json")]
    [InlineData("[{}]", "application/json")]
    [InlineData("""{"ok":true}""", "application/json")]
    [InlineData("""{"statusCode":500,"message":"Endpoint request timed out"}""", "application/json")]
    [InlineData("""{"statusCode":500,"error":{},"id":"r"}""", "application/json")]
    [InlineData("""{"errors":[]}""", "application/json")]
    [InlineData("""[{"id":"old","status":"INVESTIGATING"}]""", "application/json")]
    public async Task A_success_that_shows_nothing_is_looked_for(string body, string mediaType)
    {
        Server.Ever = History;
        ServerStep odd = Changed(Answer(200, body), answer => answer.Content.Headers.ContentType = new(mediaType));
        Server.Then(Carry("u", odd));
        using ChecklyClient client = Connect();

        AnyAnswer answer = await Send(client, Any(AnUpdate()));

        Assert.Equal("u", Assert.IsAssignableFrom<IDictionary<string, object?>>(answer.Value)["id"]);
        Assert.Equal("POST GET GET", Server.Methods);
    }

    [Theory]
    [InlineData("""{"id":"u"}""")]
    [InlineData("""[{"id":"u","status":"RESOLVED"}]""")]
    public async Task A_success_that_shows_it_is_the_answer(string body)
    {
        Server.Then(Answer(201, body));
        using ChecklyClient client = Connect();

        Assert.Equal(body, (await Send(client, Any(AnUpdate()))).Text);
    }

    /// <summary>A slash at the end makes no other operation.</summary>
    [Fact]
    public async Task With_a_slash_at_the_end_it_is_looked_for_too()
    {
        Server.Ever = History;
        Server.Then(Carry("u", Break));
        using ChecklyClient client = Connect();

        await Send(client, AnyRequests.CreateFromJson("POST", UpdatesPath + "/", [], UpdateBody));

        Assert.Equal(LookPath, Server.Arrivals[1].Target);
    }

    /// <summary>A second update of a status page is a second mail to every subscriber.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Subscribers_are_not_told_twice(bool isCarriedOut)
    {
        Server.Then(isCarriedOut ? Carry("u", Break) : Break);
        Server.Ever = Whole;
        using ChecklyClient client = Connect();
        ApiRequest<StatusPageIncidentUpdate> update = StatusPageIncidentUpdateRequests.Create(
            IncidentId,
            new NewStatusPageIncidentUpdate { Description = "Looking.", Status = "INVESTIGATING", NotifySubscribers = true });

        if (isCarriedOut)
        {
            Assert.Equal("u", (await Send(client, update)).Id);
        }
        else
        {
            Assert.Equal(ChecklyErrorKind.OutcomeUnknown, (await Fails(client, update)).Kind);
        }

        Assert.Single(Server.Posts);
        Assert.Contains("\"notifySubscribers\":true", Server.Arrivals[0].Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_it_made_before_is_not_taken_for_it()
    {
        Server.Ever = History;
        Server.Then(Create("first"), Answer(500, ApiFailure));
        using ChecklyClient client = Connect();

        await Send(client, Any(AnUpdate()));
        ChecklyApiException failure = await Fails(client, Any(AnUpdate()));

        Assert.Equal((ChecklyErrorKind.OutcomeUnknown, 1), (failure.Kind, failure.Tries));
    }

    [Theory]
    [InlineData("/v1/alert-channels", "/v1/alert-channels?limit=100&page=1")]
    [InlineData("/v1/alert-channels?x=1", "/v1/alert-channels?limit=100&page=1")]
    [InlineData("/v1/checks/url", "/v1/checks?limit=100&page=1")]
    [InlineData("/v2/check-groups", "/v1/check-groups?limit=100&page=1")]
    [InlineData("/v1/private-locations", "/v1/private-locations")]
    public async Task Found_in_a_list_of_another_family_it_is_the_answer(string path, string looked)
    {
        Server.Ever = looked.Contains('?') ? Page : Whole;
        Server.Then(Carry("c", Break));
        using ChecklyClient client = Connect();

        AnyAnswer answer = await Send(client, AnyRequests.CreateFromJson("POST", path, [], Channel));

        Assert.Equal("c", Assert.IsAssignableFrom<IDictionary<string, object?>>(answer.Value)["id"]);
        Assert.Equal(looked, Server.Arrivals[1].Target);
    }

    /// <summary>A list may show it in another form than it was written in, so it is never sent again.</summary>
    [Fact]
    public async Task Not_found_in_a_list_of_another_family_it_remains_unknown()
    {
        Server.Ever = Page;
        Server.Then(Answer(500, ApiFailure));
        using ChecklyClient client = Connect();

        ChecklyApiException failure = await Fails(client, AnyRequests.CreateFromJson("POST", "/v1/alert-channels", [], Channel));

        Assert.Equal((ChecklyErrorKind.OutcomeUnknown, 1, true), (failure.Kind, failure.Tries, failure.MayHaveBeenCarriedOut));
        Assert.Contains("was not recognised there", failure.Message, StringComparison.Ordinal);
        Assert.Single(Server.Posts);
    }

    [Fact]
    public async Task One_in_a_list_without_ids_cannot_be_told_from_an_older_one()
    {
        Server.Then(Carry("c", Break), After(server => server.Made[0].Remove("id"), Page), Page);
        using ChecklyClient client = Connect();

        ChecklyApiException failure = await Fails(client, AnyRequests.CreateFromJson("POST", "/v1/alert-channels", [], Channel));

        Assert.Contains("does not say whether it is older", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/v1/incidents", Channel)]
    [InlineData("/v1/variables", Channel)]
    [InlineData("/v1/triggers/checks/5", Channel)]
    [InlineData("/v9/unheard-of", Channel)]
    [InlineData("/v1/maintenance-windows/x/maintenances/y/updates", Channel)]
    [InlineData("/v1/alert-channels", "[1]")]
    [InlineData("/v1/alert-channels", "null")]
    public async Task What_no_list_can_tell_is_sent_once_and_remains_unknown(string path, string body)
    {
        Server.Then(Break);
        using ChecklyClient client = Connect();

        ChecklyApiException failure = await Fails(client, AnyRequests.CreateFromJson("POST", path, [], body));

        Assert.Equal((ChecklyErrorKind.OutcomeUnknown, 1), (failure.Kind, failure.Tries));
        Assert.Equal("POST", Server.Methods);
    }

    private static ApiRequest<AnyAnswer> Any(ApiRequest request) => AnyRequests.CreateFromJson(request.Method, request.Path, [], request.Body!);

    /// <summary>A request of an area, and how it is sent where its answer does not matter.</summary>
    private sealed record TypedPost(ApiRequest Request, Func<LostAnythingTests, ChecklyClient, Task<ChecklyApiException>> Fail)
    {
        public static TypedPost Of<T>(ApiRequest<T> request) => new(request, (test, client) => test.Fails(client, request));
    }
}
