using System.Management.Automation;
using System.Security.Authentication;

namespace Checkly;

/// <summary>
/// Maps every failure to an error record. The error id is <c>Checkly.</c> followed by the error kind. The category and the
/// recommended action depend on the properties of the failure, never on the wording of its message.
/// </summary>
internal static class ErrorRecords
{
    /// <summary>Creates the error record of a failed request.</summary>
    /// <param name="command">The command that sent it.</param>
    /// <param name="failure">The failure, kept as the record's exception.</param>
    /// <param name="target">What the user gave, such as the incident's id.</param>
    /// <param name="next">The recommended action, where the one for this kind of failure does not fit.</param>
    public static ErrorRecord From(ChecklyCommand command, ChecklyApiException failure, object? target, string? next = null) =>
        Record(failure, Category(failure), target, next ?? Recommendation.For(command, failure));

    /// <summary>Creates the error record of a session that could not be opened. At most the request for the account was sent.</summary>
    /// <param name="command">The command that needs the session.</param>
    /// <param name="problem">The reason.</param>
    /// <param name="target">What the user gave.</param>
    public static ErrorRecord From(ChecklyCommand command, SetupException problem, object? target) => Record(
        new ChecklyApiException(problem.Problem == SetupProblem.Parameter ? ChecklyErrorKind.BadRequest : ChecklyErrorKind.NotConnected, problem.Message, problem.InnerException),
        problem.Problem is SetupProblem.Parameter or SetupProblem.Environment or SetupProblem.SeveralAccounts ? ErrorCategory.InvalidArgument : ErrorCategory.ConnectionError,
        target,
        Recommendation.For(command, problem.Problem));

    /// <summary>Creates the error record of an argument that the cmdlet itself rejects.</summary>
    /// <param name="why">A full sentence that says what is wrong and how to correct it.</param>
    /// <param name="target">What the user gave.</param>
    public static ErrorRecord Refused(string why, object? target) => Record(
        new ChecklyApiException(ChecklyErrorKind.BadRequest, why), ErrorCategory.InvalidArgument, target, action: null);

    /// <summary>Creates the error record of an item that is missing from the API's answer.</summary>
    /// <param name="why">A full sentence that names the item.</param>
    /// <param name="target">What the user gave: a name or an id.</param>
    /// <param name="lister">The command that lists the existing items.</param>
    public static ErrorRecord Missing(string why, object? target, string lister) => Record(
        new ChecklyApiException(ChecklyErrorKind.NotFound, why), ErrorCategory.ObjectNotFound, target, $"Run {lister} to see what there is.");

    /// <summary>Creates the error record of a change that was not made because the host cannot prompt for its confirmation.</summary>
    /// <param name="nobody">The exception of the host.</param>
    /// <param name="change">Method and path of the request.</param>
    /// <param name="target">What the user gave.</param>
    public static ErrorRecord CannotAsk(Exception nobody, string change, object? target)
    {
        string message = $"This command asks before it changes something, and this host cannot prompt. {change} was not sent.";
        return new ErrorRecord(new PSInvalidOperationException(message, nobody), "Checkly.CannotAsk", ErrorCategory.InvalidOperation, target)
        {
            ErrorDetails = new ErrorDetails(message) { RecommendedAction = "Run the command with -Confirm:$false to make the change without a prompt." },
        };
    }

    /// <summary>Whether the TLS handshake failed.</summary>
    internal static bool IsTls(ChecklyApiException failure)
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

    private static ErrorRecord Record(ChecklyApiException failure, ErrorCategory category, object? target, string? action) =>
        new(failure, $"Checkly.{failure.Kind}", category, target) { ErrorDetails = new ErrorDetails(failure.Message) { RecommendedAction = action } };

    private static ErrorCategory Category(ChecklyApiException failure) => failure.Kind switch
    {
        ChecklyErrorKind.NotConnected => ErrorCategory.ConnectionError,
        ChecklyErrorKind.BadRequest => ErrorCategory.InvalidArgument,
        ChecklyErrorKind.Unauthorized => ErrorCategory.AuthenticationError,
        ChecklyErrorKind.PaymentRequired => ErrorCategory.QuotaExceeded,
        ChecklyErrorKind.Forbidden => ErrorCategory.PermissionDenied,
        ChecklyErrorKind.NotFound => ErrorCategory.ObjectNotFound,
        ChecklyErrorKind.Conflict => ErrorCategory.ResourceExists,
        ChecklyErrorKind.RateLimited => ErrorCategory.LimitsExceeded,
        ChecklyErrorKind.ServerError => ErrorCategory.ResourceUnavailable,
        ChecklyErrorKind.OutcomeUnknown => ErrorCategory.OperationStopped,
        ChecklyErrorKind.ConnectionFailed => IsTls(failure) ? ErrorCategory.SecurityError : ErrorCategory.ConnectionError,
        ChecklyErrorKind.Timeout => ErrorCategory.OperationTimeout,
        ChecklyErrorKind.CheckFailed => ErrorCategory.InvalidResult,
        _ => ErrorCategory.InvalidData,
    };
}
