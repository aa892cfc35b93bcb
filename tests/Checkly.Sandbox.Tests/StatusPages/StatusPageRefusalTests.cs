using NJsonSchema;

namespace Checkly.Sandbox.Tests;

public sealed class StatusPageRefusalTests
{
    public static TheoryData<string, string> Bad => new()
    {
        { "name", "null" },
        { "url", "12" },
        { "description", "12" },
        { "description", $"\"{new string('x', 501)}\"" },
        { "customDomain", "false" },
        { "themeColors", "{}" },
        { "themeColors", $$"""{ "light": {{StatusPageBodies.Colors}} }""" },
        { "themeColors", $$"""{ "light": {{StatusPageBodies.Colors}}, "dark": { "bodyBackgroundColor": "#FFF" } }""" },
        { "themeColors", $$"""{ "light": {{StatusPageBodies.Colors}}, "dark": {{Bodies.With(StatusPageBodies.Colors, "borderColor", "\"red\"")}} }""" },
        { "logo", "12" },
        { "defaultTheme", "\"dark\"" },
        { "defaultTheme", "null" },
        { "version", "\"2\"" },
        { "cards", "null" },
        { "cards", "{}" },
        { "cards", "[1]" },
        { "cards", "[{}]" },
        { "cards", """[{ "name": "A", "id": "first" }]""" },
        { "cards", """[{ "name": "A", "statusPageId": "first" }]""" },
        { "cards", """[{ "name": "A", "services": {} }]""" },
        { "cards", """[{ "name": "A", "services": [{ "id": "website" }] }]""" },
        { "cards", """[{ "name": "A", "services": [{ "id": "5a9db0c5-7e57-4c0d-8000-000000000011", "name": "Website" }] }]""" },
        { "cards", """[{ "name": "A", "created_at": "2022-09-08T19:41:28.658Z" }]""" },
        { "isPrivate", "true" },
        { "accountId", "\"5a9db0c5-7e57-4c0d-8000-000000000001\"" },
    };

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
    [MemberData(nameof(Bad))]
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
    [InlineData("name")]
    [InlineData("url")]
    [InlineData("cards")]
    public async Task A_page_needs_name_url_and_cards(string field)
    {
        using StatusPageCall sandbox = new();
        string body = Bodies.Without(StatusPageBodies.Page, field);

        SandboxAnswer[] answers = [await sandbox.PostAsync(StatusPageCall.Pages, body), await sandbox.PutAsync(StatusPageCall.FirstPage, body)];

        Assert.All(answers, Refused.BadRequest);
        Assert.All(answers, answer => Assert.Equal($"\"{field}\" is required", answer.Text("message")));
        await ContractCheck.UndocumentedAsync("POST", StatusPageCall.Pages, body);
    }

    [Theory]
    [MemberData(nameof(Bad))]
    public async Task What_is_refused_is_not_documented(string field, string json)
    {
        Assert.NotEmpty(await ContractCheck.ProblemsAsync("POST", StatusPageCall.Pages, Bodies.With(StatusPageBodies.Page, field, json)));
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

    [Theory]
    [InlineData("id", "\"first\"")]
    [InlineData("url", "null")]
    [InlineData("defaultTheme", "\"BLUE\"")]
    [InlineData("cards", "[{}]")]
    public async Task A_spoilt_page_is_rejected(string field, string json)
    {
        using StatusPageCall sandbox = new();
        SandboxAnswer good = await sandbox.PageAsync();
        JsonSchema schema = await ContractCheck.AnswerAsync("post", StatusPageCall.Pages, 201);

        Assert.Empty(schema.Validate(good.Body));
        Assert.NotEmpty(schema.Validate(Bodies.With(good.Body, field, json)));
    }
}
