using System.Net;

namespace Checkly.Sandbox.Tests;

public sealed class MaintenanceTests
{
    private readonly TestClock _clock = new();

    [Fact]
    public async Task A_maintenance_is_scheduled_at_first()
    {
        using WindowCall sandbox = new(_clock.Read);
        string path = await sandbox.FirstAsync();
        string[] parts = path.Split('/');

        SandboxAnswer one = await sandbox.GetAsync(path);

        Assert.Equal(HttpStatusCode.OK, one.Status);
        Json.Equal(
            $$"""
            {
              "id": "{{parts[5]}}", "maintenanceWindowId": {{parts[3]}}, "status": "SCHEDULED", "updates": [],
              "startsAt": "2026-12-01T02:00:00.000Z", "endsAt": "2026-12-01T03:30:00.000Z",
              "created_at": "2022-09-08T19:41:28.658Z", "updated_at": "2022-09-08T19:41:28.658Z"
            }
            """,
            one.Object);
    }

    [Theory]
    [InlineData(WindowBodies.Dates, "2026-12-01T04:00:00.000Z", "2026-12-01T05:00:00.000Z")]
    [InlineData("""{ "startsAt": "2026-12-01T01:00:00.000Z" }""", "2026-12-01T01:00:00.000Z", "2026-12-01T03:30:00.000Z")]
    [InlineData("""{ "endsAt": "2026-12-01T04:00:00.000Z" }""", "2026-12-01T02:00:00.000Z", "2026-12-01T04:00:00.000Z")]
    [InlineData("{}", "2026-12-01T02:00:00.000Z", "2026-12-01T03:30:00.000Z")]
    public async Task A_maintenance_can_be_moved(string body, string startsAt, string endsAt)
    {
        using WindowCall sandbox = new(_clock.Read);
        string path = await sandbox.FirstAsync();
        _clock.AddMinutes(1);

        SandboxAnswer moved = await sandbox.PatchAsync(path, body);

        Assert.Equal(HttpStatusCode.OK, moved.Status);
        Assert.Equal((startsAt, endsAt, "2022-09-08T19:42:28.658Z"), (moved.Text("startsAt"), moved.Text("endsAt"), moved.Text("updated_at")));
        Assert.Equal(moved.Body, (await sandbox.GetAsync(path)).Body);
    }

    [Fact]
    public async Task A_deleted_maintenance_is_gone_and_the_others_stay()
    {
        using WindowCall sandbox = new();
        string path = await sandbox.FirstAsync();

        Assert.Equal(HttpStatusCode.NoContent, (await sandbox.DeleteAsync(path)).Status);

        Refused.NotFound(await sandbox.GetAsync(path));
        Refused.NotFound(await sandbox.PatchAsync(path, WindowBodies.Dates));
        Refused.NotFound(await sandbox.DeleteAsync(path));
        Refused.NotFound(await sandbox.PostAsync($"{path}/updates", WindowBodies.Update));
        Assert.Equal(3, (await sandbox.GetAsync(path[..path.LastIndexOf('/')])).Array.Count);
    }

    [Fact]
    public async Task An_update_is_answered_and_gives_the_status()
    {
        using WindowCall sandbox = new(_clock.Read);
        string path = await sandbox.FirstAsync();
        string[] parts = path.Split('/');

        SandboxAnswer posted = await sandbox.PostAsync($"{path}/updates", WindowBodies.Update);

        Assert.Equal(HttpStatusCode.Created, posted.Status);
        Json.Equal(
            $$"""
            {
              "id": "{{posted.Text("id")}}", "maintenanceWindowId": {{parts[3]}}, "maintenanceId": "{{parts[5]}}",
              "status": "IN_PROGRESS", "description": "We have begun.", "notifySubscribers": true, "created_at": "2022-09-08T19:41:28.658Z",
              "previousStatus": "SCHEDULED", "previousStartsAt": null, "previousEndsAt": null, "dateAdjustments": null
            }
            """,
            posted.Object);
        SandboxAnswer second = await sandbox.PostAsync($"{path}/updates", """{ "status": "COMPLETED", "description": "Done." }""");
        Assert.Equal("IN_PROGRESS", second.Text("previousStatus"));
        Assert.False(second.Object["notifySubscribers"]!.GetValue<bool>());
        SandboxAnswer one = await sandbox.GetAsync(path);
        Assert.Equal("COMPLETED", one.Text("status"));
        Assert.Equal(["Done.", "We have begun."], one.Object["updates"].Texts("description"));
    }

    [Theory]
    [InlineData(WindowBodies.UpdateChange, "VERIFYING")]
    [InlineData("""{ "description": "Nearly there." }""", "IN_PROGRESS")]
    public async Task An_update_can_be_changed(string body, string status)
    {
        using WindowCall sandbox = new();
        string path = await sandbox.FirstAsync();
        SandboxAnswer posted = await sandbox.PostAsync($"{path}/updates", WindowBodies.Update);

        SandboxAnswer changed = await sandbox.PutAsync($"{path}/updates/{posted.Text("id")}", body);

        Assert.Equal(HttpStatusCode.OK, changed.Status);
        Assert.Equal((status, "Nearly there."), (changed.Text("status"), changed.Text("description")));
        SandboxAnswer one = await sandbox.GetAsync(path);
        Assert.Equal(status, one.Text("status"));
        Json.Equal(changed.Body, one.Object["updates"]![0]);
    }

    [Fact]
    public async Task A_deleted_update_is_gone_with_its_status()
    {
        using WindowCall sandbox = new();
        string path = await sandbox.FirstAsync();
        string update = $"{path}/updates/{(await sandbox.PostAsync($"{path}/updates", WindowBodies.Update)).Text("id")}";

        Assert.Equal(HttpStatusCode.NoContent, (await sandbox.DeleteAsync(update)).Status);

        Refused.NotFound(await sandbox.DeleteAsync(update));
        Refused.NotFound(await sandbox.PutAsync(update, WindowBodies.UpdateChange));
        Assert.Equal("SCHEDULED", (await sandbox.GetAsync(path)).Text("status"));
    }

    /// <summary>The document: hidden windows always start and end by themselves; shown ones unless that is off.</summary>
    [Theory]
    [InlineData("", 0, "IN_PROGRESS")]
    [InlineData("", -0.001, "SCHEDULED")]
    [InlineData("", 60, "COMPLETED")]
    [InlineData("\"enabled\":true,", 1, "IN_PROGRESS")]
    [InlineData("\"enabled\":true,\"autoStart\":false,", 1, "SCHEDULED")]
    [InlineData("\"enabled\":true,\"autoStart\":false,\"autoEnd\":false,", 60, "SCHEDULED")]
    [InlineData("\"enabled\":false,\"autoStart\":false,", 1, "IN_PROGRESS")]
    public async Task A_maintenance_starts_and_ends_by_itself(string visibility, double minutes, string status)
    {
        using WindowCall sandbox = new(_clock.Read);
        string window = await sandbox.CreateAsync($$$"""
            {"name":"w","startsAt":"2022-09-09T00:00:00.000Z","endsAt":"2022-09-09T01:00:00.000Z","repeatUnit":null,
             "statusPageVisibility":{{{{visibility}}}"affectAllServices":true,"statusPageIds":["5a9db0c5-7e57-4c0d-8000-000000000010"]}}
            """);
        _clock.Now = new DateTimeOffset(2022, 9, 9, 0, 0, 0, TimeSpan.Zero).AddMinutes(minutes);

        Assert.Equal(status, Assert.Single(await sandbox.OccurrencesAsync(window))["status"]!.GetValue<string>());
    }
}
