using System.Net;
using System.Net.Http.Headers;

namespace Checkly.Sandbox.Tests;

public sealed class AuthorizationTests
{
    [Theory]
    [MemberData(nameof(Operations.All), MemberType = typeof(Operations))]
    public async Task Without_a_key_every_operation_is_unauthorized_and_changes_nothing(string method, string template, string? body)
    {
        using SandboxCall sandbox = new();
        string path = await Operations.PathAsync(sandbox, template);

        using HttpRequestMessage request = SandboxCall.Request(method, path, body);

        Refused.Unauthorized(await sandbox.SendAsync(request));
        // What can be done once can still be done, and without naming the account.
        Assert.InRange((int)(await sandbox.SendAsync(method, path, body)).Status, 200, 204);
    }

    [Theory]
    [MemberData(nameof(Operations.All), MemberType = typeof(Operations))]
    public async Task With_another_account_every_operation_is_forbidden_and_changes_nothing(string method, string template, string? body)
    {
        using SandboxCall sandbox = new();
        string path = await Operations.PathAsync(sandbox, template);

        SandboxAnswer answer = await sandbox.SendAsync(
            method, path, body, account: "00000000-0000-4000-8000-000000000001");

        Refused.Forbidden(answer);
        Assert.InRange((int)(await sandbox.SendAsync(method, path, body)).Status, 200, 204);
    }

    [Theory]
    [MemberData(nameof(Operations.All), MemberType = typeof(Operations))]
    public async Task With_its_account_every_operation_is_answered_as_documented(string method, string template, string? body)
    {
        using DocumentedCall sandbox = new();
        string path = await Operations.PathAsync(sandbox.Sandbox, template);

        SandboxAnswer answer = await sandbox.SendAsync(method, path, body, account: SandboxAccount.Id);

        Assert.InRange((int)answer.Status, 200, 204);
    }

    [Fact]
    public async Task An_account_that_is_no_guid_is_forbidden()
    {
        using SandboxCall sandbox = new();

        Refused.Forbidden(await sandbox.SendAsync("GET", "/v1/accounts/me", json: null, account: "mine"));
    }

    [Fact]
    public async Task A_key_under_another_scheme_is_unauthorized()
    {
        using SandboxCall sandbox = new();
        using HttpRequestMessage request = SandboxCall.Request("GET", "/v1/accounts/me", null);
        request.Headers.Authorization = new AuthenticationHeaderValue("Basic", SandboxAccount.ApiKey);

        Refused.Unauthorized(await sandbox.SendAsync(request));
    }

    [Fact]
    public async Task A_scheme_without_a_key_is_unauthorized()
    {
        using SandboxCall sandbox = new();
        using HttpRequestMessage request = SandboxCall.Request("GET", "/v1/accounts/me", null);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer");

        Refused.Unauthorized(await sandbox.SendAsync(request));
    }

    [Fact]
    public async Task Another_key_is_a_bad_token()
    {
        using SandboxCall sandbox = new();
        using HttpRequestMessage request = SandboxCall.Request("GET", "/v1/accounts/me", null);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", SandboxAccount.ApiKey + "0");

        Refused.Unauthorized(await sandbox.SendAsync(request));
    }

    [Fact]
    public async Task A_stranger_does_not_learn_which_incidents_exist()
    {
        using SandboxCall sandbox = new();
        using HttpRequestMessage request = SandboxCall.Request("GET", $"/v1/incidents/{Guid.NewGuid()}", null);

        Refused.Unauthorized(await sandbox.SendAsync(request));
    }

    [Fact]
    public async Task The_key_is_asked_for_before_the_account()
    {
        using SandboxCall sandbox = new();
        using HttpRequestMessage request = SandboxCall.Request("GET", "/v1/accounts/me", null);
        request.Headers.Add("x-checkly-account", "00000000-0000-4000-8000-000000000001");

        SandboxAnswer answer = await sandbox.SendAsync(request);

        Assert.Equal(HttpStatusCode.Unauthorized, answer.Status);
    }
}
