using System.Collections.ObjectModel;

namespace Checkly;

/// <summary>
/// A call to the API failed. This exception reports every failure of a call, except that its caller cancelled it. None of its texts
/// contains the API key or a terminal control sequence, even if the server sent one.
/// </summary>
public sealed class ChecklyApiException : Exception
{
    private static readonly ReadOnlyDictionary<string, object?> NoAttributes = new(new Dictionary<string, object?>());

    /// <summary>Creates the exception.</summary>
    /// <param name="kind">What went wrong.</param>
    /// <param name="message">A full sentence for the person who made the call.</param>
    /// <param name="innerException">The failure that caused it, if any.</param>
    public ChecklyApiException(ChecklyErrorKind kind, string message, Exception? innerException = null)
        : base(message, innerException)
    {
        Kind = kind;
        Reason = message;
        // Tests of scripts create this exception from a kind and a message alone; it then has the value that a real failure has.
        MayHaveBeenCarriedOut = kind == ChecklyErrorKind.OutcomeUnknown;
    }

    /// <summary>What went wrong.</summary>
    public ChecklyErrorKind Kind { get; }

    /// <summary>The HTTP status code of the answer; <see langword="null"/> when there was no answer.</summary>
    public int? StatusCode { get; init; }

    /// <summary>The API's short name of the error (<c>error</c> in its body), such as <c>Unauthorized</c>.</summary>
    public string? ApiError { get; init; }

    /// <summary>The API's message (<c>message</c> in its body), such as <c>Bad Token</c>.</summary>
    public string? ApiMessage { get; init; }

    /// <summary>The API's details (<c>attributes</c> in its body); empty when it sent none.</summary>
    public IReadOnlyDictionary<string, object?> Attributes { get; init; } = NoAttributes;

    /// <summary>The HTTP method of the request, such as <c>POST</c>; <see langword="null"/> when there was no request.</summary>
    public string? Method { get; init; }

    /// <summary>Path and query of the request, without the host; <see langword="null"/> when there was no request.</summary>
    public string? Path { get; init; }

    /// <summary>
    /// Whether the request may have been carried out: it changes something, it was sent, and no answer says that it was refused. Check
    /// before you send it again.
    /// </summary>
    public bool MayHaveBeenCarriedOut { get; init; }

    /// <summary>The number of attempts to send the request; 0 when none was made.</summary>
    public int Tries { get; init; } = 1;

    /// <summary>
    /// Where to check whether a request with an unknown outcome was carried out, such as <c>the incident's history</c>;
    /// <see langword="null"/> when the outcome is known, or no such place exists.
    /// </summary>
    public string? WhereToLook { get; init; }

    /// <summary>How long the server asked to wait (<c>Retry-After</c>, seconds or date); <see langword="null"/> when it did not say.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>Whether no connection could be made (name resolution, network, proxy or TLS), so that nothing was sent.</summary>
    public bool CouldNotConnect { get; init; }

    /// <summary>Whether the error answer has the API's own format, so that it does not come from a gateway.</summary>
    internal bool IsOfApi { get; init; }

    /// <summary>Whether any part of the request may have reached the server.</summary>
    internal bool WasSent { get; init; } = true;

    /// <summary>What happened, in full sentences. The message also says whether the request was sent and may have been carried out.</summary>
    private string Reason { get; init; }

    /// <summary>Creates a copy with one more sentence, for a request that was one step of a larger operation.</summary>
    /// <param name="sentence">A full sentence, which is appended to the message.</param>
    /// <returns>The copy.</returns>
    public ChecklyApiException With(string sentence) =>
        Copy(Kind, $"{Message} {sentence}", Tries, MayHaveBeenCarriedOut, InnerException);

    /// <summary>Creates the exception for a request that was not attempted, because the requests before it had all failed in this way.</summary>
    /// <param name="request">The request.</param>
    /// <returns>The new exception.</returns>
    internal ChecklyApiException NotTried(ApiRequest request) =>
        new(Kind == ChecklyErrorKind.OutcomeUnknown ? ChecklyErrorKind.ConnectionFailed : Kind, $"{request.Summary} was not tried, since the requests before it could not connect. {Reason} Nothing was sent.", InnerException)
        {
            Reason = Reason,
            Method = request.Method,
            Path = request.Path,
            Tries = 0,
            WasSent = false,
            CouldNotConnect = true,
        };

    /// <summary>Creates a copy that reports the last of several attempts.</summary>
    /// <param name="attempts">The number of attempts.</param>
    /// <param name="mayHaveBeenCarriedOut">Whether one of the attempts may have been carried out.</param>
    /// <param name="details">Further information, as full sentences.</param>
    internal ChecklyApiException After(int attempts, bool mayHaveBeenCarriedOut, string? details = null) =>
        Copy(Kind, MessageAfter(attempts, mayHaveBeenCarriedOut, details), attempts, mayHaveBeenCarriedOut, InnerException);

    /// <summary>Creates a copy that reports an unknown outcome: the request may have been carried out, and this could not be checked.</summary>
    /// <param name="attempts">The number of attempts.</param>
    /// <param name="details">Why the outcome is unknown, as full sentences.</param>
    internal ChecklyApiException AsUnknown(int attempts, string details) => Copy(
        ChecklyErrorKind.OutcomeUnknown,
        MessageAfter(attempts, mayHaveBeenCarriedOut: true, details),
        attempts,
        mayHaveBeenCarriedOut: true,
        this);

    private string MessageAfter(int attempts, bool mayHaveBeenCarriedOut, string? details)
    {
        string message = Reason;
        if (mayHaveBeenCarriedOut)
        {
            message += " It is not known whether it was carried out.";
        }
        else if (!WasSent)
        {
            message += " Nothing was sent.";
        }

        message += attempts > 1 ? FormattableString.Invariant($" It was tried {attempts} times.") : string.Empty;
        return details is null ? message : $"{message} {details}";
    }

    private ChecklyApiException Copy(ChecklyErrorKind kind, string message, int tries, bool mayHaveBeenCarriedOut, Exception? inner) =>
        new(kind, message, inner)
        {
            Reason = Reason,
            StatusCode = StatusCode,
            ApiError = ApiError,
            ApiMessage = ApiMessage,
            Attributes = Attributes,
            Method = Method,
            Path = Path,
            RetryAfter = RetryAfter,
            WhereToLook = WhereToLook,
            IsOfApi = IsOfApi,
            WasSent = WasSent,
            CouldNotConnect = CouldNotConnect,
            Tries = tries,
            MayHaveBeenCarriedOut = mayHaveBeenCarriedOut,
        };
}
