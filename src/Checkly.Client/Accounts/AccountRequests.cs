namespace Checkly;

/// <summary>The operations of <c>/v1/accounts</c> that read accounts.</summary>
public static class AccountRequests
{
    private static readonly Resource<Account> Accounts = new("/v1/accounts", Account.Read);

    /// <summary>Reads every account that the key can use.</summary>
    /// <returns>The request <c>GET /v1/accounts</c>.</returns>
    public static ApiRequest<Account[]> List() => Accounts.List();

    /// <inheritdoc cref="Resource{T}.Get"/>
    public static ApiRequest<Account> Get(string id) => Accounts.Get(id);

    /// <summary>The account of the session. The API documents this request as the way to check a key with an account id.</summary>
    /// <returns>The request <c>GET /v1/accounts/me</c>.</returns>
    public static ApiRequest<Account> Me() => Accounts.Get("me");
}
