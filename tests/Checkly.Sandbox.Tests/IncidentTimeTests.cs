namespace Checkly.Sandbox.Tests;

/// <summary>What posting, changing and removing an update changes of the thing that it belongs to.</summary>
public sealed class IncidentTimeTests
{
    private const string AfterOne = "2022-09-08T19:42:28.658Z";
    private const string AfterTwo = "2022-09-08T19:43:28.658Z";
    private const string AfterThree = "2022-09-08T19:44:28.658Z";
    private readonly TestClock _clock = new();

    [Fact]
    public async Task An_incident_is_changed_by_what_happens_to_its_updates()
    {
        using SandboxCall sandbox = new(_clock.Read);
        string incident = await sandbox.IncidentAsync();
        string updates = $"/v1/incidents/{incident}/updates";
        Assert.Null((await sandbox.HistoryAsync(incident)).Object["updated_at"]);

        await ChangesAsync(sandbox, $"/v1/incidents/{incident}", updates, Bodies.Update(), Bodies.Description);
    }

    [Fact]
    public async Task A_status_page_incident_is_changed_by_what_happens_to_its_updates()
    {
        using SandboxCall sandbox = new(_clock.Read);
        string incident = $"{PageIncidentCall.Incidents}/{await PageIncidentCall.OpenAsync(sandbox)}";

        await ChangesAsync(sandbox, incident, PageIncidentCall.Updates(incident), PageIncidentBodies.Update, PageIncidentBodies.Update);
    }

    [Fact]
    public async Task A_maintenance_is_changed_by_what_happens_to_its_updates()
    {
        using SandboxCall sandbox = new(_clock.Read);
        string maintenance = $"{WindowCall.Windows}/{await WindowCall.OccurrenceAsync(sandbox)}";

        await ChangesAsync(sandbox, maintenance, $"{maintenance}/updates", WindowBodies.Update, WindowBodies.UpdateChange);
    }

    [Fact]
    public async Task A_refused_update_changes_nothing()
    {
        using SandboxCall sandbox = new(_clock.Read);
        string incident = $"{PageIncidentCall.Incidents}/{await PageIncidentCall.OpenAsync(sandbox)}";
        string before = (await sandbox.GetAsync(incident)).Body;
        _clock.AddMinutes(1);

        Refused.BadRequest(await sandbox.PostAsync(PageIncidentCall.Updates(incident), "{}"));

        Assert.Equal(before, (await sandbox.GetAsync(incident)).Body);
    }

    [Fact]
    public async Task A_status_page_incident_has_a_duration_in_seconds_as_long_as_it_is_resolved()
    {
        using PageIncidentCall sandbox = new(_clock.Read);
        string incident = await sandbox.OpenAsync();
        _clock.AddMinutes(5);
        await sandbox.UpdateAsync(incident);
        Assert.Null(await DurationAsync(sandbox, incident));
        _clock.AddMinutes(5);

        string resolved = await sandbox.UpdateAsync(incident, """{ "description": "Fixed.", "status": "RESOLVED" }""");
        Assert.Equal(600, await DurationAsync(sandbox, incident));

        _clock.AddMinutes(1);
        await sandbox.PutAsync(resolved, """{ "description": "Fixed.", "publicIncidentUpdateDate": "2022-09-08T19:42:28.658Z", "status": "RESOLVED" }""");
        // Set back to before the second update, which is the latest now.
        Assert.Null(await DurationAsync(sandbox, incident));

        await sandbox.PutAsync(resolved, """{ "description": "Fixed.", "publicIncidentUpdateDate": "2022-09-08T19:51:28.658Z", "status": "RESOLVED" }""");
        Assert.Equal(600, await DurationAsync(sandbox, incident));

        await sandbox.DeleteAsync(resolved);
        Assert.Null(await DurationAsync(sandbox, incident));
    }

    [Fact]
    public async Task A_duration_counts_from_the_earliest_date_that_is_shown()
    {
        using PageIncidentCall sandbox = new(_clock.Read);
        string incident = await sandbox.OpenAsync();
        await sandbox.UpdateAsync(incident, """{ "description": "It began.", "status": "INVESTIGATING", "publicIncidentUpdateDate": "2022-09-08T18:41:28.658Z" }""");

        await sandbox.UpdateAsync(incident, """{ "description": "Fixed.", "status": "RESOLVED" }""");

        Assert.Equal(3600, await DurationAsync(sandbox, incident));
    }

    private static async Task<long?> DurationAsync(PageIncidentCall sandbox, string incident) =>
        (await sandbox.GetAsync(incident)).Object["duration"]?.GetValue<long>();

    private async Task ChangesAsync(SandboxCall sandbox, string whole, string updates, string body, string change)
    {
        _clock.AddMinutes(1);
        string update = $"{updates}/{(await sandbox.PostAsync(updates, body)).Text("id")}";
        Assert.Equal(AfterOne, (await sandbox.GetAsync(whole)).Text("updated_at"));
        _clock.AddMinutes(1);
        await sandbox.PutAsync(update, change);
        Assert.Equal(AfterTwo, (await sandbox.GetAsync(whole)).Text("updated_at"));
        _clock.AddMinutes(1);
        await sandbox.DeleteAsync(update);
        Assert.Equal(AfterThree, (await sandbox.GetAsync(whole)).Text("updated_at"));
    }
}
