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
}
