namespace Checkly.Client.Tests;

/// <summary>A client with a server that follows a script, and a time that passes only while it waits.</summary>
public abstract class DeliveryTest : ClientTest
{
    protected const string UpdateBody = """{"status":"RESOLVED","description":"All is well."}""";
    protected const string DashboardBody = """{"customUrl":"acme","header":"Acme","tags":["a","b"],"isPrivate":false}""";
    protected const string ApiFailure = """{"statusCode":500,"error":"Internal Server Error","message":"An internal server error occurred"}""";
    protected const string LookPath = $"/v1/incidents/{IncidentId}?includeAllIncidentUpdates=true";

    protected DeliveryTest()
    {
        Clock = new StandInClock();
        Server = new ScriptedServer(Clock);
    }

    protected StandInClock Clock { get; }

    protected ScriptedServer Server { get; }

    protected NoteList Notes { get; } = [];

    protected ChecklyClient Connect(int retries = 4, double seconds = 120, bool allowDuplicates = false) => new(new ChecklyClientOptions
    {
        ApiKey = new ApiKey(Key),
        AccountId = AccountId,
        MaximumRetryCount = retries,
        MaximumTotalTime = TimeSpan.FromSeconds(seconds),
        AllowDuplicates = allowDuplicates,
        Clock = Clock,
        Handler = Server,
    });

    protected async Task<T> Send<T>(ChecklyClient client, ApiRequest<T> request)
    {
        T answer = await client.SendAsync(request, Notes, Cancel);
        Notes.AssertFitToBeShown(Key);
        return answer;
    }

    /// <summary>Posts an update and tells the id of the one that is answered.</summary>
    protected async Task<string?> Post(ChecklyClient client) => Assert.Single(await Send(client, AnUpdate())).Id;

    protected async Task<ChecklyApiException> Fails<T>(ChecklyClient client, ApiRequest<T> request)
    {
        var failure = await Assert.ThrowsAsync<ChecklyApiException>(() => client.SendAsync(request, Notes, Cancel));
        Notes.AssertFitToBeShown(Key);
        Assert.DoesNotContain(Key, failure.ToString(), StringComparison.Ordinal);
        Assert.Equal((request.Method, request.Path), (failure.Method, failure.Path));
        Sentence.Assert(failure.Message);
        TestContext.Current.SendDiagnosticMessage(failure.Message);
        return failure;
    }

    protected async Task<bool> MayHaveBeenCarriedOut<T>(ChecklyClient client, ApiRequest<T> request, CancellationToken cancellationToken)
    {
        var interrupted = await Assert.ThrowsAsync<RequestInterruptedException>(() => client.SendAsync(request, Notes, cancellationToken));
        Sentence.Assert(interrupted.Message);
        return interrupted.MayHaveBeenCarriedOut;
    }

    /// <summary>Sends one of the requests that may be sent again at will, or a POST.</summary>
    protected Task<object> Send(ChecklyClient client, string method) => method switch
    {
        "GET" => Boxed(Send(client, IncidentRequests.Get(IncidentId))),
        "PUT" => Boxed(Send(client, AChange())),
        "DELETE" => Boxed(Send(client, ADeletion())),
        _ => Boxed(Send(client, AnUpdate())),
    };

    protected Task<ChecklyApiException> Fails(ChecklyClient client, string method) => method switch
    {
        "GET" => Fails(client, IncidentRequests.Get(IncidentId)),
        "PUT" => Fails(client, AChange()),
        "DELETE" => Fails(client, ADeletion()),
        _ => Fails(client, AnUpdate()),
    };

    protected Task<bool> MayHaveBeenCarriedOut(ChecklyClient client, string write, CancellationToken cancellationToken) => write switch
    {
        "PUT" => MayHaveBeenCarriedOut(client, AChange(), cancellationToken),
        "DELETE" => MayHaveBeenCarriedOut(client, ADeletion(), cancellationToken),
        "POST" => MayHaveBeenCarriedOut(client, AnUpdate(), cancellationToken),
        _ => MayHaveBeenCarriedOut(client, AnIncident(), cancellationToken),
    };

    protected static ApiRequest<IncidentUpdate> AChange() => IncidentUpdateRequests.Change(IncidentId, "u", "All is well.");

    protected static ApiRequest<NoContent> ADeletion() => IncidentUpdateRequests.Delete(IncidentId, "u");

    protected static ApiRequest<Dashboard> ADashboard() => DashboardRequests.Create(new Dictionary<string, object?>
    {
        ["header"] = "Acme",
        ["customUrl"] = "acme",
        ["tags"] = new[] { "a", "b" },
        ["isPrivate"] = false,
    });

    protected static ApiRequest<Incident> AnIncident() => IncidentRequests.Create(new NewIncident
    {
        Name = "Checkout is down",
        DashboardId = 7,
        Impact = "MAJOR",
        Status = "INVESTIGATING",
        Description = "We are looking into it.",
    });

    private static async Task<object> Boxed<T>(Task<T> sending) => (await sending)!;
}
