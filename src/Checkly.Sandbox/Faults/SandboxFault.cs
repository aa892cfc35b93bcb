namespace Checkly.Sandbox;

/// <summary>What can go wrong with one request on its way to the server and back.</summary>
public enum SandboxFault
{
    /// <summary>Nothing: the request goes through.</summary>
    None,

    /// <summary>The connection is refused. Nothing arrives.</summary>
    Refuse,

    /// <summary>There is never an answer, and the request is not carried out.</summary>
    HangBefore,

    /// <summary>There is never an answer, though the request is carried out.</summary>
    HangAfter,

    /// <summary>The connection breaks before the request is carried out.</summary>
    ResetBefore,

    /// <summary>The connection breaks after the request was carried out.</summary>
    ResetAfter,

    /// <summary>The request is carried out; its answer breaks off in the middle.</summary>
    CutBody,

    /// <summary>429 with a <c>Retry-After</c> in seconds. As with the next three, the request is not carried out.</summary>
    TooManyRequests,

    /// <summary>429 with a <c>Retry-After</c> that is an HTTP date.</summary>
    TooManyRequestsUntil,

    /// <summary>503 with a <c>Retry-After</c> in seconds.</summary>
    Unavailable,

    /// <summary>503 with a <c>Retry-After</c> that is an HTTP date.</summary>
    UnavailableUntil,

    /// <summary>500. The request is not carried out, but the answer does not say so.</summary>
    ErrorBefore,

    /// <summary>504 with the HTML of a gateway. The request is carried out, but the answer does not say so.</summary>
    ErrorAfter,

    /// <summary>200 with HTML, from something in between that answers in the server's place. The request is not carried out.</summary>
    Html,

    /// <summary>The request is carried out; the body of its answer is nonsense.</summary>
    Garbage,

    /// <summary>The request is carried out; what comes back is not HTTP.</summary>
    NoHttp,

    /// <summary>The request goes through; its answer has 10 MB.</summary>
    LargeBody,

    /// <summary>The request goes through; its answer comes in a few bytes at a time.</summary>
    Trickle,
}
