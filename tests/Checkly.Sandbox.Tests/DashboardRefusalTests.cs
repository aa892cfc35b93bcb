using System.Net;
using System.Text;

namespace Checkly.Sandbox.Tests;

/// <summary>Whoever is refused has changed nothing, and learns nothing.</summary>
public sealed class DashboardRefusalTests
{
    /// <summary>The bodies of requests that write, and are no JSON object.</summary>
    public static MatrixTheoryData<string, string> NoObject => new(
        ["POST /v1/dashboards", "PUT /v1/dashboards/5a9db0c5"],
        [
            "", " ", "{", "no json", "null", "true", "1", "\"text\"", "[]", """[{ "header": "In a list" }]""",
            """{ "header": "A comma too many", }""", """{ "header": "Two" } {}""", """{ "header": "Cut off" """,
            "{'header':'Status'}", """{ "header": "A remark" /* why */ }""",
        ]);

    public static TheoryData<string> Writing => ["POST /v1/dashboards", "PUT /v1/dashboards/5a9db0c5"];

    [Theory]
    [MemberData(nameof(NoObject))]
    public async Task A_body_that_is_no_object_is_a_bad_request(string operation, string body)
    {
        await RefusedAsync(operation, new StringContent(body, Encoding.UTF8, "application/json"));
    }

    [Theory]
    [MemberData(nameof(Writing))]
    public async Task A_missing_body_is_a_bad_request(string operation)
    {
        await RefusedAsync(operation, null);
    }

    [Theory]
    [MemberData(nameof(Writing))]
    public async Task A_body_called_plain_text_is_a_bad_request(string operation)
    {
        await RefusedAsync(operation, new StringContent(DashboardBodies.Header, Encoding.UTF8, "text/plain"));
    }

    [Theory]
    [InlineData("""{ "header": "\ud83d" }""")]
    [InlineData("""{ "header": "Half a name", "\ud83d": 1 }""")]
    [InlineData("""{ "header": "Half a width", "width": "\ud83d" }""")]
    [InlineData("""{ "header": "Half a tag", "tags": ["\ud83d"] }""")]
    [InlineData("""{ "header": "Half a key", "keys": [{ "\ud83d": 1 }] }""")]
    [InlineData("""{ "header": "Half a URL", "customUrl": "\ud83d" }""")]
    [InlineData("""{ "header": "Half a description", "description": "\ud83d" }""")]
    [InlineData("""{ "header": "One", "header": "Two" }""")]
    [InlineData("""{ "header": "Huge", "refreshRate": 1e400 }""")]
    [InlineData("""{ "header": "" }""")]
    public async Task Odd_input_is_answered(string body)
    {
        using DashboardCall sandbox = new();

        SandboxAnswer created = await sandbox.PostAsync(body);
        SandboxAnswer changed = await sandbox.PutAsync(DashboardCall.First, body);

        Assert.All([created, changed], answer =>
        {
            if (answer.Status is not (HttpStatusCode.OK or HttpStatusCode.Created))
            {
                Refused.BadRequest(answer);
            }
        });

        // Whatever was stored must still be readable.
        await sandbox.EverythingAsync();
    }

    [Fact]
    public async Task A_number_of_any_length_is_answered()
    {
        // Sent beside the check against the document, whose validator stumbles over such a number.
        const string body = """{ "header": "Long", "refreshRate": 123456789012345678901234567890 }""";
        using SandboxCall sandbox = new();

        SandboxAnswer answer = await sandbox.PostAsync("/v1/dashboards", body);

        if (answer.Status != HttpStatusCode.Created)
        {
            Refused.BadRequest(answer);
        }

        Assert.Equal(HttpStatusCode.OK, (await sandbox.GetAsync("/v1/dashboards")).Status);
    }

    private static async Task RefusedAsync(string operation, HttpContent? content)
    {
        using DashboardCall sandbox = new();
        string before = await sandbox.EverythingAsync();
        string[] parts = operation.Split(' ');

        Refused.BadRequest(await sandbox.SendAsync(parts[0], parts[1], content));

        Assert.Equal(before, await sandbox.EverythingAsync());
    }
}
