using System.Net.Http;

namespace Checkly;

/// <summary>The operations of <c>/v1/accounts</c> that read accounts.</summary>
public static class AccountRequests
{
    /// <summary>Every account that the key can use.</summary>
    /// <returns>The request <c>GET /v1/accounts</c>.</returns>
    public static ApiRequest<Account[]> List() =>
        new(HttpMethod.Get, "/v1/accounts", (json, answer) => JsonValues.Many(json, answer, Account.Read));

    /// <summary>One account.</summary>
    /// <param name="id">The account's id.</param>
    /// <returns>The request <c>GET /v1/accounts/{accountId}</c>.</returns>
    public static ApiRequest<Account> Get(string id) =>
        new(HttpMethod.Get, ApiPath.Of($"/v1/accounts/{id}"), Account.Read);

    /// <summary>The account of the session. The API documents this request as the way to check a key with an account id.</summary>
    /// <returns>The request <c>GET /v1/accounts/me</c>.</returns>
    public static ApiRequest<Account> Me() =>
        new(HttpMethod.Get, "/v1/accounts/me", Account.Read);
}
