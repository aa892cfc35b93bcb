namespace Checkly.Tests;

/// <summary>What the fault server can do to a request. The names are those of the sandbox's faults, and one more.</summary>
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

    /// <summary>Never answered, and carried out only after the client has given up and looked once.</summary>
    Late,
}
