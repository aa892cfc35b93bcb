using System.Management.Automation;
using System.Security.Authentication;

namespace Checkly;

/// <summary>
/// The one mapping from a failure to an error record. Error ids are <c>Checkly.</c> and the name of the kind.
/// </summary>
internal static class ErrorRecords
{
    /// <param name="failure">The failure, kept as the record's exception.</param>
    /// <param name="target">What the user gave, such as the incident's id.</param>
    public static ErrorRecord From(ChecklyApiException failure, object? target)
    {
        (ErrorCategory category, string action) = Advice(failure);
        return new ErrorRecord(failure, $"Checkly.{failure.Kind}", category, target)
        {
            ErrorDetails = new ErrorDetails(failure.Message) { RecommendedAction = action },
        };
    }

    /// <summary>A change that wants a confirmation where nobody can give one. It was not made.</summary>
    public static ErrorRecord CannotAsk(Exception nobody, object? target)
    {
        const string Message = "This command asks before it changes something, and there is nobody to ask here. Nothing was changed.";
        return new ErrorRecord(new PSInvalidOperationException(Message, nobody), "Checkly.CannotAsk", ErrorCategory.InvalidOperation, target)
        {
            ErrorDetails = new ErrorDetails(Message) { RecommendedAction = "Run it with -Confirm:$false to go ahead without being asked." },
        };
    }

    private static (ErrorCategory Category, string Action) Advice(ChecklyApiException failure) => failure.Kind switch
    {
        ChecklyErrorKind.NotConnected when failure.Message.StartsWith("Parameter ", StringComparison.Ordinal) => (ErrorCategory.InvalidArgument,
            "Correct the parameter that the message names and run the command again."),
        ChecklyErrorKind.NotConnected => (ErrorCategory.ConnectionError,
            "Run Connect-Checkly with an API key and an account id, or set CHECKLY_API_KEY and CHECKLY_ACCOUNT_ID; Connect-Checkly -Sandbox needs neither."),
        ChecklyErrorKind.BadRequest => (ErrorCategory.InvalidArgument,
            "Correct what the message names and run the command again; -WhatIf shows the request that would go out."),
        ChecklyErrorKind.Unauthorized => (ErrorCategory.AuthenticationError,
            "Check the API key, and that it belongs to this account: https://app.checklyhq.com/settings/user/api-keys. Then run Connect-Checkly again."),
        ChecklyErrorKind.PaymentRequired => (ErrorCategory.QuotaExceeded,
            "The account's plan does not include this; see https://app.checklyhq.com/settings/account/billing."),
        ChecklyErrorKind.Forbidden => (ErrorCategory.PermissionDenied,
            "Use a key whose owner may do this in this account; Get-ChecklySession shows the account in use."),
        ChecklyErrorKind.NotFound => (ErrorCategory.ObjectNotFound,
            "Check the id, and that it belongs to the account that Get-ChecklySession shows."),
        ChecklyErrorKind.Conflict => (ErrorCategory.ResourceExists,
            "Something with this name or id is there already; read it and change that one."),
        ChecklyErrorKind.RateLimited => (ErrorCategory.LimitsExceeded, (failure.MayHaveBeenCarriedOut ? LookFirst(failure) : "Nothing was changed.") + ComeBack(failure)),
        ChecklyErrorKind.ServerError when failure is { RetryAfter: not null, MayHaveBeenCarriedOut: false } => (ErrorCategory.ResourceUnavailable, "Nothing was changed." + ComeBack(failure)),
        ChecklyErrorKind.ServerError => (ErrorCategory.ResourceUnavailable, LookFirst(failure)),
        ChecklyErrorKind.OutcomeUnknown => (ErrorCategory.OperationStopped, LookFirst(failure) + (failure.RetryAfter is null ? string.Empty : ComeBack(failure))),
        ChecklyErrorKind.ConnectionFailed when IsTls(failure) => (ErrorCategory.SecurityError,
            "Check the server's certificate, this machine's clock and trusted roots, and whether a proxy opens encrypted connections (-Proxy)."),
        ChecklyErrorKind.ConnectionFailed => (ErrorCategory.ConnectionError,
            "Check the network, the name in -BaseUri and the proxy (-Proxy). " + LookFirst(failure)),
        ChecklyErrorKind.Timeout => (ErrorCategory.OperationTimeout,
            LookFirst(failure) + " Connect-Checkly -TimeoutSec allows more time."),
        _ => (ErrorCategory.InvalidData,
            "Check that -BaseUri is the address of the Checkly API and that nothing in between answers in its place. " + LookFirst(failure)),
    };

    private static string LookFirst(ChecklyApiException failure) => !failure.MayHaveBeenCarriedOut ? "Run the command again."
        : failure.Method is "PUT" or "PATCH" or "DELETE" ? "It may have been carried out. Run the command again: done twice, it leaves what it leaves when done once."
        : failure.WhereToLook is { } place ? $"It may have been carried out: look at {place} before you run the command again."
        : "It may have been carried out: look before you run the command again.";

    private static string ComeBack(ChecklyApiException failure) => failure.RetryAfter is { } wait && wait > TimeSpan.Zero
        ? $" Run the command again in {Math.Ceiling(wait.TotalSeconds):0} s, as the server asks."
        : " Run the command again in a minute; the API takes 600 requests in 60 s, and fewer for some operations.";

    private static bool IsTls(ChecklyApiException failure)
    {
        for (Exception? cause = failure; cause is not null; cause = cause.InnerException)
        {
            if (cause is AuthenticationException)
            {
                return true;
            }
        }

        return false;
    }
}
