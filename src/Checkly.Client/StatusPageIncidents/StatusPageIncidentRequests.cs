using System.Net.Http;
using System.Text.Json;

namespace Checkly;

/// <summary>The operations of <c>/v1/status-pages/incidents</c>, the incidents of status pages.</summary>
public static class StatusPageIncidentRequests
{
    /// <summary>The largest <c>limit</c> of the list.</summary>
    public const int LargestPage = 100;

    private const string Path = "/v1/status-pages/incidents";

    /// <summary>Where an opened incident is listed; its history may have grown since.</summary>
    internal static Confirmation WhereMade =>
        Confirmation.ByCursor("the account's status page incidents", Path, LargestPage) with { Growing = "incidentUpdates" };

    /// <summary>One page of the account's incidents, newest first, each with its updates.</summary>
    /// <param name="limit">The number of incidents on the page, 1 to 100.</param>
    /// <param name="nextId">The <see cref="Page{T}.NextId"/> of the previous page; <see langword="null"/> for the first page.</param>
    /// <returns>The request <c>GET /v1/status-pages/incidents</c>.</returns>
    public static ApiRequest<Page<StatusPageIncident>> List(int limit, string? nextId = null) =>
        CursorList.Of(Path, limit, nextId, StatusPageIncident.Read);

    /// <summary>One incident with its updates.</summary>
    /// <param name="id">The incident's id.</param>
    /// <returns>The request <c>GET /v1/status-pages/incidents/{incidentId}</c>.</returns>
    public static ApiRequest<StatusPageIncident> Get(string id) =>
        new(HttpMethod.Get, ApiPath.Of($"/v1/status-pages/incidents/{id}"), StatusPageIncident.Read);

    /// <summary>Opens an incident with its first update.</summary>
    /// <param name="incident">The incident and its first update.</param>
    /// <returns>The request <c>POST /v1/status-pages/incidents</c>.</returns>
    public static ApiRequest<StatusPageIncident> Create(NewStatusPageIncident incident)
    {
        if (incident is null)
        {
            throw new ArgumentNullException(nameof(incident));
        }

        return new(HttpMethod.Post, Path, StatusPageIncident.Read, JsonBody.Object(incident))
        {
            Confirmation = WhereMade,
        };
    }

    /// <summary>
    /// Changes an incident. The API requires name, severity and services, so fields that are not changed are sent back as they were read;
    /// services are sent with the fields that the API requires.
    /// </summary>
    /// <param name="current">The incident as <see cref="Get"/> read it.</param>
    /// <param name="changes">
    /// The fields to change: <c>name</c>, <c>severity</c>, and <c>services</c>, an array of <see cref="StatusPageService"/> that replaces
    /// all services.
    /// </param>
    /// <returns>The request <c>PUT /v1/status-pages/incidents/{incidentId}</c>.</returns>
    public static ApiRequest<StatusPageIncident> Change(StatusPageIncident current, IReadOnlyDictionary<string, object?> changes)
    {
        if (current is null)
        {
            throw new ArgumentNullException(nameof(current));
        }

        byte[] body = JsonBody.Object(json => json.WriteMerged(StatusPageIncident.Settings, changes, current.Source, Kept));
        return new(HttpMethod.Put, ApiPath.Of($"/v1/status-pages/incidents/{current.Id!}"), StatusPageIncident.Read, body);
    }

    /// <summary>Removes an incident with all its updates.</summary>
    /// <param name="id">The incident's id.</param>
    /// <returns>The request <c>DELETE /v1/status-pages/incidents/{incidentId}</c>.</returns>
    public static ApiRequest<NoContent> Delete(string id) =>
        new(HttpMethod.Delete, ApiPath.Of($"/v1/status-pages/incidents/{id}"));

    private static object? Kept(string name, JsonElement value) =>
        name == "services" && value.ValueKind == JsonValueKind.Array ? JsonValues.Many(value, StatusPageService.Read) : value;
}
