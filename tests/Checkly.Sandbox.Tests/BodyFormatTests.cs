using System.Net.Http.Headers;
using System.Text;

namespace Checkly.Sandbox.Tests;

public sealed class BodyFormatTests
{
    /// <summary>The four operations that read a body.</summary>
    public static TheoryData<string, string> Writing => new()
    {
        { "POST", "/v1/incidents" },
        { "PUT", "/v1/incidents/{incident}" },
        { "POST", "/v1/incidents/{incident}/updates" },
        { "PUT", "/v1/incidents/{incident}/updates/{update}" },
    };

    public static MatrixTheoryData<string, string> Malformed => new(
        ["/v1/incidents", "/v1/incidents/{incident}/updates"],
        [
            "",
            " ",
            "{",
            "no json",
            "{'status':'MONITORING'}",
            """{ "status": "MONITORING", "description": "A comma too many.", }""",
            """{ "status": "MONITORING", "description": "Two documents." } {}""",
            """{ "status": "MONITORING", "description": "A remark." /* why */ }""",
        ]);

    public static MatrixTheoryData<string, string> NoObject => new(
        ["/v1/incidents", "/v1/incidents/{incident}/updates"],
        ["null", "true", "1", "\"text\"", "[]", """[{ "status": "MONITORING", "description": "In a list." }]"""]);

    [Theory]
    [MemberData(nameof(Malformed))]
    public async Task A_body_that_is_no_json_is_a_bad_request(string template, string body)
    {
        Refused.BadRequest(await SendAsync("POST", template, _ => Json(body)));
    }

    [Theory]
    [MemberData(nameof(NoObject))]
    public async Task A_body_that_is_no_object_is_a_bad_request(string template, string body)
    {
        Refused.BadRequest(await SendAsync("POST", template, _ => Json(body)));
    }

    [Theory]
    [MemberData(nameof(Writing))]
    public async Task A_missing_body_is_a_bad_request(string method, string template)
    {
        Refused.BadRequest(await SendAsync(method, template, _ => null));
    }

    [Theory]
    [MemberData(nameof(Writing))]
    public async Task A_body_called_plain_text_is_a_bad_request(string method, string template)
    {
        Refused.BadRequest(await SendAsync(
            method, template, body => new StringContent(body, Encoding.UTF8, "text/plain")));
    }

    [Theory]
    [MemberData(nameof(Writing))]
    public async Task A_body_called_a_form_is_a_bad_request(string method, string template)
    {
        Refused.BadRequest(await SendAsync(
            method, template, body => new StringContent(body, Encoding.UTF8, "application/x-www-form-urlencoded")));
    }

    [Theory]
    [MemberData(nameof(Writing))]
    public async Task A_body_without_a_content_type_is_a_bad_request(string method, string template)
    {
        Refused.BadRequest(await SendAsync(
            method, template, body => new ByteArrayContent(Encoding.UTF8.GetBytes(body))));
    }

    [Theory]
    [MemberData(nameof(Writing))]
    public async Task Json_without_a_charset_is_read(string method, string template)
    {
        SandboxAnswer answer = await SendAsync(method, template, body =>
        {
            ByteArrayContent content = new(Encoding.UTF8.GetBytes(body));
            content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
            return content;
        });

        Assert.InRange((int)answer.Status, 200, 201);
    }

    private static StringContent Json(string body) => new(body, Encoding.UTF8, "application/json");

    private static async Task<SandboxAnswer> SendAsync(
        string method, string template, Func<string, HttpContent?> content)
    {
        using SandboxCall sandbox = new();
        string incident = await sandbox.IncidentAsync();
        string update = await sandbox.UpdateAsync(incident);
        string good = (method, template) switch
        {
            ("POST", "/v1/incidents") => Bodies.Incident,
            ("PUT", "/v1/incidents/{incident}") => Bodies.Change,
            ("POST", _) => Bodies.Update(),
            _ => Bodies.Description,
        };
        return await sandbox.SendAsync(method, Operations.Path(template, incident, update), content(good));
    }
}
