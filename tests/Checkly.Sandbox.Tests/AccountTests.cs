using System.Net;
using System.Text.Json.Nodes;

namespace Checkly.Sandbox.Tests;

public sealed class AccountTests
{
    [Fact]
    public async Task The_current_account_is_the_one_of_the_sandbox()
    {
        using SandboxCall sandbox = new();

        SandboxAnswer answer = await sandbox.GetAsync("/v1/accounts/me");

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Equal("application/json", answer.MediaType);
        Assert.Equal(SandboxAccount.Id, answer.Text("id"));
        Assert.Equal(SandboxAccount.Name, answer.Text("name"));
    }

    [Fact]
    public async Task The_list_of_accounts_is_a_bare_array_of_one()
    {
        using SandboxCall sandbox = new();

        SandboxAnswer answer = await sandbox.GetAsync("/v1/accounts");

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Equal("application/json", answer.MediaType);
        JsonNode account = Assert.Single(answer.Array)!;
        Assert.Equal(SandboxAccount.Id, account["id"]!.GetValue<string>());
        Assert.Equal(SandboxAccount.Name, account["name"]!.GetValue<string>());
    }

    [Fact]
    public void The_id_of_the_account_is_a_guid() => Assert.True(Guid.TryParseExact(SandboxAccount.Id, "D", out _));
}
