using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace Checkly.Sandbox.Tests;

/// <summary>
/// Input that passes a JSON parser and trips what comes after it. A server answers it, one way or the
/// other; an exception out of the handler would look to a client like a broken network.
/// </summary>
public sealed class OddInputTests
{
    private const string Updates = "/v1/incidents/{incident}/updates";

    [Theory]
    [InlineData("POST", Updates, """{ "status": "MONITORING", "description": "\ud83d" }""")]
    [InlineData("POST", Updates, """{ "status": "\udd25", "description": "Half a status." }""")]
    [InlineData("POST", Updates, """{ "status": "MONITORING", "description": "Half a name.", "\ud83d": 1 }""")]
    [InlineData("PUT", "/v1/incidents/{incident}", """{ "name": "\ud83d", "impact": "MINOR" }""")]
    [InlineData("PUT", "/v1/incidents/{incident}", """{ "name": "New", "impact": "MINOR", "startedAt": "\ud83d" }""")]
    [InlineData("PUT", "/v1/incidents/{incident}/updates/{update}", """{ "description": "\ud83d" }""")]
    [InlineData("POST", Updates, """{ "status": "MONITORING", "description": "One.", "description": "Two." }""")]
    [InlineData("PUT", "/v1/incidents/{incident}", """{ "name": "One", "impact": "MINOR", "name": "Two" }""")]
    [InlineData("PUT", "/v1/incidents/{incident}/updates/{update}", """{ "description": "1", "description": "2" }""")]
    [InlineData("POST", "/v1/dashboards", """{ "header": "\ud83d" }""")]
    [InlineData("PUT", "/v1/dashboards/5a9db0c5", """{ "header": "\ud83d" }""")]
    [InlineData("POST", "/v1/dashboards", """{ "header": "Half a name", "\ud83d": 1 }""")]
    [InlineData("PUT", "/v1/dashboards/5a9db0c5", """{ "header": "Half a name", "\ud83d": 1 }""")]
    [InlineData("POST", "/v1/dashboards", """{ "header": "Half a width", "width": "\ud83d" }""")]
    [InlineData("PUT", "/v1/dashboards/5a9db0c5", """{ "header": "Half a width", "width": "\ud83d" }""")]
    [InlineData("POST", "/v1/dashboards", """{ "header": "Half a tag", "tags": ["\ud83d"] }""")]
    [InlineData("PUT", "/v1/dashboards/5a9db0c5", """{ "header": "Half a tag", "tags": ["\ud83d"] }""")]
    [InlineData("POST", "/v1/dashboards", """{ "header": "Half a key", "keys": [{ "\ud83d": 1 }] }""")]
    [InlineData("PUT", "/v1/dashboards/5a9db0c5", """{ "header": "Half a key", "keys": [{ "\ud83d": 1 }] }""")]
    [InlineData("POST", "/v1/dashboards", """{ "header": "Half a URL", "customUrl": "\ud83d" }""")]
    [InlineData("PUT", "/v1/dashboards/5a9db0c5", """{ "header": "Half a URL", "customUrl": "\ud83d" }""")]
    [InlineData("POST", "/v1/dashboards", """{ "header": "Half a description", "description": "\ud83d" }""")]
    [InlineData("PUT", "/v1/dashboards/5a9db0c5", """{ "header": "Half a description", "description": "\ud83d" }""")]
    [InlineData("POST", "/v1/dashboards", """{ "header": "One", "header": "Two" }""")]
    [InlineData("PUT", "/v1/dashboards/5a9db0c5", """{ "header": "One", "header": "Two" }""")]
    [InlineData("POST", "/v1/dashboards", """{ "header": "Huge", "refreshRate": 1e400 }""")]
    [InlineData("PUT", "/v1/dashboards/5a9db0c5", """{ "header": "Huge", "refreshRate": 1e400 }""")]
    [InlineData("POST", "/v1/dashboards", """{ "header": "" }""")]
    [InlineData("PUT", "/v1/dashboards/5a9db0c5", """{ "header": "" }""")]
    [InlineData("POST", "/v1/dashboards", """{ "header": "Long", "refreshRate": 123456789012345678901234567890 }""")]
    public async Task Half_a_character_a_field_that_comes_twice_or_a_huge_number_is_answered(string method, string template, string body)
    {
        AnsweredOrBadRequest(await SendAsync(method, template, new StringContent(body, Encoding.UTF8, "application/json")));
    }

    [Theory]
    [InlineData("1001.5")]
    [InlineData("1e400")]
    [InlineData("-1e400")]
    [InlineData("123456789012345678901234567890")]
    public async Task A_number_no_dashboard_has_is_refused(string number)
    {
        using SandboxCall sandbox = new();
        string body = Bodies.Incident.Replace("1001", number, StringComparison.Ordinal);

        SandboxAnswer answer = await sandbox.PostAsync("/v1/incidents", body);

        BadRequestOrNotFound(answer);
    }

    [Theory]
    [InlineData("1001.0")]
    [InlineData("1.001e3")]
    public async Task The_dashboard_may_be_written_as_any_number_that_is_it(string number)
    {
        // JSON has one kind of number, and the document says no more than "number".
        using SandboxCall sandbox = new();
        string body = Bodies.Incident.Replace("1001", number, StringComparison.Ordinal);

        SandboxAnswer answer = await sandbox.PostAsync("/v1/incidents", body);

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Equal(1001, answer.Object["dashboardId"]!.GetValue<long>());
    }

    [Theory]
    [InlineData("GET", "/v1/incidents/mine")]
    [InlineData("PUT", "/v1/incidents/mine")]
    [InlineData("DELETE", "/v1/incidents/%F0%9F%94%A5")]
    [InlineData("GET", "/v1/incidents/%20")]
    [InlineData("GET", "/v1/incidents/a%2Fb")]
    [InlineData("PUT", "/v1/incidents/{incident}/updates/mine")]
    [InlineData("DELETE", "/v1/incidents/{incident}/updates/mine")]
    public async Task An_id_that_is_no_guid_is_refused(string method, string template)
    {
        string? body = method != "PUT" ? null : template.Contains("updates") ? Bodies.Description : Bodies.Change;

        SandboxAnswer answer = await SendAsync(
            method, template, body is null ? null : new StringContent(body, Encoding.UTF8, "application/json"));

        BadRequestOrNotFound(answer);
    }

    [Fact]
    public async Task Bytes_that_are_no_utf_8_are_answered()
    {
        ByteArrayContent content = new(
            [.. """{ "status": "MONITORING", "description": " """u8, 0xC3, 0x28, 0xFF, .. """ " }"""u8]);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");

        AnsweredOrBadRequest(await SendAsync("POST", Updates, content));
    }

    [Fact]
    public async Task A_charset_nobody_knows_is_answered()
    {
        ByteArrayContent content = new(Encoding.UTF8.GetBytes(Bodies.Update()));
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json") { CharSet = "klingon" };

        AnsweredOrBadRequest(await SendAsync("POST", Updates, content));
    }

    private static void AnsweredOrBadRequest(SandboxAnswer answer)
    {
        if (answer.Status is not (HttpStatusCode.OK or HttpStatusCode.Created))
        {
            Refused.BadRequest(answer);
        }
    }

    private static void BadRequestOrNotFound(SandboxAnswer answer)
    {
        if (answer.Status != HttpStatusCode.NotFound)
        {
            Refused.BadRequest(answer);
        }
        else
        {
            Refused.NotFound(answer);
        }
    }

    private static async Task<SandboxAnswer> SendAsync(string method, string template, HttpContent? content)
    {
        using SandboxCall sandbox = new();
        string incident = await sandbox.IncidentAsync();
        string update = await sandbox.UpdateAsync(incident);
        SandboxAnswer answer = await sandbox.SendAsync(
            method, Operations.Path(template, incident, update), content);

        // Whatever was stored must still be readable.
        await sandbox.HistoryAsync(incident);
        Assert.Equal(HttpStatusCode.OK, (await sandbox.GetAsync("/v1/dashboards")).Status);
        return answer;
    }
}
