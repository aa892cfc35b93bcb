using System.Net.Http;
using System.Text.Json;

namespace Checkly;

/// <summary>The operations of <c>/v1/status-pages/incidents</c>: status page incidents.</summary>
public static class StatusPageIncidentRequests
{
    /// <summary>The most incidents that the API puts on one page.</summary>
    public const int LargestPage = 100;

    private const string Path = "/v1/status-pages/incidents";

    /// <summary>Where an opened incident is listed; its history may have grown since.</summary>
    internal static Confirmation WhereMade =>
        Confirmation.ByCursor("the account's status page incidents", Path, LargestPage) with { Growing = "incidentUpdates" };

    /// <summary>One page of the account's incidents, newest first, each with its history.</summary>
    /// <param name="limit">Incidents on a page, 1 to 100.</param>
    /// <param name="nextId">The <see cref="Page{T}.NextId"/> of the page before; none for the first.</param>
    /// <returns>The request <c>GET /v1/status-pages/incidents</c>.</returns>
    public static ApiRequest<Page<StatusPageIncident>> List(int limit, string? nextId = null) =>
        CursorList.Of(Path, limit, nextId, StatusPageIncident.Read);

    /// <summary>One incident with its history.</summary>
    /// <param name="id">The incident's id.</param>
    /// <returns>The request <c>GET /v1/status-pages/incidents/{incidentId}</c>.</returns>
    public static ApiRequest<StatusPageIncident> Get(string id) =>
        new(HttpMethod.Get, ApiPath.Of($"/v1/status-pages/incidents/{id}"), StatusPageIncident.Read);

    /// <summary>Opens an incident; the API takes exactly one first update with it.</summary>
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
    /// Changes an incident. Name, severity and services are required: what is not changed is sent back as it was read, of the
    /// services only the fields that the API requires.
    /// </summary>
    /// <param name="current">The incident as <see cref="Get"/> read it.</param>
    /// <param name="changes">
    /// The fields to change: <c>name</c>, <c>severity</c>, and <c>services</c>, which replace all services and are
    /// <see cref="StatusPageService"/>s.
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
