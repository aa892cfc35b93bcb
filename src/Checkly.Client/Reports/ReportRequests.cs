using System.Net.Http;

namespace Checkly;

/// <summary>The operation <c>/v1/reporting</c>.</summary>
public static class ReportRequests
{
    /// <summary>A report of the account's checks.</summary>
    /// <param name="filter">Its window and its checks.</param>
    /// <returns>
    /// The request <c>GET /v1/reporting</c>. The answer has an entry for each check, or with a granularity for each check and day, week
    /// or month.
    /// </returns>
    public static ApiRequest<ReportEntry[]> Get(ReportFilter filter) =>
        new(
            HttpMethod.Get,
            ApiQuery.Append("/v1/reporting", (filter ?? throw new ArgumentNullException(nameof(filter))).Query),
            (json, answer) => [.. JsonValues.Many(json, answer, ReportEntry.ReadCheck).SelectMany(rows => rows)]);
}
