namespace Checkly;

/// <summary>
/// The ways in which a call can fail. Each name is also the end of a PowerShell error id (<c>Checkly.NotFound</c>). Scripts rely on
/// these ids, so names are added but never changed or removed.
/// </summary>
public enum ChecklyErrorKind
{
    /// <summary>There is no session, or its configuration is invalid. Nothing was sent.</summary>
    NotConnected,

    /// <summary>400, and every 4xx code that has no kind of its own: the API does not accept the request.</summary>
    BadRequest,

    /// <summary>401: the API key is wrong, expired or revoked.</summary>
    Unauthorized,

    /// <summary>402: the account's plan does not include this.</summary>
    PaymentRequired,

    /// <summary>403: the key is valid but may not do this in this account.</summary>
    Forbidden,

    /// <summary>404: the account has no such object.</summary>
    NotFound,

    /// <summary>409: the request conflicts with an object that exists.</summary>
    Conflict,

    /// <summary>429: too many requests; 600 in 60 s by default, fewer for some operations.</summary>
    RateLimited,

    /// <summary>5xx: the API, or a gateway in front of it, failed.</summary>
    ServerError,

    /// <summary>No connection could be made (name resolution, network, proxy, TLS), or it broke before the answer was complete.</summary>
    ConnectionFailed,

    /// <summary>No complete answer within the time allowed for one request; also 408.</summary>
    Timeout,

    /// <summary>
    /// A POST was sent, its answer was lost, and the client could not find out whether it was carried out.
    /// </summary>
    OutcomeUnknown,

    /// <summary>An answer that the API does not give: a redirect, HTML, invalid JSON, or JSON of another shape than documented.</summary>
    UnexpectedResponse,

    /// <summary>No request failed: the run of a check has ended, and it failed, took too long or was cancelled.</summary>
    CheckFailed,
}
