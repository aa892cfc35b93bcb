using NJsonSchema;

namespace Checkly.Sandbox.Tests;

public sealed class WindowRefusalTests
{
    public static TheoryData<string, string> Bad => new()
    {
        { "name", "null" },
        { "name", $"\"{new string('x', 201)}\"" },
        { "tags", "\"db\"" },
        { "tags", "[1]" },
        { "startsAt", "null" },
        { "startsAt", "\"tomorrow\"" },
        { "endsAt", "12" },
        { "repeatInterval", "0" },
        { "repeatInterval", "366" },
        { "repeatInterval", "1.5" },
        { "repeatInterval", "\"1\"" },
        { "repeatUnit", "\"YEAR\"" },
        { "repeatUnit", "\"day\"" },
        { "repeatEndsAt", "\"never\"" },
        { "timezone", "5" },
        { "pauseAllChecks", "null" },
        { "silenceAlertsTags", "null" },
        { "silenceAllAlerts", "\"yes\"" },
        { "description", $"\"{new string('x', 2001)}\"" },
        { "statusPageVisibility", "null" },
        { "statusPageVisibility", "true" },
        { "statusPageVisibility", """{ "visible": true }""" },
        { "statusPageVisibility", """{ "enabled": "yes" }""" },
        { "statusPageVisibility", """{ "severity": "HIGH" }""" },
        { "statusPageVisibility", """{ "reminderMinutesBefore": [59] }""" },
        { "statusPageVisibility", """{ "reminderMinutesBefore": [60, 61, 62, 63] }""" },
        { "statusPageVisibility", """{ "statusPageIds": ["sandbox"] }""" },
        { "statusPageVisibility", """{ "serviceIds": "5a9db0c5-7e57-4c0d-8000-000000000011" }""" },
        { "id", "2001" },
    };

    /// <summary>What the document says in words that a schema does not have, or not at all.</summary>
    public static TheoryData<string, string> BadInWords => new()
    {
        { "name", "\"\"" },
        { "timezone", "\"+05:00\"" },
        { "timezone", "\"Berlin\"" },
        { "endsAt", "\"2026-12-01T02:00:00.000Z\"" },
        { "endsAt", "\"2026-11-30T02:00:00.000Z\"" },
    };

    public static TheoryData<string, string> BadUpdate => new()
    {
        { "status", "\"RESOLVED\"" },
        { "status", "null" },
        { "description", "null" },
        { "description", $"\"{new string('x', 2001)}\"" },
        { "previousStatus", "\"SCHEDULED\"" },
    };

    [Theory]
    [MemberData(nameof(Bad))]
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
    [MemberData(nameof(Bad))]
    public async Task What_is_refused_is_not_documented(string field, string json)
    {
        await ContractCheck.UndocumentedAsync("PUT", $"{WindowCall.Windows}/1", Bodies.With("{}", field, json));
    }

    [Theory]
    [InlineData("name")]
    [InlineData("startsAt")]
    [InlineData("endsAt")]
    [InlineData("repeatUnit")]
    public async Task A_new_window_needs_name_times_and_repetition(string field)
    {
        using WindowCall sandbox = new();
        string body = Bodies.Without(WindowBodies.Window, field);

        SandboxAnswer answer = await sandbox.PostAsync(WindowCall.Windows, body);

        Refused.BadRequest(answer);
        Assert.Equal($"\"{field}\" is required", answer.Text("message"));
        await ContractCheck.UndocumentedAsync("POST", WindowCall.Windows, body);
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

    [Theory]
    [MemberData(nameof(BadUpdate))]
    public async Task A_bad_update_is_refused_and_changes_nothing(string field, string json)
    {
        using WindowCall sandbox = new();
        string path = await sandbox.FirstAsync();
        string update = $"{path}/updates/{(await sandbox.PostAsync($"{path}/updates", WindowBodies.Update)).Text("id")}";
        string before = (await sandbox.GetAsync(path)).Body;
        string change = Bodies.With(WindowBodies.UpdateChange, field, json);

        Refused.BadRequest(await sandbox.PostAsync($"{path}/updates", Bodies.With(WindowBodies.Update, field, json)));
        Refused.BadRequest(await sandbox.PutAsync(update, change));
        await ContractCheck.UndocumentedAsync("PUT", update, change);

        Assert.Equal(before, (await sandbox.GetAsync(path)).Body);
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
    public async Task What_does_not_exist_is_not_found()
    {
        using WindowCall sandbox = new();
        string window = await sandbox.CreateAsync();

        Refused.NotFound(await sandbox.GetAsync($"{WindowCall.Windows}/1"));
        Refused.NotFound(await sandbox.GetAsync($"{window}/maintenances/{Guid.NewGuid()}"));
        Refused.BadRequest(await sandbox.GetAsync($"{window}/maintenances/1"));
        Refused.BadRequest(await sandbox.GetAsync($"{window}/maintenances?limit=51"));
        Refused.BadRequest(await sandbox.GetAsync($"{WindowCall.Windows}?limit=101"));
        Refused.BadRequest(await sandbox.GetAsync($"{WindowCall.Windows}?page=0"));
    }

    [Theory]
    [InlineData("POST", "", WindowBodies.Window)]
    [InlineData("POST", "", WindowBodies.Full)]
    [InlineData("PUT", "/1", WindowBodies.Full)]
    [InlineData("PUT", "/1", "{}")]
    [InlineData("PUT", "/1", """{ "repeatUnit": null, "repeatEndsAt": null, "timezone": null, "description": null }""")]
    [InlineData("PATCH", "/1/maintenances/2", WindowBodies.Dates)]
    [InlineData("POST", "/1/maintenances/2/updates", WindowBodies.Update)]
    [InlineData("PUT", "/1/maintenances/2/updates/3", WindowBodies.UpdateChange)]
    public async Task What_succeeds_is_documented(string method, string path, string body)
    {
        Assert.Empty(await ContractCheck.ProblemsAsync(method, WindowCall.Windows + path, body));
    }

    [Theory]
    [InlineData("id", "\"2001\"")]
    [InlineData("repeatUnit", "\"YEAR\"")]
    [InlineData("startsAt", "null")]
    [InlineData("statusPageVisibility", """{ "statusPageIds": ["one"] }""")]
    public async Task A_spoilt_window_is_rejected(string field, string json)
    {
        JsonSchema schema = await ContractCheck.AnswerAsync("post", WindowCall.Windows, 201);
        using WindowCall sandbox = new();
        SandboxAnswer good = await sandbox.PostAsync(WindowCall.Windows, WindowBodies.Full);

        Assert.Empty(schema.Validate(good.Body));
        Assert.NotEmpty(schema.Validate(Bodies.With(good.Body, field, json)));
    }
}
