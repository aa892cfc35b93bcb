using System.Text.Json;

namespace Checkly;

/// <summary>
/// The operations of <c>/v1/status-pages/incidents/{incidentId}/incident-updates</c>, the updates of status page incidents.
/// </summary>
public static class StatusPageIncidentUpdateRequests
{
    /// <summary>The newest updates of an incident, at most 100. This list is not paged.</summary>
    /// <param name="incidentId">The incident's id.</param>
    /// <returns>The request <c>GET /v1/status-pages/incidents/{incidentId}/incident-updates</c>.</returns>
    public static ApiRequest<StatusPageIncidentUpdate[]> List(string incidentId) =>
        Of(incidentId).List();

    /// <summary>One update.</summary>
    /// <param name="incidentId">The incident's id.</param>
    /// <param name="id">The update's id.</param>
    /// <returns>The request <c>GET /v1/status-pages/incidents/{incidentId}/incident-updates/{incidentUpdateId}</c>.</returns>
    public static ApiRequest<StatusPageIncidentUpdate> Get(string incidentId, string id) =>
        Of(incidentId).Get(id);

    /// <summary>Posts an update.</summary>
    /// <param name="incidentId">The incident's id.</param>
    /// <param name="update">The update.</param>
    /// <returns>The request <c>POST /v1/status-pages/incidents/{incidentId}/incident-updates</c>.</returns>
    public static ApiRequest<StatusPageIncidentUpdate> Create(string incidentId, NewStatusPageIncidentUpdate update) =>
        Of(incidentId).Create(JsonBody.Object(update), WhereMade(incidentId));

    /// <summary>
    /// Changes an update. The API requires the description, and the document gives the public date and the notification defaults. Fields
    /// that are not changed are therefore sent back as they were read, so that the update keeps its date. The API sends mail when an
    /// update is posted, not when it is changed.
    /// </summary>
    /// <param name="current">The update as <see cref="Get"/> or <see cref="List"/> read it.</param>
    /// <param name="changes">
    /// The fields to change: <c>description</c>, <c>status</c>, <c>publicIncidentUpdateDate</c>, <c>notifySubscribers</c>.
    /// </param>
    /// <returns>The request <c>PUT /v1/status-pages/incidents/{incidentId}/incident-updates/{incidentUpdateId}</c>.</returns>
    public static ApiRequest<StatusPageIncidentUpdate> Change(StatusPageIncidentUpdate current, IReadOnlyDictionary<string, object?> changes)
    {
        _ = current ?? throw new ArgumentNullException(nameof(current));
        byte[] body = JsonBody.Object(json =>
            json.WriteMerged(StatusPageIncidentUpdate.Settings, changes, current.Source, Kept));
        return Of(current.IncidentId!).Put(current.Id, body);
    }

    /// <summary>Removes an update.</summary>
    /// <param name="incidentId">The incident's id.</param>
    /// <param name="id">The update's id.</param>
    /// <returns>The request <c>DELETE /v1/status-pages/incidents/{incidentId}/incident-updates/{incidentUpdateId}</c>.</returns>
    public static ApiRequest<NoContent> Delete(string incidentId, string id) =>
        Of(incidentId).Delete(id);

    /// <summary>Where a posted update is listed.</summary>
    internal static Confirmation WhereMade(string incidentId) => Confirmation.InWhole("the incident's updates", Of(incidentId).Path);

    /// <summary>Leaves out a field that was read as <see langword="null"/>, since the API does not take <see langword="null"/> here.</summary>
    private static object? Kept(string name, JsonElement value) => value.ValueKind == JsonValueKind.Null ? null : value;

    private static Resource<StatusPageIncidentUpdate> Of(string incidentId) =>
        new(ApiPath.Of($"/v1/status-pages/incidents/{incidentId}/incident-updates"), json => StatusPageIncidentUpdate.Read(json, incidentId));
}
