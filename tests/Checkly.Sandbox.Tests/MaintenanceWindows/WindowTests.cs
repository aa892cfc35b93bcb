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
    public async Task A_new_window_is_answered_with_all_that_was_sent()
    {
        using WindowCall sandbox = new();

        SandboxAnswer created = await sandbox.PostAsync(WindowCall.Windows, WindowBodies.Full);

        Assert.Equal(HttpStatusCode.Created, created.Status);
        Assert.All(JsonNode.Parse(WindowBodies.Full)!.AsObject(), field => Json.Equal(field.Value!.ToJsonString(), created.Object[field.Key]));
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

    [Theory]
    [InlineData("", 10, "0-9/12")]
    [InlineData("?page=2", 2, "10-11/12")]
    [InlineData("?limit=5&page=3", 2, "10-11/12")]
    [InlineData("?limit=100", 12, "0-11/12")]
    [InlineData("?page=3", 0, "*/12")]
    public async Task Windows_are_listed_by_pages_with_their_total(string query, int count, string range)
    {
        using WindowCall sandbox = new();
        for (int number = 1; number <= 12; number++)
        {
            await sandbox.CreateAsync(Bodies.With(WindowBodies.Once, "name", $"\"{number}\""));
        }

        SandboxAnswer list = await sandbox.GetAsync(WindowCall.Windows + query);

        Assert.Equal(HttpStatusCode.OK, list.Status);
        Assert.Equal(range, list.ContentRange);
        Assert.Equal(count, list.Array.Count);
        int first = count == 0 ? 0 : int.Parse(range.Split('-')[0], System.Globalization.CultureInfo.InvariantCulture);
        Assert.Equal(Enumerable.Range(first + 1, count).Select(number => $"{number}"), list.Array.Texts("name"));
    }

    [Fact]
    public async Task A_sandbox_begins_without_windows()
    {
        using WindowCall sandbox = new();

        Assert.Empty((await sandbox.GetAsync(WindowCall.Windows)).Array);
    }
}
