using System.Net;

namespace Checkly.Sandbox.Tests;

/// <summary>A plain resource: the facts say all of it.</summary>
public sealed class SnippetTests
{
    private const string Snippets = "/v1/snippets";

    [Fact]
    public async Task A_snippet_is_made_listed_read_changed_and_removed()
    {
        using DocumentedCall sandbox = new();

        SandboxAnswer created = await sandbox.SendAsync("POST", Snippets, """{"name":"Log in","script":"await page.goto('/')"}""");
        Assert.Equal(HttpStatusCode.Created, created.Status);
        string one = $"{Snippets}/{created.Object["id"]}";
        Assert.Equal(created.Body, (await sandbox.GetAsync(one)).Body);
        Assert.Equal(created.Body, Assert.Single((await sandbox.GetAsync(Snippets)).Array)!.ToJsonString());

        SandboxAnswer changed = await sandbox.SendAsync("PUT", one, """{"name":"Log out","script":"x"}""");
        Assert.Equal("Log out x", $"{changed.Text("name")} {changed.Text("script")}");
        Assert.NotNull(changed.Object["updated_at"]);
        Refused.BadRequest(await sandbox.SendAsync("PUT", one, """{"name":"A PUT is whole"}"""));
        Assert.Equal(changed.Body, (await sandbox.GetAsync(one)).Body);

        Assert.Equal(HttpStatusCode.NoContent, (await sandbox.SendAsync("DELETE", one, null)).Status);
        Refused.NotFound(await sandbox.GetAsync(one));
        Assert.Empty((await sandbox.GetAsync(Snippets)).Array);
    }
}
