using System.Net;
using System.Text.RegularExpressions;
using Checkly.Tests;

namespace Checkly.Sandbox.Tests;

/// <summary>The sandbox checks the requests of all operations that it has, and says of all others that it does not have them.</summary>
public sealed partial class EveryOperationTests
{
    /// <summary>All operations with a value for each placeholder, and whether they take a body.</summary>
    public static TheoryData<string, string, bool> Operations
    {
        get
        {
            var operations = new TheoryData<string, string, bool>();
            foreach (Match operation in Operation().Matches(ApiContract.FactsText))
            {
                string path = Parameter().Matches(operation.Value).Aggregate(operation.Groups["path"].Value, (path, parameter) =>
                    path.Replace($"{{{parameter.Groups["name"].Value}}}", parameter.Groups["kind"].Value is "integer" or "number" ? "7" : "5a9db0c5-7e57-4c0d-8000-0000000000ff", StringComparison.Ordinal));
                operations.Add(operation.Groups["method"].Value, path, operation.Value.Contains("\n  body ", StringComparison.Ordinal));
            }

            return operations;
        }
    }

    [Fact]
    public void There_are_194_of_them() => Assert.Equal(194, Operations.Count);

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task A_request_is_answered_with_501_or_checked_before_it_is_carried_out(string method, string path, bool takesBody)
    {
        using SandboxCall sandbox = new();

        SandboxAnswer answer = await sandbox.SendAsync(method, path, takesBody ? """{"no such field":1}""" : null);

        if (answer.Status == HttpStatusCode.NotImplemented)
        {
            Assert.Equal("the sandbox does not have this operation", answer.Text("message"));
        }
        else if (takesBody)
        {
            Refused.BadRequest(answer);
            Assert.Matches("^\"[^\"]+\" (is not allowed|is required)$", answer.Text("message"));
        }
        else
        {
            Assert.True(answer.Status is HttpStatusCode.OK or HttpStatusCode.NotFound or HttpStatusCode.BadRequest, $"{answer.Status} {answer.Body}");
        }
    }

    /// <summary>Advice about a body that nothing takes would mislead.</summary>
    [Theory]
    [InlineData("POST", "/v1/alert-channels", "{}")]
    [InlineData("GET", "/v1/alert-channels/abc", null)]
    [InlineData("GET", "/v1/check-alerts?limit=101", null)]
    [InlineData("GET", "/v1/nowhere", null)]
    public async Task What_it_does_not_have_it_says_before_anything_else(string method, string path, string? body)
    {
        using SandboxCall sandbox = new();

        Assert.Equal(HttpStatusCode.NotImplemented, (await sandbox.SendAsync(method, path, body)).Status);
    }

    [Theory]
    [InlineData("GET", "/v1/checks?limit=101", "\"limit\" must be less than or equal to 100")]
    [InlineData("GET", "/v1/checks?limit=ten", "\"limit\" must be a number")]
    [InlineData("GET", "/v1/checks?limit=1.5", "\"limit\" must be an integer")]
    [InlineData("GET", "/v1/checks?page=0", "\"page\" must be a positive number")]
    [InlineData("GET", "/v1/checks/7", "\"id\" must be a valid GUID")]
    [InlineData("GET", "/v1/maintenance-windows/x", "\"id\" must be a number")]
    [InlineData("GET", "/v1/snippets/0", "\"id\" must be a positive number")]
    public async Task Parameters_are_checked(string method, string path, string message)
    {
        using SandboxCall sandbox = new();

        SandboxAnswer answer = await sandbox.SendAsync(method, path, null);

        Refused.BadRequest(answer);
        Assert.Equal(message, answer.Text("message"));
    }

    [GeneratedRegex(@"^(?<method>[A-Z]+) (?<path>/v\S+).*\n(?: .*\n)*", RegexOptions.Multiline)]
    private static partial Regex Operation();

    [GeneratedRegex(@"^  /(?<name>\w+) (?<kind>\w+)", RegexOptions.Multiline)]
    private static partial Regex Parameter();
}
