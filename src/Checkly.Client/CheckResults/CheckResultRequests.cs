using System.Net.Http;

namespace Checkly;

/// <summary>The operations that read the results of a check: <c>/v2/check-results/{checkId}</c>, and of single results <c>/v1</c>.</summary>
public static class CheckResultRequests
{
    /// <summary>The largest <c>limit</c> of the list.</summary>
    public const int LargestPage = 100;

    /// <summary>Reads one page of the results of a check, the newest first.</summary>
    /// <param name="checkId">The check's id.</param>
    /// <param name="filter">Which results.</param>
    /// <param name="limit">The number of entries on the page.</param>
    /// <param name="nextId">The <see cref="Page{T}.NextId"/> of the previous page; <see langword="null"/> for the first page.</param>
    /// <returns>The request <c>GET /v2/check-results/{checkId}</c>.</returns>
    public static ApiRequest<Page<CheckResult>> List(string checkId, CheckResultFilter filter, int limit, string? nextId = null) =>
        new Resource<CheckResult>(ApiPath.Of($"/v2/check-results/{checkId}"), CheckResult.Read).List(limit, nextId, (filter ?? throw new ArgumentNullException(nameof(filter))).Query);

    /// <summary>Reads one result with all its details.</summary>
    /// <param name="checkId">The check's id.</param>
    /// <param name="id">The result's id.</param>
    /// <returns>The request <c>GET /v1/check-results/{checkId}/{checkResultId}</c>.</returns>
    public static ApiRequest<CheckResult> Get(string checkId, string id) =>
        new(HttpMethod.Get, ApiPath.Of($"/v1/check-results/{checkId}/{id}"), CheckResult.Read);
}
