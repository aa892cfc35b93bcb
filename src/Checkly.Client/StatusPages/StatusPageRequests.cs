using System.Net.Http;
using System.Text.Json;

namespace Checkly;

/// <summary>The operations of <c>/v1/status-pages</c>.</summary>
public static class StatusPageRequests
{
    /// <summary>The largest <c>limit</c> of the list.</summary>
    public const int LargestPage = 100;

    private const string Path = "/v1/status-pages";

    /// <summary>Where a created status page is listed.</summary>
    internal static Confirmation WhereMade => Confirmation.ByCursor("the account's status pages", Path, LargestPage);

    /// <summary>One page of the account's status pages.</summary>
    /// <param name="limit">The number of status pages on the page of the list, 1 to 100.</param>
    /// <param name="nextId">The <see cref="Page{T}.NextId"/> of the previous page; <see langword="null"/> for the first page.</param>
    /// <returns>The request <c>GET /v1/status-pages</c>.</returns>
    public static ApiRequest<Page<StatusPage>> List(int limit, string? nextId = null) =>
        CursorList.Of(Path, limit, nextId, StatusPage.Read);

    /// <summary>One status page with its cards and services.</summary>
    /// <param name="id">The page's id.</param>
    /// <returns>The request <c>GET /v1/status-pages/{statusPageId}</c>.</returns>
    public static ApiRequest<StatusPage> Get(string id) =>
        new(HttpMethod.Get, ApiPath.Of($"/v1/status-pages/{id}"), StatusPage.Read);

    /// <summary>Creates a status page.</summary>
    /// <param name="settings">
    /// The settings under the API's names. <c>name</c>, <c>url</c> and <c>cards</c> are required; <c>cards</c> is an array of
    /// <see cref="StatusPageCard"/>, which may be empty.
    /// </param>
    /// <returns>The request <c>POST /v1/status-pages</c>.</returns>
    public static ApiRequest<StatusPage> Create(IReadOnlyDictionary<string, object?> settings) =>
        new(HttpMethod.Post, Path, StatusPage.Read, Body(settings, default)) { Confirmation = WhereMade };

    /// <summary>
    /// Changes a status page. The API requires name, url and cards, and does not document what it does with a field that is left out.
    /// Settings that are not changed are therefore sent back as they were read; cards are sent with the fields that the API takes, and
    /// their services with their ids.
    /// </summary>
    /// <param name="current">The page as <see cref="Get"/> read it.</param>
    /// <param name="changes">The settings to change, under the API's names. <c>cards</c> replaces all cards.</param>
    /// <returns>The request <c>PUT /v1/status-pages/{statusPageId}</c>.</returns>
    public static ApiRequest<StatusPage> Change(StatusPage current, IReadOnlyDictionary<string, object?> changes)
    {
        if (current is null)
        {
            throw new ArgumentNullException(nameof(current));
        }

        return new(HttpMethod.Put, ApiPath.Of($"/v1/status-pages/{current.Id!}"), StatusPage.Read, Body(changes, current.Source));
    }

    /// <summary>Removes a status page.</summary>
    /// <param name="id">The page's id.</param>
    /// <returns>The request <c>DELETE /v1/status-pages/{statusPageId}</c>.</returns>
    public static ApiRequest<NoContent> Delete(string id) =>
        new(HttpMethod.Delete, ApiPath.Of($"/v1/status-pages/{id}"));

    private static byte[] Body(IReadOnlyDictionary<string, object?> settings, JsonElement current) =>
        JsonBody.Object(json => json.WriteMerged(StatusPage.Settings, settings, current, Kept));

    private static object? Kept(string name, JsonElement value) =>
        name == "cards" && value.ValueKind == JsonValueKind.Array ? JsonValues.Many(value, StatusPageCard.Read) : value;
}
