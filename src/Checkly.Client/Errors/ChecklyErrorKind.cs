namespace Checkly;

/// <summary>
/// What went wrong, as a closed list. Each name is also the end of a PowerShell error id
/// (<c>Checkly.NotFound</c>): a contract that scripts rely on, so names are only ever added.
/// </summary>
public enum ChecklyErrorKind
{
    /// <summary>There is no session, or the configuration of one is broken. Nothing was sent.</summary>
    NotConnected,

    /// <summary>400 and other 4xx without a kind of their own: the API does not accept the request as it is.</summary>
    BadRequest,

    /// <summary>401: the API key is wrong, expired or revoked.</summary>
    Unauthorized,

    /// <summary>402: the account's plan does not include this.</summary>
    PaymentRequired,

    /// <summary>403: the key is valid but may not do this in this account.</summary>
    Forbidden,

    /// <summary>404: there is no such thing in this account.</summary>
    NotFound,

    /// <summary>409: it clashes with something that exists.</summary>
    Conflict,

    /// <summary>429: too many requests; 600 in 60 s by default, fewer for some operations.</summary>
    RateLimited,

    /// <summary>5xx: the API, or a gateway in front of it, failed.</summary>
    ServerError,

    /// <summary>No connection: name, network, proxy or TLS; or a connection that broke before the answer was whole.</summary>
    ConnectionFailed,

    /// <summary>No whole answer within the time allowed for one request; also 408.</summary>
    Timeout,

    /// <summary>
    /// A POST was sent, its answer was lost, and it could not be found out whether it was carried out. It was not sent again.
    /// </summary>
    OutcomeUnknown,

    /// <summary>An answer that is not the API's: a redirect, HTML, broken JSON or another shape than documented.</summary>
    UnexpectedResponse,
}
