using System.Text.Json;

namespace Checkly;

/// <summary>The operations of <c>/v1/status-pages/incidents</c>, the incidents of status pages.</summary>
public static class StatusPageIncidentRequests
{
    /// <summary>The largest <c>limit</c> of the list.</summary>
    public const int LargestPage = 100;

    private static readonly Resource<StatusPageIncident> Incidents = new("/v1/status-pages/incidents", StatusPageIncident.Read);

    /// <summary>Where an opened incident is listed; its history may have grown since.</summary>
    internal static Confirmation WhereMade =>
        Confirmation.ByCursor("the account's status page incidents", Incidents.Path, LargestPage) with { Growing = "incidentUpdates" };

    /// <inheritdoc cref="Resource{T}.List(int, string?)"/>
    public static ApiRequest<Page<StatusPageIncident>> List(int limit, string? nextId = null) => Incidents.List(limit, nextId);

    /// <inheritdoc cref="Resource{T}.Get"/>
    public static ApiRequest<StatusPageIncident> Get(string id) => Incidents.Get(id);

    /// <summary>Opens an incident with its first update.</summary>
    /// <param name="incident">The incident and its first update.</param>
    /// <returns>The request <c>POST /v1/status-pages/incidents</c>.</returns>
    public static ApiRequest<StatusPageIncident> Create(NewStatusPageIncident incident) => Incidents.Create(JsonBody.Object(incident), WhereMade);

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
        _ = current ?? throw new ArgumentNullException(nameof(current));
        byte[] body = JsonBody.Object(json => json.WriteMerged(StatusPageIncident.Settings, changes, current.Source, Kept));
        return Incidents.Put(current.Id, body);
    }

    /// <summary>Removes an incident with all its updates.</summary>
    /// <param name="id">The id.</param>
    /// <returns>The request.</returns>
    public static ApiRequest<NoContent> Delete(string id) => Incidents.Delete(id);

    private static object? Kept(string name, JsonElement value) =>
        name == "services" && value.ValueKind == JsonValueKind.Array ? JsonValues.Many(value, StatusPageService.Read) : value;
}
