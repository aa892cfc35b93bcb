using System.Collections;
using Checkly.Tests;

namespace Checkly.Client.Tests;

/// <summary>The five operations of /v1/maintenance-windows.</summary>
public sealed class MaintenanceWindowTests(ApiServer server) : RequestTest(server)
{
    internal const string Windows = "/v1/maintenance-windows";

    internal const string One = """
        {"id":42,"name":"Upgrade","tags":["db"],"startsAt":"2026-05-01T20:00:00.000Z","endsAt":"2026-05-01T22:00:00.000Z","repeatInterval":1,"repeatUnit":"WEEK",
         "repeatEndsAt":"2026-08-01","timezone":"America/New_York","description":null,
         "statusPageVisibility":{"enabled":true,"severity":"MINOR","serviceIds":["0f6d3a1c-52c1-4a67-8a6c-6d1f0f2f0b22"],"reminderMinutesBefore":[60]},
         "pauseAllChecks":false,"silenceAlertsTags":["db"],"silenceAllAlerts":false,"created_at":"2026-01-01T09:00:00.000Z","updated_at":null}
        """;

    private static DateTimeOffset Start => new(2026, 5, 1, 22, 0, 0, TimeSpan.FromHours(2));

    [Fact]
    public async Task Windows_are_listed_page_by_page()
    {
        Page<MaintenanceWindow> page = await ExchangeAsync(MaintenanceWindowRequests.List(10, 3), $"GET {Windows}?limit=10&page=3", $"[{One}]");

        Assert.Equal((42, null), (Assert.Single(page.Items).Id, page.NextId));
    }

    [Fact]
    public async Task A_window_is_read()
    {
        MaintenanceWindow window = await ExchangeAsync(MaintenanceWindowRequests.Get(42), $"GET {Windows}/42", One);

        Assert.Equal((42, "42", "Upgrade", null), (window.Id, window.ToString(), window.Name, window.Description));
        Assert.Equal((Utc(2026, 5, 1, 20), Utc(2026, 5, 1, 22)), (window.StartsAt, window.EndsAt));
        Assert.Equal(("WEEK", 1, "2026-08-01", "America/New_York"), (window.RepeatUnit, window.RepeatInterval, window.RepeatEndsAt, window.Timezone));
        Assert.Equal((false, false), (window.PauseAllChecks, window.SilenceAllAlerts));
        Assert.Equal(["db"], window.Tags);
        Assert.Equal(["db"], window.SilenceAlertsTags);
        Assert.Equal(true, window.StatusPageVisibility["Enabled"]);
        Assert.Equal([60L], Assert.IsType<object?[]>(window.StatusPageVisibility["reminderMinutesBefore"]));
        Assert.Equal((Utc(2026, 1, 1, 9), null), (window.CreatedAt, window.UpdatedAt));
        Assert.Empty(window.AdditionalProperties);
    }

    [Fact]
    public async Task Only_the_id_is_required_of_a_window()
    {
        MaintenanceWindow window = await ExchangeAsync(
            MaintenanceWindowRequests.Get(42), $"GET {Windows}/42", """{"id":42.0,"repeatUnit":"YEAR","startsAt":"2026-05-01","endsAt":"later","tags":null,"statusPageVisibility":null,"owner":"ann"}""");

        Assert.Equal((42, "YEAR", Utc(2026, 5, 1), null), (window.Id, window.RepeatUnit, window.StartsAt, window.EndsAt));
        Assert.Empty(window.StatusPageVisibility);
        Assert.Equal(["endsAt", "owner"], window.AdditionalProperties.Keys.Cast<string>());
        Assert.Contains("it has no 'id' that is a whole number", await RefusalAsync(MaintenanceWindowRequests.Get(42), """{"id":"x"}"""), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Create_says_once_when_nothing_is_said()
    {
        MaintenanceWindow window = await ExchangeAsync(
            MaintenanceWindowRequests.Create(new Dictionary<string, object?> { ["name"] = "Upgrade", ["startsAt"] = Start, ["endsAt"] = Start.AddHours(2) }),
            $$"""POST {{Windows}} {"name":"Upgrade","startsAt":"2026-05-01T20:00:00.000Z","endsAt":"2026-05-01T22:00:00.000Z","repeatUnit":null}""",
            One, 201);

        Assert.Equal(42, window.Id);
    }

    [Fact]
    public async Task Create_sends_maps_and_lists_as_they_are() =>
        await ExchangeAsync(
            MaintenanceWindowRequests.Create(new Dictionary<string, object?>
            {
                ["name"] = "Upgrade",
                ["tags"] = new[] { "db" },
                ["startsAt"] = Start,
                ["endsAt"] = Start.AddHours(2),
                ["repeatUnit"] = "WEEK",
                ["repeatEndsAt"] = "2026-08-01",
                // What a hashtable of PowerShell is.
                ["statusPageVisibility"] = new Hashtable { ["reminderMinutesBefore"] = new object[] { 60, 120L } },
            }),
            $"POST {Windows} " + """{"name":"Upgrade","tags":["db"],"startsAt":"2026-05-01T20:00:00.000Z","endsAt":"2026-05-01T22:00:00.000Z","repeatUnit":"WEEK","repeatEndsAt":"2026-08-01","statusPageVisibility":{"reminderMinutesBefore":[60,120]}}""",
            One, 201);

    [Fact]
    public async Task Change_sends_what_it_changes_and_no_more() =>
        await ExchangeAsync(
            MaintenanceWindowRequests.Change(42, new Dictionary<string, object?> { ["timezone"] = null, ["silenceAllAlerts"] = true, ["silenceAlertsTags"] = Array.Empty<string>() }),
            $$"""PUT {{Windows}}/42 {"timezone":null,"silenceAlertsTags":[],"silenceAllAlerts":true}""",
            One);

    [Fact]
    public void What_is_not_changed_of_the_visibility_is_kept_in_the_documents_order_and_what_is_not_documented_left_out()
    {
        var window = new MaintenanceWindow { StatusPageVisibility = new Hashtable { ["serviceIds"] = new[] { "a" }, ["enabled"] = true, ["later"] = 1 } };

        IReadOnlyDictionary<string, object?> whole = MaintenanceWindowRequests.ChangedVisibility(window, new Dictionary<string, object?> { ["severity"] = "MAJOR", ["enabled"] = false });

        Assert.Equal(["enabled", "severity", "serviceIds"], whole.Keys);
        Assert.Equal((false, "MAJOR"), (whole["enabled"], whole["severity"]));
        Assert.Throws<ArgumentNullException>(() => MaintenanceWindowRequests.ChangedVisibility(null!, whole));
    }

    [Fact]
    public async Task Delete_answers_nothing() =>
        await ExchangeAsync(MaintenanceWindowRequests.Delete(42), $"DELETE {Windows}/42", null, 204);

    [Fact]
    public void What_cannot_be_sent_is_refused_at_any_depth()
    {
        var refusal = Assert.Throws<ArgumentException>(() => MaintenanceWindowRequests.Change(
            42, new Dictionary<string, object?> { ["statusPageVisibility"] = new Dictionary<string, object?> { ["serviceIds"] = new[] { new object() } } }));

        Assert.Contains("'serviceIds'", refusal.Message, StringComparison.Ordinal);
    }
}
