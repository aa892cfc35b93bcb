using System.Net;
using System.Text.RegularExpressions;
using Checkly.Tests;

namespace Checkly.Sandbox.Tests;

/// <summary>The sandbox checks the requests of all operations of the API, also of those that it does not have.</summary>
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
    public async Task A_request_is_checked_before_it_is_carried_out_or_answered_with_501(string method, string path, bool takesBody)
    {
        using SandboxCall sandbox = new();

        SandboxAnswer answer = await sandbox.SendAsync(method, path, takesBody ? """{"no such field":1}""" : null);

        if (takesBody)
        {
            Refused.BadRequest(answer);
            Assert.Matches("^\"[^\"]+\" (is not allowed|is required)$", answer.Text("message"));
        }
        else
        {
            Assert.True(answer.Status is HttpStatusCode.OK or HttpStatusCode.NotFound or HttpStatusCode.NotImplemented or HttpStatusCode.BadRequest, $"{answer.Status} {answer.Body}");
        }
    }

    [Theory]
    [InlineData("GET", "/v1/check-alerts?limit=101", "\"limit\" must be less than or equal to 100")]
    [InlineData("GET", "/v1/check-alerts?limit=ten", "\"limit\" must be a number")]
    [InlineData("GET", "/v1/check-alerts?limit=1.5", "\"limit\" must be an integer")]
    [InlineData("GET", "/v1/check-alerts?page=0", "\"page\" must be a positive number")]
    [InlineData("GET", "/v1/error-groups/checks/7", "\"checkId\" must be a valid GUID")]
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
