namespace Checkly.Tests;

/// <summary>What the fault server can do to a request. The names are those of the sandbox's faults, and some more.</summary>
public enum WireFault
{
    None,
    Refuse,
    HangBefore,
    HangAfter,
    ResetBefore,
    ResetAfter,
    CutBody,
    TooManyRequests,
    TooManyRequestsUntil,
    Unavailable,
    UnavailableUntil,
    ErrorBefore,
    ErrorAfter,
    Html,
    Garbage,
    NoHttp,
    LargeBody,
    Trickle,

    /// <summary>500 in the API's own format, though it is carried out.</summary>
    FailAfter,

    /// <summary>502 with the HTML of a gateway; not carried out.</summary>
    BadGatewayBefore,

    /// <summary>522 with the HTML of a gateway; carried out.</summary>
    ConnectionTimedOutAfter,

    /// <summary>Never answered, and carried out late.</summary>
    LateHang,

    /// <summary>The connection breaks at once, and the request is carried out late.</summary>
    LateReset,

    /// <summary>504 at once, and the request is carried out late.</summary>
    LateGatewayTimeout,
}
