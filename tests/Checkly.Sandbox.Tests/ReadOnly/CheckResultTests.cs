namespace Checkly.Sandbox.Tests;

/// <summary>The results of the checks of a sandbox.</summary>
public sealed class CheckResultTests
{
    private const string Failing = $"/v2/check-results/{SandboxCheck.FailingId}";
    private const string Passing = $"/v2/check-results/{SandboxCheck.PassingId}";
    private readonly TestClock _clock = new();

    /// <summary>The path of a result, as <c>{checkId}/{id}</c>.</summary>
    internal static async Task<string> FirstAsync(SandboxCall sandbox) =>
        $"{SandboxCheck.FailingId}/{(await sandbox.GetAsync(Failing)).Object["entries"]![0]!["id"]}";

    [Fact]
    public async Task Each_check_begins_with_one_and_the_failing_one_says_why()
    {
        using DocumentedCall sandbox = new(_clock.Read);

        SandboxAnswer list = await sandbox.GetAsync(Failing);

        var result = list.Object["entries"]!.AsArray().Single()!.AsObject();
        Assert.Equal(("Log in on the website", SandboxCheck.FailingId, "us-east-1"), ((string?)result["name"], (string?)result["checkId"], (string?)result["runLocation"]));
        Assert.True((bool)result["hasFailures"]!);
        Assert.Equal("TimeoutError: page.click: Timeout 30000ms exceeded.", (string?)result["browserCheckResult"]!["errors"]![0]);
        Assert.Equal(("2022-09-08T19:41:26.658Z", "2022-09-08T19:41:28.658Z"), ((string?)result["startedAt"], (string?)result["stoppedAt"]));
        Json.Equal(result.ToJsonString(), (await sandbox.GetAsync($"/v1/check-results/{SandboxCheck.FailingId}/{(string?)result["id"]}")).Object);
        Assert.Null(list.Object["nextId"]);
        Assert.False((bool)(await sandbox.GetAsync(Passing)).Object["entries"]![0]!["hasFailures"]!);
    }

    [Theory]
    [InlineData("?hasFailures=true", 1)]
    [InlineData("?hasFailures=false", 0)]
    [InlineData("?location=us-east-1", 1)]
    [InlineData("?location=eu-west-1", 0)]
    [InlineData("?checkType=BROWSER", 1)]
    [InlineData("?checkType=API", 0)]
    [InlineData("?resultType=ALL", 1)]
    [InlineData("?resultType=ATTEMPT", 0)]
    [InlineData("?from=1662666086", 1)]
    [InlineData("?from=1662666087", 0)]
    [InlineData("?to=1662666087", 1)]
    [InlineData("?to=1662666086", 0)]
    public async Task They_are_filtered(string query, int count)
    {
        using DocumentedCall sandbox = new(_clock.Read);

        Assert.Equal(count, (await sandbox.GetAsync(Failing + query)).Object["entries"]!.AsArray().Count);
    }

    [Fact]
    public async Task Of_a_check_that_is_not_there_there_are_none()
    {
        using DocumentedCall sandbox = new();

        Assert.Empty((await sandbox.GetAsync("/v2/check-results/5a9db0c5-7e57-4c0d-8000-0000000000ff")).Object["entries"]!.AsArray());
        Refused.NotFound(await sandbox.GetAsync($"/v1/check-results/{SandboxCheck.FailingId}/5a9db0c5-7e57-4c0d-8000-0000000000ff"));
    }
}
