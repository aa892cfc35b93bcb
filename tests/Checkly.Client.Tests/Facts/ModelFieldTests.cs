using System.Reflection;
using Checkly.Tests;

namespace Checkly.Client.Tests;

/// <summary>The fields that the attributes of models name are fields of the API.</summary>
public sealed class ModelFieldTests
{
    public static TheoryData<Type, string[]> Answers => new()
    {
        { typeof(Account), ["/v1/accounts/{accountId}"] },
        { typeof(Check), ["/v3/checks"] },
        { typeof(CheckResult), ["/v1/check-results/{checkId}/{checkResultId}"] },
        { typeof(CheckSession), ["/v2/check-sessions/{checkSessionId}"] },
        { typeof(CheckStatus), ["/v1/check-statuses"] },
        { typeof(Dashboard), ["/v1/dashboards"] },
        { typeof(Incident), ["/v1/incidents/{id}"] },
        { typeof(Location), ["/v1/locations"] },
        { typeof(Maintenance), ["/v1/maintenance-windows/{id}/maintenances"] },
        { typeof(MaintenanceWindow), ["/v1/maintenance-windows"] },
        { typeof(Runtime), ["/v1/runtimes"] },
        { typeof(StatusPage), ["/v1/status-pages", "/v1/status-pages/{statusPageId}"] },
        { typeof(StatusPageIncident), ["/v1/status-pages/incidents"] },
        { typeof(StatusPageIncidentUpdate), ["/v1/status-pages/incidents/{incidentId}/incident-updates"] },
        { typeof(StatusPageService), ["/v1/status-pages/services"] },
        { typeof(StatusPageSubscription), ["/v1/status-pages/{statusPageId}/subscriptions"] },
    };

    [Theory]
    [MemberData(nameof(Answers))]
    public void Each_field_that_a_model_reads_is_answered(Type model, string[] paths)
    {
        IEnumerable<string> read = FieldsOf(model).Where(field => !field.FromParent).Select(field => field.Name);

        Assert.Empty(read.Except(paths.SelectMany(path => ApiContract.OfFacts.Fields("get", path, 200))));
    }

    /// <summary>Some bodies of PUT are documented with fields that the API only answers, such as the id.</summary>
    [Theory]
    [InlineData(typeof(Dashboard), "/v1/dashboards/{dashboardId}")]
    [InlineData(typeof(Incident), "/v1/incidents/{id}")]
    [InlineData(typeof(MaintenanceWindow), "/v1/maintenance-windows/{id}")]
    [InlineData(typeof(StatusPage), "/v1/status-pages/{statusPageId}")]
    [InlineData(typeof(StatusPageIncident), "/v1/status-pages/incidents/{incidentId}")]
    [InlineData(typeof(StatusPageIncidentUpdate), "/v1/status-pages/incidents/{incidentId}/incident-updates/{incidentUpdateId}")]
    public void What_a_change_can_send_is_what_the_API_takes(Type model, string path)
    {
        IEnumerable<string> taken = ApiContract.OfFacts.Fields("put", path).Except(FieldsOf(model).Where(field => field.ReadOnly).Select(field => field.Name));
        var settings = (string[])model.GetProperty("Settings", BindingFlags.Static | BindingFlags.NonPublic)!.GetValue(null)!;

        Assert.Equal(taken.Order(StringComparer.Ordinal), settings.Order(StringComparer.Ordinal));
    }

    private static IEnumerable<ApiFieldAttribute> FieldsOf(Type model) =>
        model.GetProperties().Select(property => property.GetCustomAttribute<ApiFieldAttribute>()).OfType<ApiFieldAttribute>();
}
