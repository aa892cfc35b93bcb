using Checkly.Tests;
using NJsonSchema;

namespace Checkly.Client.Tests;

/// <summary>The most and the least that each request class sends, and the answers that these tests give, fit the facts of the API.</summary>
public sealed class DocumentedRequestTests(ApiServer server) : RequestTest(server)
{
    private const string Guid = "e50ad839-1b90-4955-b716-1c6edbda57cb";

    /// <summary>The most and the least that each operation can send.</summary>
    public static TheoryData<ApiRequest> Requests =>
    [
        StatusPageRequests.List(1),
        StatusPageRequests.List(StatusPageRequests.LargestPage, "x"),
        StatusPageRequests.Get(Guid),
        StatusPageRequests.Create(Map(("name", "x"), ("url", "x"), ("cards", Array.Empty<StatusPageCard>()))),
        StatusPageRequests.Create(Map(
            ("name", "x"), ("description", "x"), ("url", "x"), ("customDomain", null), ("themeColors", null), ("logo", "https://x"), ("logoDark", null),
            ("redirectTo", null), ("favicon", null), ("defaultTheme", "DARK"), ("cards", new[] { new StatusPageCard { Id = Guid, Name = "x", Services = [AService] } }))),
        StatusPageRequests.Delete(Guid),
        StatusPageServiceRequests.List(StatusPageServiceRequests.LargestPage, "x"),
        StatusPageServiceRequests.Get(Guid),
        StatusPageServiceRequests.Create("x"),
        StatusPageServiceRequests.Change(Guid, "x"),
        StatusPageServiceRequests.Delete(Guid),
        StatusPageSubscriptionRequests.List(Guid),
        StatusPageSubscriptionRequests.Create(Guid, ["x@example.com"]),
        StatusPageSubscriptionRequests.Create(Guid, ["x@example.com"], autoVerify: true),
        StatusPageSubscriptionRequests.Delete(Guid, Guid),
        StatusPageIncidentRequests.List(StatusPageIncidentRequests.LargestPage, "x"),
        StatusPageIncidentRequests.Get(Guid),
        StatusPageIncidentRequests.Create(new() { Name = "x", Severity = "critical", Services = [AService], FirstUpdate = LeastUpdate }),
        StatusPageIncidentRequests.Create(new() { Name = "x", Severity = "minor", Services = [AService, AService], FirstUpdate = MostUpdate }),
        StatusPageIncidentRequests.Delete(Guid),
        StatusPageIncidentUpdateRequests.List(Guid),
        StatusPageIncidentUpdateRequests.Get(Guid, Guid),
        StatusPageIncidentUpdateRequests.Create(Guid, LeastUpdate),
        StatusPageIncidentUpdateRequests.Create(Guid, MostUpdate),
        StatusPageIncidentUpdateRequests.Delete(Guid, Guid),
        MaintenanceWindowRequests.List(MaintenanceWindowRequests.LargestPage, 1),
        MaintenanceWindowRequests.Get(1),
        // Not without a unit: here the document does not take the null that means once.
        MaintenanceWindowRequests.Create(Map(("name", "x"), ("startsAt", Utc(2026, 1, 1)), ("endsAt", Utc(2026, 1, 2)), ("repeatUnit", "DAY"))),
        MaintenanceWindowRequests.Create(Window),
        MaintenanceWindowRequests.Change(1, Map()),
        MaintenanceWindowRequests.Change(1, Window),
        MaintenanceWindowRequests.Change(1, Map(("repeatUnit", null), ("repeatInterval", null), ("repeatEndsAt", null), ("timezone", null), ("description", null))),
        MaintenanceWindowRequests.Delete(1),
        MaintenanceRequests.List(1, MaintenanceRequests.LargestPage, 1),
        MaintenanceRequests.Get(1, Guid),
        MaintenanceRequests.Change(1, Guid, Utc(2026, 1, 1), Utc(2026, 1, 2)),
        MaintenanceRequests.Delete(1, Guid),
        MaintenanceUpdateRequests.Create(1, Guid, "scheduled", "x"),
        MaintenanceUpdateRequests.Create(1, Guid, "cancelled", "x", notifySubscribers: true),
        MaintenanceUpdateRequests.Change(new() { Id = Guid, MaintenanceId = Guid, MaintenanceWindowId = 1 }, "x"),
        MaintenanceUpdateRequests.Change(new() { Id = Guid, MaintenanceId = Guid, MaintenanceWindowId = 1 }, "x", "verifying"),
        MaintenanceUpdateRequests.Delete(1, Guid, Guid),
        LocationRequests.List(),
        RuntimeRequests.List(),
        RuntimeRequests.Get("2026.04"),
        StaticIpRequests.ListIPv4(),
        StaticIpRequests.ListIPv6(),
        CheckStatusRequests.List(),
        CheckStatusRequests.Get(Guid),
        CheckRequests.List(CheckRequests.LargestPage, 1),
        CheckRequests.List(new CheckFilter { Tags = ["a", "b"], CheckType = "API", Status = "failing", UrlPattern = "x", Search = "x", AppliesGroupSettings = true }, 1, 1),
        CheckRequests.Get(Guid),
        CheckRequests.Get(Guid, appliesGroupSettings: true),
        CheckResultRequests.List(Guid, new CheckResultFilter(), CheckResultRequests.LargestPage, "x"),
        CheckResultRequests.List(Guid, new CheckResultFilter { Location = "eu-west-1", HasFailures = true, ResultType = "ALL", From = DateTimeOffset.UnixEpoch, To = DateTimeOffset.UnixEpoch }, 1),
        CheckResultRequests.Get(Guid, Guid),
        CheckSessionRequests.Trigger(new CheckTarget { Ids = [Guid] }, refreshesCache: true),
        CheckSessionRequests.Trigger(new CheckTarget { AnyTag = ["a"], AllTags = ["b"], NoTag = ["c"] }),
        CheckSessionRequests.Trigger(new CheckTarget()),
        CheckSessionRequests.Get(Guid),
        CheckSessionRequests.Completion(Guid, TimeSpan.FromSeconds(30)),
        CheckSessionRequests.Cancel(Guid, [Guid]),
        CheckSessionRequests.Cancel(Guid, []),
        ReportRequests.Get(new ReportFilter { QuickRange = "lastMonth", Tags = ["a", "b"], Deactivated = true, Granularity = "month", TimeZone = "UTC" }),
        ReportRequests.Get(new ReportFilter { From = DateTimeOffset.UnixEpoch, To = DateTimeOffset.UnixEpoch }),
    ];

    /// <summary>What the tests of an area give as the answer of an operation.</summary>
    public static TheoryData<string, string, int, string> Answers => new()
    {
        { "get", "/v1/status-pages/{statusPageId}", 200, StatusPageTests.One },
        { "post", "/v1/status-pages", 201, StatusPageTests.One },
        { "get", "/v1/status-pages/services/{serviceId}", 200, StatusPageServiceTests.One },
        { "get", "/v1/status-pages/services", 200, $$"""{"length":1,"entries":[{{StatusPageServiceTests.One}}],"nextId":null}""" },
        { "get", "/v1/status-pages/{statusPageId}/subscriptions", 200, $"[{StatusPageSubscriptionTests.One}]" },
        { "get", "/v1/status-pages/incidents/{incidentId}", 200, StatusPageIncidentTests.One },
        { "post", "/v1/status-pages/incidents/{incidentId}/incident-updates", 200, StatusPageIncidentUpdateTests.One },
        { "get", "/v1/maintenance-windows/{id}", 200, MaintenanceWindowTests.One },
        { "get", "/v1/maintenance-windows/{id}/maintenances/{maintenanceId}", 200, MaintenanceTests.One },
        { "post", "/v1/maintenance-windows/{id}/maintenances/{maintenanceId}/updates", 201, MaintenanceTests.Update },
        { "get", "/v1/locations", 200, LocationTests.All },
        { "get", "/v1/runtimes/{id}", 200, RuntimeTests.One },
        { "get", "/v1/static-ips-by-region", 200, StaticIpTests.IPv4 },
        { "get", "/v1/static-ipv6s-by-region", 200, StaticIpTests.IPv6 },
        { "get", "/v1/check-statuses/{checkId}", 200, CheckStatusTests.One },
        { "get", "/v3/checks/{id}", 200, CheckTests.One },
        { "get", "/v1/check-results/{checkId}/{checkResultId}", 200, CheckResultTests.One },
        { "get", "/v2/check-sessions/{checkSessionId}", 200, CheckSessionTests.One },
        { "get", "/v1/reporting", 200, ReportTests.Whole },
    };

    private static StatusPageService AService => new() { Id = Guid, Name = "x", AccountId = Guid };

    private static NewStatusPageIncidentUpdate LeastUpdate => new() { Description = "x" };

    private static NewStatusPageIncidentUpdate MostUpdate =>
        new() { Description = "x", Status = "monitoring", PublicIncidentUpdateDate = Utc(2026, 1, 1), NotifySubscribers = true };

    private static Dictionary<string, object?> Window => Map(
        ("name", "x"), ("tags", new[] { "x" }), ("startsAt", Utc(2026, 1, 1)), ("endsAt", Utc(2026, 1, 2)), ("repeatInterval", 365), ("repeatUnit", "MONTH"),
        ("repeatEndsAt", "2026-12-31"), ("timezone", "Europe/Berlin"), ("pauseAllChecks", true), ("silenceAlertsTags", new[] { "x" }), ("silenceAllAlerts", true),
        ("description", "x"), ("statusPageVisibility", Map(("enabled", true), ("severity", "MINOR"), ("reminderMinutesBefore", new[] { 60 }), ("serviceIds", new[] { Guid }))));

    [Theory]
    [MemberData(nameof(Requests))]
    public async Task Each_request_is_documented(ApiRequest request) =>
        Assert.Empty(await ApiContract.OfFacts.ProblemsAsync(request.Method, request.Path, request.Body));

    [Fact]
    public async Task A_change_that_sends_back_what_was_read_is_documented()
    {
        ApiContract document = ApiContract.OfFacts;
        StatusPage page = await ExchangeAsync(StatusPageRequests.Get("p"), "GET /v1/status-pages/p", StatusPageTests.One);
        StatusPageIncident incident = await ExchangeAsync(StatusPageIncidentRequests.Get("i"), "GET /v1/status-pages/incidents/i", StatusPageIncidentTests.One);

        ApiRequest[] changes =
        [
            StatusPageRequests.Change(page, Map(("name", "x"))),
            StatusPageIncidentRequests.Change(incident, Map(("name", "x"))),
            StatusPageIncidentRequests.Change(incident, Map(("severity", "MINOR"), ("services", new[] { AService }))),
            StatusPageIncidentUpdateRequests.Change(incident.IncidentUpdates[0], Map(("status", "RESOLVED"))),
        ];

        foreach (ApiRequest change in changes)
        {
            Assert.Empty(await document.ProblemsAsync(change.Method, change.Path, change.Body));
        }
    }

    [Theory]
    [MemberData(nameof(Answers))]
    public async Task An_answer_of_the_tests_is_as_documented(string method, string path, int status, string answer)
    {
        JsonSchema schema = await ApiContract.OfFacts.AnswerAsync(method, path, status);

        Assert.Empty(schema.Validate(answer));
    }

    private static Dictionary<string, object?> Map(params (string Name, object? Value)[] fields) => fields.ToDictionary(field => field.Name, field => field.Value);
}
