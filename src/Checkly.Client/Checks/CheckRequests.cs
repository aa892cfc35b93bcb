using System.Net.Http;

namespace Checkly;

/// <summary>The operations of <c>/v3/checks</c>, which read checks.</summary>
public static class CheckRequests
{
    /// <summary>The largest <c>limit</c> of the list.</summary>
    public const int LargestPage = 100;

    private static readonly Resource<Check> Checks = new("/v3/checks", Check.Read);

    /// <inheritdoc cref="Resource{T}.List(int, long)"/>
    public static ApiRequest<Page<Check>> List(int limit, long page) => Checks.List(limit, page);

    /// <summary>Reads one page of the checks that a filter selects.</summary>
    /// <param name="filter">The filter.</param>
    /// <param name="limit">The number of entries on the page.</param>
    /// <param name="page">The page number, counted from 1.</param>
    /// <returns>The request <c>GET /v3/checks</c>.</returns>
    public static ApiRequest<Page<Check>> List(CheckFilter filter, int limit, long page) =>
        Checks.List(limit, page, (filter ?? throw new ArgumentNullException(nameof(filter))).Query);

    /// <summary>Reads one check.</summary>
    /// <param name="id">The id.</param>
    /// <param name="appliesGroupSettings">See <see cref="CheckFilter.AppliesGroupSettings"/>.</param>
    /// <returns>The request <c>GET /v3/checks/{id}</c>.</returns>
    public static ApiRequest<Check> Get(string id, bool appliesGroupSettings = false) =>
        new(HttpMethod.Get, Checks.PathOf(id) + (appliesGroupSettings ? "?applyGroupSettings=true" : string.Empty), Check.Read);
}
