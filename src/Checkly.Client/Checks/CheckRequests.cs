using System.Net.Http;

namespace Checkly;

/// <summary>The operations of <c>/v1/checks</c> that read checks.</summary>
public static class CheckRequests
{
    /// <summary>The largest <c>limit</c> of the list.</summary>
    public const int LargestPage = 100;

    /// <summary>One page of the account's checks.</summary>
    /// <param name="limit">The number of checks on the page, 1 to 100.</param>
    /// <param name="page">The page number, counted from 1.</param>
    /// <returns>The request <c>GET /v1/checks</c>.</returns>
    public static ApiRequest<Page<Check>> List(int limit, long page) =>
        new(HttpMethod.Get, ApiPath.Of($"/v1/checks?limit={limit}&page={page}"), Page<Check>.Reader(Check.Read));

    /// <summary>One check.</summary>
    /// <param name="id">The check's id.</param>
    /// <returns>The request <c>GET /v1/checks/{id}</c>.</returns>
    public static ApiRequest<Check> Get(string id) =>
        new(HttpMethod.Get, ApiPath.Of($"/v1/checks/{id}"), Check.Read);
}
