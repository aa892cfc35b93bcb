using System.Net.Http;
using System.Text.Json;

namespace Checkly;

/// <summary>The operations of <c>/v1/incidents/{incidentId}/updates</c>, the updates of dashboard incidents.</summary>
public static class IncidentUpdateRequests
{
    /// <summary>Posts an update.</summary>
    /// <param name="incidentId">The incident's id.</param>
    /// <param name="status">INVESTIGATING, IDENTIFIED, MONITORING, RESOLVED or MAINTENANCE.</param>
    /// <param name="description">What customers will read.</param>
    /// <returns>
    /// The request <c>POST /v1/incidents/{incidentId}/updates</c>. The document declares its answer as one update since 2026-08-10, and
    /// as an array before; both are read.
    /// </returns>
    public static ApiRequest<IncidentUpdate[]> Create(string incidentId, string status, string description) =>
        new(
            HttpMethod.Post,
            Of(incidentId).Path,
            (json, answer) => ReadPosted(json, answer, incidentId),
            JsonBody.Object(IncidentUpdate.Draft(status, description)))
        {
            Confirmation = WhereMade(incidentId),
        };

    /// <summary>Changes the text of an update, which is the only field that the API changes.</summary>
    /// <param name="incidentId">The incident's id.</param>
    /// <param name="id">The update's id.</param>
    /// <param name="description">What customers will read.</param>
    /// <returns>The request <c>PUT /v1/incidents/{incidentId}/updates/{id}</c>.</returns>
    public static ApiRequest<IncidentUpdate> Change(string incidentId, string id, string description) =>
        Of(incidentId).Put(id, JsonBody.Object(new IncidentUpdate { Description = description }));

    /// <summary>Removes an update.</summary>
    /// <param name="incidentId">The incident's id.</param>
    /// <param name="id">The update's id.</param>
    /// <returns>The request <c>DELETE /v1/incidents/{incidentId}/updates/{id}</c>.</returns>
    public static ApiRequest<NoContent> Delete(string incidentId, string id) =>
        Of(incidentId).Delete(id);

    /// <summary>Where a posted update is listed.</summary>
    internal static Confirmation WhereMade(string incidentId) =>
        Confirmation.InWhole("the incident's history", IncidentRequests.HistoryPath(incidentId), "incidentUpdates");

    private static IncidentUpdate[] ReadPosted(JsonElement json, ApiAnswer answer, string incidentId)
    {
        IncidentUpdate[] updates = json.ValueKind == JsonValueKind.Array
            ? JsonValues.Many(json, answer, update => IncidentUpdate.Read(update, incidentId))
            : [IncidentUpdate.Read(json, incidentId)];
        return updates.Length > 0 ? updates : throw new UnexpectedShapeException("it lists no update");
    }

    private static Resource<IncidentUpdate> Of(string incidentId) =>
        new(ApiPath.Of($"/v1/incidents/{incidentId}/updates"), json => IncidentUpdate.Read(json, incidentId));
}
