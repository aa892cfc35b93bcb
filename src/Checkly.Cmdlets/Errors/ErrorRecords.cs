using System.Management.Automation;
using System.Security.Authentication;

namespace Checkly;

/// <summary>
/// The one mapping from a failure to an error record. Error ids are <c>Checkly.</c> and the name of the kind. Category and
/// recommendation follow from facts, never from the wording of a message.
/// </summary>
internal static class ErrorRecords
{
    /// <summary>A request failed.</summary>
    /// <param name="command">The command that sent it.</param>
    /// <param name="failure">The failure, kept as the record's exception.</param>
    /// <param name="target">What the user gave, such as the incident's id.</param>
    /// <param name="next">What to do next, where that is not what a failure of this kind calls for.</param>
    public static ErrorRecord From(ChecklyCommand command, ChecklyApiException failure, object? target, string? next = null) =>
        Record(failure, Category(failure), target, next ?? Recommendation.For(command, failure));

    /// <summary>There is no session. Nothing was sent, or nothing but a question about the account.</summary>
    /// <param name="problem">Why.</param>
    /// <param name="target">What the user gave.</param>
    public static ErrorRecord From(SetupException problem, object? target) => Record(
        new ChecklyApiException(ChecklyErrorKind.NotConnected, problem.Message, problem.InnerException),
        problem.Problem is SetupProblem.Parameter or SetupProblem.Environment or SetupProblem.SeveralAccounts ? ErrorCategory.InvalidArgument : ErrorCategory.ConnectionError,
        target,
        Recommendation.For(problem.Problem));

    /// <summary>The cmdlet itself refuses what it was given.</summary>
    /// <param name="why">A full sentence that says what is wrong, and with what it would be right.</param>
    /// <param name="target">What the user gave.</param>
    public static ErrorRecord Refused(string why, object? target) => Record(
        new ChecklyApiException(ChecklyErrorKind.BadRequest, why), ErrorCategory.InvalidArgument, target, "Correct the command as the message says, and run it again.");

    /// <summary>What was asked for is not in what the API answered.</summary>
    /// <param name="why">A full sentence that names it.</param>
    /// <param name="target">What the user gave: a name or an id.</param>
    /// <param name="lister">The command that shows what there is.</param>
    public static ErrorRecord Missing(string why, object? target, string lister) => Record(
        new ChecklyApiException(ChecklyErrorKind.NotFound, why), ErrorCategory.ObjectNotFound, target, $"Run {lister} to see what there is.");

    /// <summary>A change that wants a confirmation where nobody can give one. It was not made.</summary>
    public static ErrorRecord CannotAsk(Exception nobody, object? target)
    {
        const string Message = "This command asks before it changes something, and there is nobody to ask here. Nothing was changed.";
        return new ErrorRecord(new PSInvalidOperationException(Message, nobody), "Checkly.CannotAsk", ErrorCategory.InvalidOperation, target)
        {
            ErrorDetails = new ErrorDetails(Message) { RecommendedAction = "Run it with -Confirm:$false to go ahead without being asked." },
        };
    }

    /// <summary>Whether a connection could not be made secure.</summary>
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

    private static ErrorRecord Record(ChecklyApiException failure, ErrorCategory category, object? target, string action) =>
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
        _ => ErrorCategory.InvalidData,
    };
}
