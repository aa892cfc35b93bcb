using System.Net.Http.Headers;
using System.Text;

namespace Checkly.Sandbox.Tests;

/// <summary>A body is one JSON object, and says that it is JSON. Whoever is refused has changed nothing.</summary>
public sealed class BodyFormatTests
{
    private static readonly (string Method, string Template, string Body)[] Writing = [.. Operations.All.Select(row => row.Data).Where(row => row.Item3 is not null).Select(row => (row.Item1, row.Item2, row.Item3!))];

    private static readonly Dictionary<string, Func<string, HttpContent?>> Bad = new()
    {
        ["missing"] = _ => null,
        ["plain text"] = body => new StringContent(body, Encoding.UTF8, "text/plain"),
        ["a form"] = body => new StringContent(body, Encoding.UTF8, "application/x-www-form-urlencoded"),
        ["without a type"] = body => new ByteArrayContent(Encoding.UTF8.GetBytes(body)),
        ["empty"] = _ => Json(""),
        ["blank"] = _ => Json(" "),
        ["cut off"] = body => Json(body[..^1]),
        ["no JSON"] = _ => Json("no json"),
        ["in single quotes"] = _ => Json("{'status':'MONITORING'}"),
        ["a comma too many"] = body => Json($"{body.TrimEnd()[..^1]},}}"),
        ["two documents"] = body => Json($"{body} {{}}"),
        ["a remark"] = body => Json($"{body} /* why */"),
        ["null"] = _ => Json("null"),
        ["true"] = _ => Json("true"),
        ["a number"] = _ => Json("1"),
        ["a text"] = _ => Json("\"text\""),
        ["a list"] = _ => Json("[]"),
        ["in a list"] = body => Json($"[{body}]"),
        ["nested very deep"] = _ => Json(new string('[', 5000) + new string(']', 5000)),
    };

    public static TheoryData<string> Names => [.. Writing.Select(operation => $"{operation.Method} {operation.Template}")];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Any_other_body_is_a_bad_request_and_changes_nothing(string operation)
    {
        (string method, string template, string good) = Writing.Single(row => $"{row.Method} {row.Template}" == operation);
        using SandboxCall sandbox = new();
        string path = await Operations.PathAsync(sandbox, template);

        foreach ((string name, Func<string, HttpContent?> body) in Bad)
        {
            SandboxAnswer answer = await sandbox.SendAsync(method, path, body(good));
            Assert.True((int)answer.Status == 400, $"{name}: {answer.Status} {answer.Body}");
            Refused.BadRequest(answer);
        }

        // What could be done once can still be done; without a charset it is JSON as well.
        ByteArrayContent content = new(Encoding.UTF8.GetBytes(good));
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        Assert.InRange((int)(await sandbox.SendAsync(method, path, content)).Status, 200, 204);
    }

    private static StringContent Json(string body) => new(body, Encoding.UTF8, "application/json");
}
