using System.Net.Http;

namespace Checkly;

/// <summary>The operations of <c>/v1/incidents</c>, the incidents of dashboards.</summary>
public static class IncidentRequests
{
    private static readonly Resource<Incident> Incidents = new("/v1/incidents", Incident.Read);

    /// <summary>One incident with its whole history.</summary>
    /// <param name="id">The incident's id.</param>
    /// <returns>The request <c>GET /v1/incidents/{id}</c>. It asks for all updates, since the API leaves most of them out by default.</returns>
    public static ApiRequest<Incident> Get(string id) =>
        new(HttpMethod.Get, HistoryPath(id), Incident.Read);

    /// <summary>The path of an incident with its whole history.</summary>
    internal static string HistoryPath(string id) => Incidents.PathOf(id) + "?includeAllIncidentUpdates=true";

    /// <summary>
    /// Changes an incident. Fields that are not changed are sent back as they were read: the API requires name and impact, and does not
    /// document what it does with a time that is left out.
    /// </summary>
    /// <param name="current">The incident as <see cref="Get"/> read it.</param>
    /// <param name="changes">The fields to change: <c>name</c>, <c>impact</c>, and <c>startedAt</c>, <c>stoppedAt</c>, which <see langword="null"/> clears.</param>
    /// <returns>The request <c>PUT /v1/incidents/{id}</c>. Its answer is documented without updates.</returns>
    public static ApiRequest<Incident> Change(Incident current, IReadOnlyDictionary<string, object?> changes)
    {
        _ = current ?? throw new ArgumentNullException(nameof(current));
        return Incidents.Put(current.Id, JsonBody.Object(json => json.WriteMerged(Incident.Settings, changes, current.Source)));
    }

    /// <summary>Removes an incident with all its updates.</summary>
    /// <param name="id">The incident's id.</param>
    /// <returns>The request <c>DELETE /v1/incidents/{id}</c>.</returns>
    public static ApiRequest<NoContent> Delete(string id) => Incidents.Delete(id);

    /// <summary>Opens an incident with its first update.</summary>
    /// <param name="incident">The incident and its first update.</param>
    /// <returns>
    /// The request <c>POST /v1/incidents</c>. It is not sent again when its answer is lost: the API has no list of dashboard incidents in
    /// which the client could look.
    /// </returns>
    public static ApiRequest<Incident> Create(NewIncident incident) =>
        new(HttpMethod.Post, Incidents.Path, Incident.Read, JsonBody.Object(incident)) { WhereToLook = "the dashboard" };
}
