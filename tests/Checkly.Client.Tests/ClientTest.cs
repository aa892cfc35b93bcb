namespace Checkly.Client.Tests;

/// <summary>A client, and the fixed values of its tests.</summary>
public abstract class ClientTest
{
    protected const string Key = "cu_canary_7f3a9e0b41d2";
    protected const string AccountId = "d43967ee-81db-4e0b-a18c-06be5c995288";
    protected const string IncidentId = "e50ad839-1b90-4955-b716-1c6edbda57cb";
    protected const string UpdatesPath = $"/v1/incidents/{IncidentId}/updates";

    protected static CancellationToken Cancel => TestContext.Current.CancellationToken;

    protected static ChecklyClient Connect(Uri server, string? account = null) => new(Options(server, account: account));

    /// <summary>The account is one of its own, unless it is given: clients of one account share the pauses that a server asks for.</summary>
    protected static ChecklyClientOptions Options(Uri server, TimeSpan? timeout = null, string? account = null) => new()
    {
        ApiKey = new ApiKey(Key),
        AccountId = account ?? Guid.NewGuid().ToString(),
        BaseUri = server,
        Timeout = timeout ?? TimeSpan.FromSeconds(20),
        // Tests of delivery say otherwise.
        MaximumRetryCount = 0,
        MaximumTotalTime = TimeSpan.Zero,
    };

    protected static ApiRequest<IncidentUpdate[]> AnUpdate(string description = "All is well.") =>
        IncidentUpdateRequests.Create(IncidentId, "RESOLVED", description);

    protected static async Task<ChecklyApiException> FailureOf<T>(ChecklyClient client, ApiRequest<T> request)
    {
        var failure = await Assert.ThrowsAsync<ChecklyApiException>(() => client.SendAsync(request, Cancel));
        Assert.DoesNotContain(Key, failure.ToString(), StringComparison.Ordinal);
        Assert.Equal(request.Method, failure.Method);
        Assert.Equal(request.Path, failure.Path);
        return failure;
    }
}
