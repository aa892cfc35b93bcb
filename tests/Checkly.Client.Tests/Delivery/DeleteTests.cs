using static Checkly.Client.Tests.Steps;

namespace Checkly.Client.Tests;

/// <summary>A deletion that is repeated meets what the first one may have left: nothing.</summary>
public sealed class DeleteTests : DeliveryTest
{
    private static readonly ServerStep NotFound = Answer(404, """{"statusCode":404,"error":"Not Found","message":"Not Found"}""");

    private static readonly Dictionary<string, ServerStep[]> Scripts = new()
    {
        ["break"] = [Break],
        ["hang"] = [Hang],
        ["500"] = [Answer(500)],
        ["503"] = [Answer(503)],
        ["break within"] = [BreakWithin],
        ["break, 429"] = [Break, Answer(429)],
        ["429, break, refused"] = [Answer(429), Break, Refuse],
        ["nothing"] = [],
        ["429"] = [Answer(429)],
        ["refused"] = [Refuse],
        ["no connection in time"] = [HangBefore],
        ["503 with a wait"] = [Answer(503, "", ("Retry-After", "1"))],
        ["429, refused"] = [Answer(429), Refuse],
    };

    [Theory]
    [InlineData("break")]
    [InlineData("hang")]
    [InlineData("500")]
    [InlineData("503")]
    [InlineData("break within")]
    [InlineData("break, 429")]
    [InlineData("429, break, refused")]
    public async Task After_an_attempt_in_doubt_nothing_found_is_success_with_a_warning(string before)
    {
        Server.Then(Scripts[before]).Then(NotFound);
        using ChecklyClient client = Connect();

        await Send(client, ADeletion());

        Assert.Equal(Scripts[before].Length + 1, Server.Arrivals.Count);
        Assert.Equal(
            $"DELETE {UpdatesPath}/u: an earlier attempt got no answer, and now the API knows no such id. That attempt has removed it, or it never existed: check the id.",
            Assert.Single(Notes.Warnings).Message);
    }

    [Fact]
    public async Task An_only_attempt_is_not_called_an_earlier_one()
    {
        Server.Then(Break);
        using ChecklyClient client = Connect(retries: 0);

        ChecklyApiException failure = await Fails(client, ADeletion());

        Assert.True(failure.MayHaveBeenCarriedOut);
        Assert.EndsWith("It is not known whether it was carried out.", failure.Message, StringComparison.Ordinal);
    }

    /// <summary>What was seen before did exist.</summary>
    [Theory]
    [InlineData("""{"id":"i","incidentUpdates":[{"id":"u"}]}""")]
    [InlineData("""{"id":"i","incidentUpdates":[{"id":"x"},{"id":"u","status":"RESOLVED"}]}""")]
    public async Task What_had_been_read_before_is_gone_without_a_warning(string incident)
    {
        Server.Then(Answer(200, incident), Break, NotFound);
        using ChecklyClient client = Connect();
        await Send(client, IncidentRequests.Get(IncidentId));

        await Send(client, ADeletion());

        Assert.Empty(Notes.Warnings);
        Assert.Contains(Notes, note => note.Message.EndsWith("now it is gone. That attempt has removed it, or somebody else has.", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_number_that_had_been_read_before_is_known_too(bool one)
    {
        Server.Then(Answer(200, one ? """{"id":42,"name":"x"}""" : """[{"id":42,"name":"x"}]"""), Break, NotFound);
        using ChecklyClient client = Connect();
        if (one)
        {
            await Send(client, MaintenanceWindowRequests.Get(42));
        }
        else
        {
            await Send(client, MaintenanceWindowRequests.List(100, 1));
        }

        await Send(client, MaintenanceWindowRequests.Delete(42));

        Assert.Empty(Notes.Warnings);
    }

    /// <summary>The path of a dashboard has its dashboardId; its number is that of no dashboard there.</summary>
    [Theory]
    [InlineData("5a9db0c5", 0)]
    [InlineData("1001", 1)]
    public async Task A_dashboard_is_known_by_the_id_in_its_path(string id, int warnings)
    {
        Server.Then(Answer(200, """[{"id":1001,"dashboardId":"5a9db0c5"}]"""), Break, NotFound);
        using ChecklyClient client = Connect();
        await Send(client, DashboardRequests.List(100, 1));

        await Send(client, AnyRequests.Create("DELETE", $"/v1/dashboards/{id}", []));

        Assert.Equal(warnings, Notes.Warnings.Count());
    }

    /// <summary>Something in between says that, and knows nothing about it.</summary>
    [Theory]
    [InlineData("")]
    [InlineData("<html>")]
    [InlineData("""{"message":"no Route matched with those values"}""")]
    public async Task A_404_that_is_not_of_the_API_is_no_success(string body)
    {
        Server.Then(Break, Answer(404, body));
        using ChecklyClient client = Connect();

        ChecklyApiException failure = await Fails(client, ADeletion());

        Assert.Equal((ChecklyErrorKind.NotFound, true), (failure.Kind, failure.MayHaveBeenCarriedOut));
    }

    [Theory]
    [InlineData("nothing")]
    [InlineData("429")]
    [InlineData("refused")]
    [InlineData("no connection in time")]
    [InlineData("503 with a wait")]
    [InlineData("429, refused")]
    public async Task After_attempts_that_cannot_have_removed_it_nothing_found_is_a_failure(string before)
    {
        Server.Then(Scripts[before]).Then(Answer(404));
        using ChecklyClient client = Connect();

        ChecklyApiException failure = await Fails(client, ADeletion());

        Assert.Equal((ChecklyErrorKind.NotFound, Scripts[before].Length + 1, false), (failure.Kind, failure.Tries, failure.MayHaveBeenCarriedOut));
    }

    [Fact]
    public async Task Waits_that_take_too_long_leave_open_what_an_earlier_one_did()
    {
        Server.Then(Break, Answer(429), Answer(429, "", ("Retry-After", "500")));
        using ChecklyClient client = Connect(retries: 2);

        ChecklyApiException failure = await Fails(client, ADeletion());

        Assert.Equal((ChecklyErrorKind.RateLimited, 3, true), (failure.Kind, failure.Tries, failure.MayHaveBeenCarriedOut));
    }

    [Fact]
    public async Task Another_refusal_is_no_success()
    {
        Server.Then(Break, Answer(403));
        using ChecklyClient client = Connect();

        ChecklyApiException failure = await Fails(client, ADeletion());

        Assert.Equal((ChecklyErrorKind.Forbidden, true), (failure.Kind, failure.MayHaveBeenCarriedOut));
    }
}
