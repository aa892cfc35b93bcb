using System.Net;

namespace Checkly;

/// <summary>
/// Turns an error answer into a <see cref="ChecklyApiException"/>. The API answers
/// <c>{"statusCode","error","message","attributes"}</c>, of which the last two are optional; a gateway may answer HTML.
/// </summary>
internal static class ErrorAnswer
{
    /// <summary>Creates the exception for an answer whose status code does not mean success.</summary>
    /// <param name="request">The request.</param>
    /// <param name="answer">Its answer.</param>
    /// <param name="outcome">What the answer says about the fate of the request.</param>
    public static ChecklyApiException From(ApiRequest request, ApiAnswer answer, out AttemptOutcome outcome)
    {
        ErrorBody body = ErrorBody.Read(answer);
        outcome = RetryPolicy.OutcomeOf(answer.StatusCode, answer.RetryAfter is not null, body.IsOfApi);
        bool isInDoubt = RetryPolicy.LeavesDoubt(outcome);
        if (answer.IsRedirect)
        {
            return Create(
                request,
                answer,
                ChecklyErrorKind.UnexpectedResponse,
                isInDoubt,
                new ErrorBody(),
                $"{request.Summary} was answered with a redirect ({answer.StatusText}) to {answer.RedirectHost ?? "another address"}. It was not followed, since the API key would have gone along.");
        }

        string said = DisplayText.OneLine(body.Message ?? body.Error ?? answer.Excerpt()).TrimEnd('.');
        // Avoids "404 Not Found: Not Found".
        string reason = said.Length == 0 || answer.StatusText.EndsWith(said, StringComparison.OrdinalIgnoreCase) ? "." : $": {said}.";
        string wait = answer.RetryAfter is { } delay ? FormattableString.Invariant($" The server asks to wait {Math.Ceiling(delay.TotalSeconds):0} s.") : string.Empty;
        return Create(
            request,
            answer,
            KindOf(answer.StatusCode),
            isInDoubt,
            body,
            isInDoubt
                ? $"The server answered {request.Summary} with {answer.StatusText}{reason}{wait}"
                : $"{request.Summary} was refused with {answer.StatusText}{reason}{wait}");
    }

    /// <summary>Creates the exception for an answer whose status code means success but whose body cannot be read.</summary>
    public static ChecklyApiException Unreadable(ApiRequest request, ApiAnswer answer, string why, Exception? inner = null)
    {
        string excerpt = answer.Excerpt();
        string begins = excerpt.Length == 0 ? "The body is empty." : $"The body begins: {excerpt}";
        string fate = request.IsRead ? string.Empty : " The status code says that the request was carried out, if the API has answered and nothing in between.";
        return Create(
            request,
            answer,
            ChecklyErrorKind.UnexpectedResponse,
            isInDoubt: true,
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
        // Only a proxy answers 407.
        407 => ChecklyErrorKind.ConnectionFailed,
        408 => ChecklyErrorKind.Timeout,
        409 => ChecklyErrorKind.Conflict,
        429 => ChecklyErrorKind.RateLimited,
        >= 400 and < 500 => ChecklyErrorKind.BadRequest,
        >= 500 and < 600 => ChecklyErrorKind.ServerError,
        _ => ChecklyErrorKind.UnexpectedResponse,
    };

    private static ChecklyApiException Create(ApiRequest request, ApiAnswer answer, ChecklyErrorKind kind, bool isInDoubt, ErrorBody body, string reason, Exception? inner = null) =>
        new ChecklyApiException(kind, reason, inner)
        {
            StatusCode = (int)answer.StatusCode,
            ApiError = body.Error,
            ApiMessage = body.Message,
            Attributes = body.Attributes,
            Method = request.Method,
            Path = request.Path,
            RetryAfter = answer.RetryAfter,
            WhereToLook = request.IsRead ? null : request.WhereToLook,
            IsOfApi = body.IsOfApi,
        }.After(1, isInDoubt && !request.IsRead);
}
