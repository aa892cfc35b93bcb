namespace Checkly.Sandbox.Tests;

public sealed class WindowRefusalTests
{
    /// <summary>What the document says in words that a schema does not have, or not at all.</summary>
    public static TheoryData<string, string> BadInWords => new()
    {
        { "name", "\"\"" },
        { "timezone", "\"+05:00\"" },
        { "repeatUnit", "\"YEAR\"" },
        { "repeatUnit", "\"day\"" },
        { "timezone", "\"Berlin\"" },
        { "endsAt", "\"2026-12-01T02:00:00.000Z\"" },
        { "endsAt", "\"2026-11-30T02:00:00.000Z\"" },
    };

    [Theory]
    [MemberData(nameof(BadInWords))]
    public async Task A_bad_window_is_refused_and_changes_nothing(string field, string json)
    {
        using WindowCall sandbox = new();
        string window = await sandbox.CreateAsync();
        string before = (await sandbox.GetAsync(WindowCall.Windows)).Body;

        SandboxAnswer[] answers =
        [
            await sandbox.PostAsync(WindowCall.Windows, Bodies.With(WindowBodies.Window, field, json)),
            await sandbox.PutAsync(window, Bodies.With("{}", field, json)),
        ];

        Assert.All(answers, Refused.BadRequest);
        Assert.All(answers, answer => Assert.StartsWith($"\"{field}", answer.Text("message"), StringComparison.Ordinal));
        Assert.Equal(before, (await sandbox.GetAsync(WindowCall.Windows)).Body);
    }

    [Theory]
    [InlineData("statusPageIds")]
    [InlineData("serviceIds")]
    public async Task What_a_window_is_shown_on_must_exist(string field)
    {
        using WindowCall sandbox = new();
        string body = $$"""{ "statusPageVisibility": { "{{field}}": ["{{Guid.NewGuid()}}"] } }""";

        Refused.NotFound(await sandbox.PutAsync(await sandbox.CreateAsync(), body));
    }

    [Fact]
    public async Task Who_was_told_cannot_be_changed()
    {
        using WindowCall sandbox = new();
        string path = await sandbox.FirstAsync();
        string update = $"{path}/updates/{(await sandbox.PostAsync($"{path}/updates", WindowBodies.Update)).Text("id")}";

        Refused.BadRequest(await sandbox.PutAsync(update, WindowBodies.Update));
        Refused.BadRequest(await sandbox.PostAsync($"{path}/updates", Bodies.With(WindowBodies.Update, "notifySubscribers", "\"yes\"")));
        Refused.BadRequest(await sandbox.PutAsync(update, """{ "status": "COMPLETED" }"""));
    }

    [Theory]
    [InlineData("""{ "startsAt": null }""")]
    [InlineData("""{ "endsAt": "tomorrow" }""")]
    [InlineData("""{ "endsAt": "2026-12-01T01:00:00.000Z" }""")]
    [InlineData("""{ "status": "COMPLETED" }""")]
    public async Task A_maintenance_is_not_moved_to_nowhere(string body)
    {
        using WindowCall sandbox = new();
        string path = await sandbox.FirstAsync();
        string before = (await sandbox.GetAsync(path)).Body;

        Refused.BadRequest(await sandbox.PatchAsync(path, body));

        Assert.Equal(before, (await sandbox.GetAsync(path)).Body);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("1.5")]
    [InlineData("database")]
    [InlineData("5a9db0c5-7e57-4c0d-8000-000000000010")]
    public async Task The_id_of_a_window_is_a_number(string id)
    {
        using WindowCall sandbox = new();

        Refused.BadRequest(await sandbox.GetAsync($"{WindowCall.Windows}/{id}"));
        Refused.BadRequest(await sandbox.GetAsync($"{WindowCall.Windows}/{id}/maintenances"));
    }

    [Fact]
    public async Task The_maintenances_of_a_window_have_guids_and_at_most_fifty_on_a_page()
    {
        using WindowCall sandbox = new();
        string window = await sandbox.CreateAsync();

        Refused.NotFound(await sandbox.GetAsync($"{window}/maintenances/{Guid.NewGuid()}"));
        Refused.BadRequest(await sandbox.GetAsync($"{window}/maintenances/1"));
        Refused.BadRequest(await sandbox.GetAsync($"{window}/maintenances?limit=51"));
    }
}
