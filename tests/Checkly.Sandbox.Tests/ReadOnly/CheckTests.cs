using System.Net;

namespace Checkly.Sandbox.Tests;

/// <summary>The three checks of every sandbox, which can only be read.</summary>
public sealed class CheckTests
{
    private const string Checks = "/v3/checks";
    private const string Statuses = "/v1/check-statuses";
    private const string Passing = $"{Checks}/{SandboxCheck.PassingId}";
    private readonly TestClock _clock = new();

    [Fact]
    public async Task A_sandbox_has_three_checks()
    {
        using DocumentedCall sandbox = new(_clock.Read);

        SandboxAnswer list = await sandbox.GetAsync(Checks);

        Assert.Equal(HttpStatusCode.OK, list.Status);
        Assert.Equal("0-2/3", list.ContentRange);
        Assert.Equal([SandboxCheck.PassingId, SandboxCheck.FailingId, SandboxCheck.MonitorId], list.Array.Texts("id"));
        Assert.Equal(["Checkout API", "Log in on the website", "Website"], list.Array.Texts("name"));
        Json.Equal(list.Array[0]!.ToJsonString(), (await sandbox.GetAsync(Passing)).Object);
    }

    [Fact]
    public async Task A_check_is_answered_in_the_shape_of_its_type()
    {
        using DocumentedCall sandbox = new(_clock.Read);

        SandboxAnswer check = await sandbox.GetAsync(Passing);

        Assert.Equal(HttpStatusCode.OK, check.Status);
        Json.Equal(
            """
            {
              "id": "5a9db0c5-7e57-4c0d-8000-000000000021", "name": "Checkout API", "checkType": "API", "activated": true, "muted": false, "shouldFail": false,
              "locations": ["us-east-1", "eu-central-1", "ap-southeast-2"], "tags": ["production", "api"], "frequency": 10, "groupId": null, "runtimeId": "2025.04",
              "description": null, "created_at": "2022-09-08T19:41:28.658Z", "updated_at": null,
              "request": { "method": "GET", "url": "https://api.sandbox.example/checkout" }
            }
            """,
            check.Object);
        SandboxAnswer browser = await sandbox.GetAsync($"{Checks}/{SandboxCheck.FailingId}");
        Assert.Equal("BROWSER", browser.Text("checkType"));
        Assert.NotEqual("", browser.Text("script"));
    }

    [Theory]
    [InlineData("?limit=1", "Checkout API", "0-0/3")]
    [InlineData("?limit=1&page=2", "Log in on the website", "1-1/3")]
    [InlineData("?tag=api", "Checkout API", "0-0/1")]
    [InlineData("?checkType=BROWSER", "Log in on the website", "0-0/1")]
    [InlineData("?search=CHECKOUT", "Checkout API", "0-0/1")]
    [InlineData("?status=failing", "Log in on the website", "0-0/1")]
    [InlineData("?status=passing&tag=production", "Checkout API", "0-0/1")]
    [InlineData("?apiCheckUrlFilterPattern=sandbox.example", "Checkout API", "0-0/1")]
    public async Task Checks_are_paged_and_filtered(string query, string name, string range)
    {
        using DocumentedCall sandbox = new();

        SandboxAnswer list = await sandbox.GetAsync(Checks + query);

        Assert.Equal([name], list.Array.Texts("name"));
        Assert.Equal(range, list.ContentRange);
    }

    [Theory]
    [InlineData("?tag=web&tag=api", 3)]
    [InlineData("?tag=web&tag=staging", 2)]
    [InlineData("?tag=staging&tag=test", 0)]
    [InlineData("?tag=web&tag=api&status=failing", 1)]
    public async Task A_tag_may_come_several_times_and_one_of_them_is_enough(string query, int count)
    {
        using SandboxCall sandbox = new();

        SandboxAnswer list = await sandbox.GetAsync(Checks + query);

        Assert.Equal(HttpStatusCode.OK, list.Status);
        Assert.Equal(count, list.Array.Count);
    }

    [Theory]
    [InlineData(Checks + "?limit=1&limit=2", "\"limit\" must be a number")]
    [InlineData(Checks + "?checkType=API&checkType=API", "\"checkType\" must be one of [")]
    [InlineData(Checks + "?search=a&search=b", "\"search\" must be a string")]
    [InlineData("/v1/status-pages/services?paginated=true&paginated=true", "\"paginated\" must be a boolean")]
    [InlineData("/v1/status-pages/services?nextId=MT8=&nextId=MT8=", "\"nextId\" must be a string")]
    public async Task What_takes_one_value_is_refused_by_its_name_when_it_comes_twice(string path, string message)
    {
        using SandboxCall sandbox = new();

        SandboxAnswer answer = await sandbox.GetAsync(path);

        Refused.BadRequest(answer);
        Assert.StartsWith(message, answer.Text("message"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("?tag=staging")]
    [InlineData("?status=degraded")]
    [InlineData("?checkType=TCP")]
    [InlineData("?page=2")]
    public async Task A_list_may_be_empty(string query)
    {
        using DocumentedCall sandbox = new();

        Assert.Empty((await sandbox.GetAsync(Checks + query)).Array);
    }

    [Theory]
    [InlineData("?limit=101")]
    [InlineData("?page=0")]
    [InlineData("?status=PASSING")]
    [InlineData("?checkType=api")]
    [InlineData("/checkout")]
    public async Task A_bad_request_is_refused(string rest)
    {
        using DocumentedCall sandbox = new();

        Refused.BadRequest(await sandbox.GetAsync(Checks + rest));
    }

    [Fact]
    public async Task The_statuses_are_those_of_the_checks()
    {
        using DocumentedCall sandbox = new(_clock.Read);

        SandboxAnswer list = await sandbox.GetAsync(Statuses);

        Assert.Equal(HttpStatusCode.OK, list.Status);
        Assert.Equal([SandboxCheck.PassingId, SandboxCheck.FailingId, SandboxCheck.MonitorId], list.Array.Texts("checkId"));
        SandboxAnswer one = await sandbox.GetAsync($"{Statuses}/{SandboxCheck.FailingId}");
        Json.Equal(list.Array[1]!.ToJsonString(), one.Object);
        Json.Equal(
            """
            {
              "name": "Log in on the website", "checkId": "5a9db0c5-7e57-4c0d-8000-000000000022", "hasFailures": true, "hasErrors": false, "isDegraded": false,
              "longestRun": 420, "shortestRun": 180, "lastRunLocation": "us-east-1", "lastCheckRunId": "3002", "sslDaysRemaining": null,
              "created_at": "2022-09-08T19:41:28.658Z", "updated_at": "2022-09-08T19:41:28.658Z"
            }
            """,
            one.Object);
        Assert.False((await sandbox.GetAsync($"{Statuses}/{SandboxCheck.PassingId}")).Object["hasFailures"]!.GetValue<bool>());
    }

    [Theory]
    [InlineData(Checks)]
    [InlineData(Statuses)]
    public async Task An_unknown_check_is_not_found(string path)
    {
        using DocumentedCall sandbox = new();

        Refused.NotFound(await sandbox.GetAsync($"{path}/{Guid.NewGuid()}"));
        Refused.BadRequest(await sandbox.GetAsync($"{path}/1"));
    }

    [Theory]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    public async Task Checks_can_only_be_read(string method)
    {
        using SandboxCall sandbox = new();

        Refused.NotImplemented(await sandbox.SendAsync(method, Passing, "{}"));
    }
}
