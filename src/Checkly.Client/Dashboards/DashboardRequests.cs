using System.Net.Http;
using System.Text.Json;

namespace Checkly;

/// <summary>The operations of <c>/v1/dashboards</c>.</summary>
public static class DashboardRequests
{
    /// <summary>The largest <c>limit</c> of the list.</summary>
    public const int LargestPage = 100;

    private static readonly Resource<Dashboard> Dashboards = new("/v1/dashboards", Dashboard.Read);

    /// <summary>Where a created dashboard is listed.</summary>
    internal static Confirmation WhereMade => Confirmation.InPages("the account's dashboards", Dashboards.Path, LargestPage);

    /// <inheritdoc cref="Resource{T}.List(int, long)"/>
    public static ApiRequest<Page<Dashboard>> List(int limit, long page) => Dashboards.List(limit, page);

    /// <summary>One dashboard.</summary>
    /// <param name="dashboardId">The id, a string; or the custom URL or domain.</param>
    /// <param name="type"><c>customUrl</c> or <c>customDomain</c>; <see langword="null"/> for an id.</param>
    /// <returns>The request <c>GET /v1/dashboards/{dashboardId}</c>; the API allows 20 of them in 20 s.</returns>
    public static ApiRequest<Dashboard> Get(string dashboardId, string? type = null) =>
        new(HttpMethod.Get, Dashboards.PathOf(dashboardId) + (type is null ? string.Empty : ApiPath.Of($"?type={type}")), Dashboard.Read);

    /// <summary>Creates a dashboard.</summary>
    /// <param name="settings">The settings under the API's names; <c>header</c> is required.</param>
    /// <returns>The request <c>POST /v1/dashboards</c>; 409 when the custom URL or domain is taken.</returns>
    public static ApiRequest<Dashboard> Create(IReadOnlyDictionary<string, object?> settings) =>
        Dashboards.Create(Body(settings, default), WhereMade);

    /// <summary>
    /// Changes a dashboard. The document gives every setting a default, so the settings that are not changed are sent back as they were
    /// read, including the keys of a private dashboard.
    /// </summary>
    /// <param name="current">The dashboard as <see cref="Get"/> read it.</param>
    /// <param name="changes">The settings to change, under the API's names.</param>
    /// <returns>The request <c>PUT /v1/dashboards/{dashboardId}</c>; 409 when the custom URL or domain is taken.</returns>
    public static ApiRequest<Dashboard> Change(Dashboard current, IReadOnlyDictionary<string, object?> changes)
    {
        _ = current ?? throw new ArgumentNullException(nameof(current));
        return Dashboards.Put(current.DashboardId, Body(changes, current.Source), ShownBody(changes, current.Source));
    }

    /// <inheritdoc cref="Resource{T}.Delete"/>
    public static ApiRequest<NoContent> Delete(string dashboardId) => Dashboards.Delete(dashboardId);

    private static byte[] Body(IReadOnlyDictionary<string, object?> settings, JsonElement current) =>
        JsonBody.Object(json => json.WriteMerged(Dashboard.Settings, settings, current));

    /// <summary>The body as it is shown: without the keys of a private dashboard, which are sent back too.</summary>
    private static byte[] ShownBody(IReadOnlyDictionary<string, object?> settings, JsonElement current) =>
        JsonBody.Object(json => json.WriteMerged(Dashboard.Settings, settings, current, (name, kept) => name == "keys" ? "(kept)" : kept));
}
