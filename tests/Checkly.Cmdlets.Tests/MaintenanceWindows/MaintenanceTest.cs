using System.Text;
using Checkly.Tests;

namespace Checkly.Cmdlets.Tests;

/// <summary>A server that has one maintenance window, one maintenance of it and one update of that.</summary>
public abstract class MaintenanceTest(ApiServer server) : ModuleTest
{
    protected const string MaintenanceId = "7b0f6ef2-6a0a-4a39-9a4f-3f0c8d2f7f11";
    protected const string UpdateId = "01f477f8-4293-4e1c-82bd-99797720434c";
    protected const string PageId = "0f6d3a1c-52c1-4a67-8a6c-6d1f0f2f0b22";
    protected const string ServiceId = "5d1c9d39-8f04-4c2b-9d3a-0a8d6f3f2f33";
    protected const string Windows = "/v1/maintenance-windows";
    protected const string WindowPath = Windows + "/42";
    protected const string Maintenances = WindowPath + "/maintenances";
    protected const string MaintenancePath = Maintenances + "/" + MaintenanceId;
    protected const string Updates = MaintenancePath + "/updates";

    protected const string Update = $$"""{"id":"{{UpdateId}}","status":"SCHEDULED","description":"Old text.","created_at":"2026-05-01T19:00:00.000Z"}""";

    protected ApiServer Server => server;

    protected string[] Sent => [.. server.Requests.Select(request => $"{request.Method} {request.Target} {Encoding.UTF8.GetString(request.Body)}".Trim())];

    protected static string WindowJson(string startsAt = "2026-05-01T20:00:00.000Z", string endsAt = "2026-05-01T22:00:00.000Z", string more = "") =>
        $$"""{"id":42,"name":"Old","tags":["db"],"startsAt":"{{startsAt}}","endsAt":"{{endsAt}}","created_at":"2026-01-01T09:00:00.000Z"{{more}}}""";

    protected static string MaintenanceJson(string startsAt = "2026-05-01T20:00:00.000Z", string endsAt = "2026-05-01T22:00:00.000Z", string id = MaintenanceId) =>
        $$"""{"id":"{{id}}","maintenanceWindowId":42,"startsAt":"{{startsAt}}","endsAt":"{{endsAt}}","status":"SCHEDULED","updates":[{{Update}}]}""";

    /// <summary>A time in the API's words, so many minutes from now.</summary>
    protected static string FromNow(int minutes) => DateTimeOffset.UtcNow.AddMinutes(minutes).ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", System.Globalization.CultureInfo.InvariantCulture);

    protected void Connect(string? window = null, string? maintenance = null)
    {
        string one = window ?? WindowJson();
        string time = maintenance ?? MaintenanceJson();
        server.Answer("GET", Windows, 200, $"[{one}]").Answer("POST", Windows, 201, one)
            .Answer("GET", WindowPath, 200, one).Answer("PUT", WindowPath, 200, one).Answer("DELETE", WindowPath, 204)
            .Answer("GET", Maintenances, 200, $"[{time}]")
            .Answer("GET", MaintenancePath, 200, time).Answer("PATCH", MaintenancePath, 200, time).Answer("DELETE", MaintenancePath, 204)
            .Answer("POST", Updates, 201, Update).Answer("PUT", $"{Updates}/{UpdateId}", 200, Update).Answer("DELETE", $"{Updates}/{UpdateId}", 204);
        ConnectTo(server.Uri);
    }

    /// <summary>A command that is refused before anything is sent.</summary>
    protected void AssertRefused(string command, string why, string id = "Checkly.BadRequest")
    {
        Connect();

        Outcome outcome = Run(command);

        Assert.StartsWith($"{id},", outcome.Error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains(why, outcome.Error.Exception.Message, StringComparison.Ordinal);
        Assert.Empty(server.Requests);
    }

    protected override void Cleanup() => server.Reset();
}
