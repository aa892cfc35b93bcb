using Checkly.Tests;

namespace Checkly.Client.Tests;

/// <summary>GET /v1/accounts and GET /v1/accounts/me.</summary>
public sealed class AccountTests(ApiServer server) : ClientTest, IClassFixture<ApiServer>, IDisposable
{
    public void Dispose() => server.Reset();

    [Fact]
    public async Task Me_reads_the_account()
    {
        server.Answer("GET", "/v1/accounts/me", 200, $$"""{"id":"{{AccountId}}","name":"Acme","plan":"team","planDisplayName":"Team","runtimeId":"2025.04","features":["X"],"settings":{"a":1},"new":1}""");
        using ChecklyClient client = Connect(server.Uri);

        Account account = await client.SendAsync(AccountRequests.Me(), Cancel);

        Assert.Equal((AccountId, "Acme", "team"), (account.Id, account.Name, account.Plan));
        Assert.Equal(("Team", "2025.04", 1L), (account.PlanDisplayName, account.RuntimeId, account.Settings["a"]));
        Assert.Equal(["X"], account.Features);
        Assert.Equal(["new"], account.AdditionalProperties.Keys.Cast<string>());
    }

    [Fact]
    public async Task The_account_header_is_left_out_while_the_account_is_not_known()
    {
        server.Answer("GET", "/v1/accounts", 200, """[{"id":"a"},{"id":"b"}]""");
        using var client = new ChecklyClient(Options(server.Uri) with { AccountId = null });

        Account[] accounts = await client.SendAsync(AccountRequests.List(), Cancel);

        Assert.Equal(["a", "b"], accounts.Select(account => account.Id));
        Assert.DoesNotContain("x-checkly-account", Assert.Single(server.Requests).HeaderNames);
    }

    [Fact]
    public async Task A_list_that_is_none_is_an_unexpected_response()
    {
        server.Answer("GET", "/v1/accounts", 200, """{"id":"a"}""");
        using ChecklyClient client = Connect(server.Uri);

        ChecklyApiException failure = await FailureOf(client, AccountRequests.List());

        Assert.Equal(ChecklyErrorKind.UnexpectedResponse, failure.Kind);
        Assert.False(failure.MayHaveBeenCarriedOut);
    }
}
