using System.Net.Http;

namespace Checkly;

/// <summary>The operations of <c>/v2/check-sessions</c>, which run checks.</summary>
public static class CheckSessionRequests
{
    /// <summary>The longest time for which <see cref="Completion"/> waits.</summary>
    public static TimeSpan LongestWait { get; } = TimeSpan.FromSeconds(30);

    private static readonly Resource<CheckSession> Sessions = new("/v2/check-sessions", CheckSession.Read);

    /// <summary>Runs checks, with their alerts. The API has no list of sessions, so a lost answer cannot be found again.</summary>
    /// <param name="target">Which checks.</param>
    /// <param name="refreshesCache">Whether the run fills the caches of the checks anew.</param>
    /// <returns>
    /// The request <c>POST /v2/check-sessions/trigger</c>. The answer is <see langword="null"/> when no activated check matches (404).
    /// </returns>
    public static ApiRequest<CheckSession[]?> Trigger(CheckTarget target, bool refreshesCache = false)
    {
        _ = target ?? throw new ArgumentNullException(nameof(target));
        return new(
            HttpMethod.Post,
            Sessions.PathOf("trigger"),
            json => JsonValues.Many(new JsonFields(json).RequiredList("sessions"), CheckSession.Read),
            JsonBody.Object(json =>
            {
                json.WriteOptional("target", target.Body);
                json.WriteOptional("refreshCache", refreshesCache ? true : null);
            }))
        {
            NothingStatus = 404,
            WhereToLook = "the results of the checks",
        };
    }

    /// <inheritdoc cref="Resource{T}.Get"/>
    public static ApiRequest<CheckSession> Get(string id) => Sessions.Get(id);

    /// <summary>Waits for the end of a session.</summary>
    /// <param name="id">The session's id.</param>
    /// <param name="wait">How long, in whole seconds from 1 to <see cref="LongestWait"/>.</param>
    /// <returns>
    /// The request <c>GET /v2/check-sessions/{checkSessionId}/completion</c>. The answer is <see langword="null"/> when the session has
    /// not ended in that time (408). It is sent only once: the caller asks again anyway.
    /// </returns>
    public static ApiRequest<CheckSession?> Completion(string id, TimeSpan wait) =>
        new(HttpMethod.Get, $"{Sessions.PathOf(id)}/completion?maxWaitSeconds={(int)wait.TotalSeconds}", CheckSession.Read) { NothingStatus = 408, IsSentOnce = true };

    /// <summary>Cancels a session, which the document describes for Playwright check suites.</summary>
    /// <param name="id">The session's id.</param>
    /// <param name="sequenceIds">The runs to cancel, by <see cref="CheckResult.SequenceId"/>; all of them if there is none.</param>
    /// <returns>The request <c>POST /v1/check-sessions/{checkSessionId}/cancel</c>.</returns>
    public static ApiRequest<NoContent> Cancel(string id, IReadOnlyList<string> sequenceIds) => new(
        HttpMethod.Post,
        ApiPath.Of($"/v1/check-sessions/{id}/cancel"),
        JsonBody.Object(json => json.WriteOptional("sequenceId", sequenceIds is { Count: > 0 } ? sequenceIds : null)))
    {
        WhereToLook = "the check session",
    };
}
