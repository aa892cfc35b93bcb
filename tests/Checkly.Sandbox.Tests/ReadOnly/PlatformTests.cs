using System.Net;

namespace Checkly.Sandbox.Tests;

/// <summary>What is the same for every account: locations, addresses and runtimes.</summary>
public sealed class PlatformTests
{
    private static readonly string[] Regions = ["us-east-1", "eu-central-1", "ap-southeast-2"];

    [Fact]
    public async Task Locations_have_a_region_and_a_name()
    {
        using DocumentedCall sandbox = new();

        SandboxAnswer list = await sandbox.GetAsync("/v1/locations");

        Assert.Equal(HttpStatusCode.OK, list.Status);
        Json.Equal(
            """
            [
              { "region": "us-east-1", "name": "N. Virginia" },
              { "region": "eu-central-1", "name": "Frankfurt" },
              { "region": "ap-southeast-2", "name": "Sydney" }
            ]
            """,
            list.Array);
    }

    [Theory]
    [InlineData("/v1/static-ips", """["192.0.2.10", "192.0.2.11", "198.51.100.10", "198.51.100.11", "203.0.113.10"]""")]
    [InlineData("/v1/static-ipv6s", """["2001:db8:10::/64", "2001:db8:20::/64", "2001:db8:30::/64"]""")]
    public async Task Addresses_are_the_same_together_and_by_region(string path, string expected)
    {
        using DocumentedCall sandbox = new();

        SandboxAnswer together = await sandbox.GetAsync(path);
        SandboxAnswer apart = await sandbox.GetAsync($"{path}-by-region");

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (together.Status, apart.Status));
        Json.Equal(expected, together.Array);
        Assert.Equal(Regions, apart.Object.Select(region => region.Key));
        Assert.Equal(
            together.Array.Select(address => address!.GetValue<string>()),
            apart.Object.SelectMany(region => region.Value!.AsArray()).Select(address => address!.GetValue<string>()));
    }

    [Fact]
    public async Task A_runtime_says_what_is_in_it()
    {
        using DocumentedCall sandbox = new();

        SandboxAnswer list = await sandbox.GetAsync("/v1/runtimes");
        SandboxAnswer one = await sandbox.GetAsync("/v1/runtimes/2024.02");

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (list.Status, one.Status));
        Assert.Equal(["2025.04", "2024.02"], list.Array.Texts("name"));
        Json.Equal(list.Array[1]!.ToJsonString(), one.Object);
        Json.Equal(
            """
            {
              "name": "2024.02", "multiStepSupport": true, "nodeJsVersion": "18.19.0", "stage": "DEPRECATED", "runtimeEndOfLife": "12/31/2026",
              "description": "Main updates are Playwright 1.40.1", "dependencies": { "@playwright/test": "1.40.1", "axios": "1.6.2" }
            }
            """,
            one.Object);
        Assert.False(list.Array.Objects()[0].ContainsKey("runtimeEndOfLife"));
    }

    [Fact]
    public async Task The_runtime_of_the_account_is_one_of_them()
    {
        using DocumentedCall sandbox = new();
        SandboxAnswer account = await sandbox.GetAsync("/v1/accounts/me");

        Assert.Equal(HttpStatusCode.OK, (await sandbox.GetAsync($"/v1/runtimes/{account.Text("runtimeId")}")).Status);
        Refused.NotFound(await sandbox.GetAsync("/v1/runtimes/1999.12"));
    }

    [Fact]
    public async Task An_account_is_read_by_its_id()
    {
        using DocumentedCall sandbox = new();

        SandboxAnswer account = await sandbox.GetAsync($"/v1/accounts/{SandboxAccount.Id}");

        Assert.Equal(HttpStatusCode.OK, account.Status);
        Assert.Equal((await sandbox.GetAsync("/v1/accounts/me")).Body, account.Body);
        Refused.NotFound(await sandbox.GetAsync($"/v1/accounts/{Guid.NewGuid()}"));
        Refused.BadRequest(await sandbox.GetAsync("/v1/accounts/mine"));
    }
}
