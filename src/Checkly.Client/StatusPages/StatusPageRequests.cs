using System.Text.Json;

namespace Checkly;

/// <summary>The operations of <c>/v1/status-pages</c>.</summary>
public static class StatusPageRequests
{
    /// <summary>The largest <c>limit</c> of the list.</summary>
    public const int LargestPage = 100;

    private static readonly Resource<StatusPage> StatusPages = new("/v1/status-pages", StatusPage.Read);

    /// <summary>Where a created status page is listed.</summary>
    internal static Confirmation WhereMade => Confirmation.ByCursor("the account's status pages", StatusPages.Path, LargestPage);

    /// <inheritdoc cref="Resource{T}.List(int, string?)"/>
    public static ApiRequest<Page<StatusPage>> List(int limit, string? nextId = null) => StatusPages.List(limit, nextId);

    /// <inheritdoc cref="Resource{T}.Get"/>
    public static ApiRequest<StatusPage> Get(string id) => StatusPages.Get(id);

    /// <summary>Creates a status page.</summary>
    /// <param name="settings">
    /// The settings under the API's names. <c>name</c>, <c>url</c> and <c>cards</c> are required; <c>cards</c> is an array of
    /// <see cref="StatusPageCard"/>, which may be empty.
    /// </param>
    /// <returns>The request <c>POST /v1/status-pages</c>.</returns>
    public static ApiRequest<StatusPage> Create(IReadOnlyDictionary<string, object?> settings) =>
        StatusPages.Create(Body(settings, default), WhereMade);

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
        _ = current ?? throw new ArgumentNullException(nameof(current));
        return StatusPages.Put(current.Id, Body(changes, current.Source));
    }

    /// <inheritdoc cref="Resource{T}.Delete"/>
    public static ApiRequest<NoContent> Delete(string id) => StatusPages.Delete(id);

    private static byte[] Body(IReadOnlyDictionary<string, object?> settings, JsonElement current) =>
        JsonBody.Object(json => json.WriteMerged(StatusPage.Settings, settings, current, Kept));

    private static object? Kept(string name, JsonElement value) =>
        name == "cards" && value.ValueKind == JsonValueKind.Array ? JsonValues.Many(value, StatusPageCard.Read) : value;
}
