using System.Net.Http;
using System.Text.Json;

namespace Checkly;

/// <summary>The operations of <c>/v1/dashboards</c>.</summary>
public static class DashboardRequests
{
    /// <summary>The largest <c>limit</c> of the list.</summary>
    public const int LargestPage = 100;

    /// <summary>Where a created dashboard is listed.</summary>
    internal static Confirmation WhereMade => Confirmation.InPages("the account's dashboards", "/v1/dashboards", LargestPage);

    /// <summary>One page of the account's dashboards.</summary>
    /// <param name="limit">The number of dashboards on the page, 1 to 100.</param>
    /// <param name="page">The page number, counted from 1.</param>
    /// <returns>The request <c>GET /v1/dashboards</c>.</returns>
    public static ApiRequest<Page<Dashboard>> List(int limit, long page) =>
        new(HttpMethod.Get, ApiPath.Of($"/v1/dashboards?limit={limit}&page={page}"), Page<Dashboard>.Reader(Dashboard.Read));

    /// <summary>One dashboard.</summary>
    /// <param name="dashboardId">The id, a string; or the custom URL or domain.</param>
    /// <param name="type"><c>customUrl</c> or <c>customDomain</c>; <see langword="null"/> for an id.</param>
    /// <returns>The request <c>GET /v1/dashboards/{dashboardId}</c>; the API allows 20 of them in 20 s.</returns>
    public static ApiRequest<Dashboard> Get(string dashboardId, string? type = null) =>
        new(HttpMethod.Get, ApiPath.Of($"/v1/dashboards/{dashboardId}") + (type is null ? string.Empty : ApiPath.Of($"?type={type}")), Dashboard.Read);

    /// <summary>Creates a dashboard.</summary>
    /// <param name="settings">The settings under the API's names; <c>header</c> is required.</param>
    /// <returns>The request <c>POST /v1/dashboards</c>; 409 when the custom URL or domain is taken.</returns>
    public static ApiRequest<Dashboard> Create(IReadOnlyDictionary<string, object?> settings) =>
        new(HttpMethod.Post, "/v1/dashboards", Dashboard.Read, Body(settings, default)) { Confirmation = WhereMade };

    /// <summary>
    /// Changes a dashboard. The document gives every setting a default, so the settings that are not changed are sent back as they were
    /// read, including the keys of a private dashboard.
    /// </summary>
    /// <param name="current">The dashboard as <see cref="Get"/> read it.</param>
    /// <param name="changes">The settings to change, under the API's names.</param>
    /// <returns>The request <c>PUT /v1/dashboards/{dashboardId}</c>; 409 when the custom URL or domain is taken.</returns>
    public static ApiRequest<Dashboard> Change(Dashboard current, IReadOnlyDictionary<string, object?> changes)
    {
        if (current is null)
        {
            throw new ArgumentNullException(nameof(current));
        }

        return new(HttpMethod.Put, ApiPath.Of($"/v1/dashboards/{current.DashboardId!}"), Dashboard.Read, Body(changes, current.Source), ShownBody(changes, current.Source));
    }

    /// <summary>Removes a dashboard.</summary>
    /// <param name="dashboardId">The id, a string.</param>
    /// <returns>The request <c>DELETE /v1/dashboards/{dashboardId}</c>.</returns>
    public static ApiRequest<NoContent> Delete(string dashboardId) =>
        new(HttpMethod.Delete, ApiPath.Of($"/v1/dashboards/{dashboardId}"));

    private static byte[] Body(IReadOnlyDictionary<string, object?> settings, JsonElement current) =>
        JsonBody.Object(json => json.WriteMerged(Dashboard.Settings, settings, current));

    /// <summary>The body as it is shown: without the keys of a private dashboard, which are sent back too.</summary>
    private static byte[] ShownBody(IReadOnlyDictionary<string, object?> settings, JsonElement current) =>
        JsonBody.Object(json => json.WriteMerged(Dashboard.Settings, settings, current, (name, kept) => name == "keys" ? "(kept)" : kept));
}
