using System.Collections.ObjectModel;

namespace Checkly;

/// <summary>
/// The one exception of this library: every way in which a call can fail, with what the API said about it.
/// No text in it holds the API key or a terminal control sequence, also when the server sent one back.
/// </summary>
public sealed class ChecklyApiException : Exception
{
    private static readonly ReadOnlyDictionary<string, object?> NoAttributes = new(new Dictionary<string, object?>());

    /// <summary>Creates the exception.</summary>
    /// <param name="kind">What went wrong.</param>
    /// <param name="message">A full sentence for the person who made the call.</param>
    /// <param name="innerException">The failure underneath, if any.</param>
    public ChecklyApiException(ChecklyErrorKind kind, string message, Exception? innerException = null)
        : base(message, innerException)
    {
        Kind = kind;
        Reason = message;
    }

    /// <summary>What went wrong.</summary>
    public ChecklyErrorKind Kind { get; }

    /// <summary>The HTTP status code of the answer; <see langword="null"/> when there was no answer.</summary>
    public int? StatusCode { get; init; }

    /// <summary>The API's short name of the error (<c>error</c> in its body), such as <c>Unauthorized</c>.</summary>
    public string? ApiError { get; init; }

    /// <summary>The API's explanation (<c>message</c> in its body), such as <c>Bad Token</c>.</summary>
    public string? ApiMessage { get; init; }

    /// <summary>The API's details (<c>attributes</c> in its body); empty when it sent none.</summary>
    public IReadOnlyDictionary<string, object?> Attributes { get; init; } = NoAttributes;

    /// <summary>The HTTP method of the request, such as <c>POST</c>; <see langword="null"/> when there was none.</summary>
    public string? Method { get; init; }

    /// <summary>Path and query of the request, without the host; <see langword="null"/> when there was none.</summary>
    public string? Path { get; init; }

    /// <summary>
    /// Whether the request would change something and may have done so: it was sent, and no answer says that it was not
    /// carried out. Look before it is sent again.
    /// </summary>
    public bool MayHaveBeenCarriedOut { get; init; }

    /// <summary>How often the request was sent, or tried to be; 0 when it was not even tried.</summary>
    public int Tries { get; init; } = 1;

    /// <summary>
    /// Where to look whether a write of unknown fate was carried out, such as <c>the incident's history</c>;
    /// <see langword="null"/> where nothing is in doubt, or there is no such place.
    /// </summary>
    public string? WhereToLook { get; init; }

    /// <summary>How long the server asked to wait (<c>Retry-After</c>, seconds or date); <see langword="null"/> when it did not say.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>Whether there was no connection (name, network, proxy or TLS), so that nothing of the request was sent.</summary>
    public bool CouldNotConnect { get; init; }

    /// <summary>Whether it reports an error answer in the API's own format, and not that of a gateway.</summary>
    internal bool IsOfApi { get; init; }

    /// <summary>Whether any of the request may have arrived; not when there was no connection.</summary>
    internal bool WasSent { get; init; } = true;

    /// <summary>What happened, in full sentences. The message adds to it what became of the request.</summary>
    private string Reason { get; init; }

    /// <summary>The same, with what it means for something larger of which the request was a part.</summary>
    /// <param name="sentence">A full sentence that follows the message.</param>
    /// <returns>The exception.</returns>
    public ChecklyApiException With(string sentence) =>
        Retold(Kind, $"{Message} {sentence}", Tries, MayHaveBeenCarriedOut, InnerException);

    /// <summary>The same for a request that was not tried, since the ones before it had all failed like this.</summary>
    /// <param name="request">The request.</param>
    /// <returns>The exception.</returns>
    public ChecklyApiException NotTried(ApiRequest request) =>
        new(Kind, $"{request.Summary} was not tried, since the requests before it could not connect. {Reason} Nothing was sent.", InnerException)
        {
            Reason = Reason,
            Method = request.Method,
            Path = request.Path,
            Tries = 0,
            WasSent = false,
            CouldNotConnect = true,
        };

    /// <summary>The same after all attempts.</summary>
    /// <param name="attempts">How often the request was sent, or tried to be.</param>
    /// <param name="mayHaveBeenCarriedOut">Whether any of them may have been carried out.</param>
    /// <param name="details">What else there is to say, as full sentences.</param>
    internal ChecklyApiException After(int attempts, bool mayHaveBeenCarriedOut, string? details = null) =>
        Retold(Kind, Told(attempts, mayHaveBeenCarriedOut, details), attempts, mayHaveBeenCarriedOut, InnerException);

    /// <summary>The same after all attempts, where it cannot be known what became of the request.</summary>
    /// <param name="attempts">How often the request was sent, or tried to be.</param>
    /// <param name="details">Why not, as full sentences.</param>
    internal ChecklyApiException AsUnknown(int attempts, string details) => Retold(
        // A success that cannot be read keeps its own kind: its status code says more than that nothing is known.
        Kind is ChecklyErrorKind.UnexpectedResponse ? Kind : ChecklyErrorKind.OutcomeUnknown,
        Told(attempts, mayHaveBeenCarriedOut: true, details),
        attempts,
        mayHaveBeenCarriedOut: true,
        this);

    private string Told(int attempts, bool mayHaveBeenCarriedOut, string? details)
    {
        string message = Reason;
        if (mayHaveBeenCarriedOut && Kind is not ChecklyErrorKind.UnexpectedResponse)
        {
            message += " It is not known whether it was carried out.";
        }
        else if (!mayHaveBeenCarriedOut && !WasSent)
        {
            message += " Nothing was sent.";
        }

        message += attempts > 1 ? FormattableString.Invariant($" It was tried {attempts} times.") : string.Empty;
        return details is null ? message : $"{message} {details}";
    }

    private ChecklyApiException Retold(ChecklyErrorKind kind, string message, int tries, bool mayHaveBeenCarriedOut, Exception? inner) =>
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
