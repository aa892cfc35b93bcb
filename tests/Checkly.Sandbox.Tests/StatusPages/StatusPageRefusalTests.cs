namespace Checkly.Sandbox.Tests;

public sealed class StatusPageRefusalTests
{
    /// <summary>What the document says in words that a schema does not have.</summary>
    public static TheoryData<string, string> BadInWords => new()
    {
        { "name", "\"\"" },
        { "url", "\"\"" },
        { "logo", "\"logo.png\"" },
        { "favicon", "\"ftp://example.com/favicon.ico\"" },
        { "cards", """[{ "name": "A", "services": [{}] }]""" },
    };

    [Theory]
    [MemberData(nameof(BadInWords))]
    public async Task A_bad_page_is_refused_and_changes_nothing(string field, string json)
    {
        using StatusPageCall sandbox = new();
        string before = await sandbox.EverythingAsync();
        string body = Bodies.With(StatusPageBodies.Page, field, json);

        SandboxAnswer[] answers = [await sandbox.PostAsync(StatusPageCall.Pages, body), await sandbox.PutAsync(StatusPageCall.FirstPage, body)];

        Assert.All(answers, Refused.BadRequest);
        Assert.All(answers, answer => Assert.StartsWith($"\"{field}", answer.Text("message"), StringComparison.Ordinal));
        Assert.Equal(before, await sandbox.EverythingAsync());
    }

    [Theory]
    [InlineData("POST", StatusPageCall.Pages, StatusPageBodies.Page)]
    [InlineData("POST", StatusPageCall.Pages, StatusPageBodies.Full)]
    [InlineData("PUT", StatusPageCall.FirstPage, StatusPageBodies.Full)]
    [InlineData("POST", StatusPageCall.Services, StatusPageBodies.Service)]
    [InlineData("PUT", StatusPageCall.FirstService, StatusPageBodies.Service)]
    [InlineData("POST", StatusPageCall.Subscriptions + "/bulk", StatusPageBodies.Subscriptions)]
    [InlineData("GET", StatusPageCall.Services + "?limit=100&nextId=x&paginated=false", null)]
    public async Task What_succeeds_is_documented(string method, string path, string? body)
    {
        Assert.Empty(await ContractCheck.ProblemsAsync(method, path, body));
    }
}
