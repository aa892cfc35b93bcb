using Checkly.Tests;

namespace Checkly.Client.Tests;

/// <summary>The four operations of /v1/maintenance-windows/{id}/maintenances, and the three of their updates.</summary>
public sealed class MaintenanceTests(ApiServer server) : RequestTest(server)
{
    internal const string Id = "2d6c9f3e-7f7a-4d57-9f38-5a1b3c7d9e66";
    internal const string UpdateId = "5e8f7a6b-1c2d-4e3f-8a9b-0c1d2e3f4a77";

    internal const string Update = $$"""
        {"id":"{{UpdateId}}","maintenanceWindowId":42,"maintenanceId":"{{Id}}","status":"IN_PROGRESS","description":"We began.","notifySubscribers":true,
         "created_at":"2026-05-01T20:00:00.000Z","previousStatus":"SCHEDULED","previousStartsAt":"2026-05-01T19:00:00.000Z","previousEndsAt":null,"dateAdjustments":null}
        """;

    internal const string One = $$"""
        {"id":"{{Id}}","maintenanceWindowId":42,"startsAt":"2026-05-01T20:00:00.000Z","endsAt":"2026-05-01T22:00:00.000Z","status":"IN_PROGRESS",
         "created_at":"2026-01-01","updated_at":"2026-01-02","updates":[{{Update}}]}
        """;

    private const string Maintenances = $"{MaintenanceWindowTests.Windows}/42/maintenances";
    private const string Updates = $"{Maintenances}/{Id}/updates";

    [Fact]
    public async Task Maintenances_are_listed_page_by_page()
    {
        Page<Maintenance> page = await ExchangeAsync(
            MaintenanceRequests.List(42, MaintenanceRequests.LargestPage, 1), $"GET {Maintenances}?limit=50&page=1", $"[{One}]");

        Assert.Equal(Id, Assert.Single(page.Items).Id);
    }

    [Fact]
    public async Task A_maintenance_is_read_with_its_updates()
    {
        Maintenance maintenance = await ExchangeAsync(MaintenanceRequests.Get(42, Id), $"GET {Maintenances}/{Id}", One);

        Assert.Equal((Id, 42, "IN_PROGRESS"), (maintenance.ToString(), maintenance.MaintenanceWindowId, maintenance.CurrentStatus));
        Assert.Equal((Utc(2026, 5, 1, 20), Utc(2026, 5, 1, 22)), (maintenance.StartsAt, maintenance.EndsAt));
        Assert.Equal((Utc(2026, 1, 1), Utc(2026, 1, 2)), (maintenance.CreatedAt, maintenance.UpdatedAt));
        Assert.Empty(maintenance.AdditionalProperties);
        MaintenanceUpdate update = Assert.Single(maintenance.Updates);
        Assert.Equal((UpdateId, 42, Id), (update.ToString(), update.MaintenanceWindowId, update.MaintenanceId));
        Assert.Equal(("IN_PROGRESS", "We began.", true, Utc(2026, 5, 1, 20)), (update.Status, update.Description, update.NotifySubscribers, update.CreatedAt));
        Assert.Equal(("SCHEDULED", Utc(2026, 5, 1, 19), null), (update.PreviousStatus, update.PreviousStartsAt, update.PreviousEndsAt));
        Assert.Equal(["dateAdjustments"], update.AdditionalProperties.Keys.Cast<string>());
    }

    [Fact]
    public async Task Only_the_ids_are_required()
    {
        Maintenance maintenance = await ExchangeAsync(
            MaintenanceRequests.Get(42, "m"), $"GET {Maintenances}/m", """{"id":"m","status":"POSTPONED","startsAt":"2026-05-01","endsAt":7,"updates":[{"id":"u","status":"ODD","mood":"good"}]}""");

        Assert.Equal((42, "POSTPONED", Utc(2026, 5, 1)), (maintenance.MaintenanceWindowId, maintenance.CurrentStatus, maintenance.StartsAt));
        Assert.Equal(["endsAt"], maintenance.AdditionalProperties.Keys.Cast<string>());
        MaintenanceUpdate update = Assert.Single(maintenance.Updates);
        Assert.Equal((42, "m", "ODD"), (update.MaintenanceWindowId, update.MaintenanceId, update.Status));
        Assert.Equal(["mood"], update.AdditionalProperties.Keys.Cast<string>());
    }

    [Theory]
    [InlineData(true, true, """{"startsAt":"2026-05-01T20:00:00.000Z","endsAt":"2026-05-01T22:00:00.000Z"}""")]
    [InlineData(true, false, """{"startsAt":"2026-05-01T20:00:00.000Z"}""")]
    [InlineData(false, true, """{"endsAt":"2026-05-01T22:00:00.000Z"}""")]
    public async Task Change_sends_the_times_that_are_given(bool start, bool end, string body)
    {
        Maintenance maintenance = await ExchangeAsync(
            MaintenanceRequests.Change(42, Id, start ? Utc(2026, 5, 1, 20) : null, end ? Utc(2026, 5, 1, 22) : null), $"PATCH {Maintenances}/{Id} {body}", One);

        Assert.Equal(42, maintenance.MaintenanceWindowId);
    }

    [Fact]
    public async Task Delete_answers_nothing()
    {
        await ExchangeAsync(MaintenanceRequests.Delete(42, Id), $"DELETE {Maintenances}/{Id}", null, 204);
        await ExchangeAsync(MaintenanceUpdateRequests.Delete(42, Id, UpdateId), $"DELETE {Updates}/{UpdateId}", null, 204);
    }

    [Theory]
    [InlineData(null, "")]
    [InlineData(true, ",\"notifySubscribers\":true")]
    [InlineData(false, ",\"notifySubscribers\":false")]
    public async Task An_update_is_posted(bool? notify, string sent)
    {
        MaintenanceUpdate update = await ExchangeAsync(
            MaintenanceUpdateRequests.Create(42, Id, "in_progress", "We began.", notify),
            $$"""POST {{Updates}} {"status":"IN_PROGRESS","description":"We began."{{sent}}}""",
            Update, 201);

        Assert.Equal((UpdateId, Id), (update.Id, update.MaintenanceId));
    }

    [Theory]
    [InlineData(null, """{"description":"Done."}""")]
    [InlineData("completed", """{"status":"COMPLETED","description":"Done."}""")]
    public async Task An_update_is_changed(string? status, string body)
    {
        MaintenanceUpdate update = await ExchangeAsync(
            MaintenanceUpdateRequests.Change(new() { Id = UpdateId, MaintenanceId = Id, MaintenanceWindowId = 42 }, "Done.", status), $"PUT {Updates}/{UpdateId} {body}", Update);

        Assert.Equal(UpdateId, update.Id);
    }
}
