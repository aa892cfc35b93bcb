using System.Net;

namespace Checkly;

/// <summary>
/// Turns an answer that is no success into the one exception. The API's shape is
/// <c>{"statusCode","error","message","attributes"}</c>, the last two optional; a gateway may send HTML instead.
/// </summary>
internal static class ErrorAnswer
{
    public static ChecklyApiException From(ApiRequest request, ApiAnswer answer)
    {
        if (answer.IsRedirect)
        {
            return Create(
                request,
                answer,
                ChecklyErrorKind.UnexpectedResponse,
                new ErrorBody(),
                $"{request.Summary} was answered with a redirect ({answer.StatusText}) to {answer.RedirectHost ?? "another address"}. It was not followed, since the API key would have gone along.");
        }

        ChecklyErrorKind kind = KindOf(answer.StatusCode);
        ErrorBody body = ErrorBody.Read(answer);
        string said = DisplayText.OneLine(body.Message ?? body.Error ?? answer.Excerpt()).TrimEnd('.');
        // "404 Not Found: Not Found" says nothing twice.
        string reason = said.Length == 0 || answer.StatusText.EndsWith(said, StringComparison.OrdinalIgnoreCase) ? "." : $": {said}.";
        string wait = answer.RetryAfter is { } delay ? $" The server asks to wait {Math.Ceiling(delay.TotalSeconds):0} s." : string.Empty;
        return Create(
            request,
            answer,
            kind,
            body,
            IsInDoubt(answer)
                ? $"The server answered {request.Summary} with {answer.StatusText}{reason}{wait}{request.UnknownFate}"
                : $"{request.Summary} was refused with {answer.StatusText}{reason}{wait}");
    }

    /// <summary>A success by its status code whose body is not what the operation answers.</summary>
    public static ChecklyApiException Unreadable(ApiRequest request, ApiAnswer answer, string why, Exception? inner = null)
    {
        string excerpt = answer.Excerpt();
        string begins = excerpt.Length == 0 ? "The body is empty." : $"The body begins: {excerpt}";
        string fate = request.IsRead ? string.Empty : " By its status code the request was carried out.";
        return Create(
            request,
            answer,
            ChecklyErrorKind.UnexpectedResponse,
            new ErrorBody(),
            $"{request.Summary} was answered with {answer.StatusText}, but {why}.{fate} {begins}",
            inner);
    }

    private static ChecklyErrorKind KindOf(HttpStatusCode status) => (int)status switch
    {
        401 => ChecklyErrorKind.Unauthorized,
        402 => ChecklyErrorKind.PaymentRequired,
        403 => ChecklyErrorKind.Forbidden,
        404 => ChecklyErrorKind.NotFound,
        // Of a proxy: the API never says it.
        407 => ChecklyErrorKind.ConnectionFailed,
        408 => ChecklyErrorKind.Timeout,
        409 => ChecklyErrorKind.Conflict,
        429 => ChecklyErrorKind.RateLimited,
        >= 400 and < 500 => ChecklyErrorKind.BadRequest,
        >= 500 and < 600 => ChecklyErrorKind.ServerError,
        _ => ChecklyErrorKind.UnexpectedResponse,
    };

    private static ChecklyApiException Create(ApiRequest request, ApiAnswer answer, ChecklyErrorKind kind, ErrorBody body, string message, Exception? inner = null) =>
        new(kind, message, inner)
        {
            StatusCode = (int)answer.StatusCode,
            ApiError = body.Error,
            ApiMessage = body.Message,
            Attributes = body.Attributes,
            Method = request.Method,
            Path = request.Path,
            RetryAfter = answer.RetryAfter,
            MayHaveBeenCarriedOut = !request.IsRead && (answer.IsSuccess || IsInDoubt(answer)),
            WhereToLook = request.IsRead ? null : request.WhereToLook,
            IsOfApi = !answer.IsPage,
        };

    /// <summary>A failure of the server that does not say that it has carried out nothing.</summary>
    private static bool IsInDoubt(ApiAnswer answer) =>
        (int)answer.StatusCode is >= 500 and < 600
        && RetryPolicy.OutcomeOf(answer.StatusCode, answer.RetryAfter is not null) != TryOutcome.AskedToWait;
}
