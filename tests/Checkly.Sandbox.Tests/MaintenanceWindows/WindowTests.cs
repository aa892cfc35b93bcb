using System.Net;
using System.Text.Json.Nodes;

namespace Checkly.Sandbox.Tests;

public sealed class WindowTests
{
    private readonly TestClock _clock = new();

    [Fact]
    public async Task A_new_window_is_answered_with_its_defaults()
    {
        using WindowCall sandbox = new(_clock.Read);

        SandboxAnswer created = await sandbox.PostAsync(WindowCall.Windows, WindowBodies.Window);

        Assert.Equal(HttpStatusCode.Created, created.Status);
        Json.Equal(
            $$"""
            {
              "id": {{created.Object["id"]}}, "name": "Database", "tags": [], "startsAt": "2026-12-01T02:00:00.000Z", "endsAt": "2026-12-01T03:30:00.000Z",
              "repeatInterval": null, "repeatUnit": "DAY", "repeatEndsAt": "2026-12-04T00:00:00.000Z", "timezone": null, "description": null,
              "pauseAllChecks": false, "silenceAlertsTags": [], "silenceAllAlerts": false,
              "created_at": "2022-09-08T19:41:28.658Z", "updated_at": null,
              "statusPageVisibility": {
                "enabled": false, "severity": null, "affectAllServices": false, "notifyOnStart": false, "notifyOnEnd": false, "suppressAutoIncidents": false,
                "reminderMinutesBefore": [], "autoStart": true, "autoEnd": true, "showAffectedServices": true, "statusPageIds": [], "serviceIds": []
              }
            }
            """,
            created.Object);
        Assert.True(created.Object["id"]!.GetValue<long>() > 0);
        Assert.Equal(created.Body, (await sandbox.GetAsync(WindowCall.Path(created))).Body);
    }

    [Fact]
    public async Task A_change_is_partial()
    {
        using WindowCall sandbox = new(_clock.Read);
        SandboxAnswer created = await sandbox.PostAsync(WindowCall.Windows, WindowBodies.Full);
        JsonObject expected = created.Object;
        _clock.AddMinutes(1);
        (expected["name"], expected["timezone"], expected["updated_at"]) = ("Renamed", null, "2022-09-08T19:42:28.658Z");
        expected["statusPageVisibility"]!["notifyOnEnd"] = false;

        SandboxAnswer changed = await sandbox.PutAsync(
            WindowCall.Path(created), """{ "name": "Renamed", "timezone": null, "statusPageVisibility": { "notifyOnEnd": false } }""");

        Assert.Equal(HttpStatusCode.OK, changed.Status);
        Json.Equal(expected.ToJsonString(), changed.Object);
        Assert.Equal(changed.Body, (await sandbox.GetAsync(WindowCall.Path(created))).Body);
    }

    [Fact]
    public async Task A_deleted_window_is_gone_with_its_occurrences_and_its_number()
    {
        using WindowCall sandbox = new();
        string occurrence = await sandbox.FirstAsync();
        string window = occurrence[..occurrence.IndexOf("/maintenances/", StringComparison.Ordinal)];

        Assert.Equal(HttpStatusCode.NoContent, (await sandbox.DeleteAsync(window)).Status);

        Refused.NotFound(await sandbox.GetAsync(window));
        Refused.NotFound(await sandbox.PutAsync(window, "{}"));
        Refused.NotFound(await sandbox.DeleteAsync(window));
        Refused.NotFound(await sandbox.GetAsync($"{window}/maintenances"));
        Refused.NotFound(await sandbox.GetAsync(occurrence));
        Assert.NotEqual(window, await sandbox.CreateAsync());
    }

    [Fact]
    public async Task A_sandbox_begins_without_windows()
    {
        using WindowCall sandbox = new();

        Assert.Empty((await sandbox.GetAsync(WindowCall.Windows)).Array);
    }
}
