using System.Management.Automation;
using System.Reflection;
using Checkly.Commands;

namespace Checkly;

/// <summary>
/// Recommends what to do after an error, beyond what its message says. The recommendation depends on the kind of the failure and on the
/// command: it never names a parameter that the command does not have.
/// </summary>
internal static class Recommendation
{
    private const string Address = "the address of the API (-BaseUri of Connect-Checkly, or CHECKLY_API_URL)";

    /// <summary>What to do when a request failed; <see langword="null"/> when the message says it all.</summary>
    public static string? For(ChecklyCommand command, ChecklyApiException failure)
    {
        bool connects = command is ConnectChecklyCommand;
        bool takesPath = command is InvokeChecklyApiCommand;
        return failure.Kind switch
        {
            ChecklyErrorKind.NotConnected => For(command, SetupProblem.LostSession),
            ChecklyErrorKind.BadRequest when connects => $"Check {Address} and the account id.",
            ChecklyErrorKind.BadRequest => HasWhatIf(command) && failure.Method != "GET" ? "Run the command with -WhatIf to see the request without sending it." : null,
            ChecklyErrorKind.Unauthorized =>
                "Check the API key, and that it belongs to this account: https://app.checklyhq.com/settings/user/api-keys. Then run Connect-Checkly again.",
            ChecklyErrorKind.PaymentRequired => "The account's plan does not include this; see https://app.checklyhq.com/settings/account/billing.",
            ChecklyErrorKind.Forbidden when connects => "Use an API key whose owner is a member of this account, or another account id.",
            ChecklyErrorKind.Forbidden => "Use an API key whose owner may do this in this account; Get-ChecklySession shows the account in use.",
            ChecklyErrorKind.NotFound when connects => $"Check {Address}.",
            ChecklyErrorKind.NotFound when takesPath =>
                "Check the path and the ids in it, and that they belong to the account that Get-ChecklySession shows; Tab completes the paths of the API.",
            ChecklyErrorKind.NotFound when (command as ChecklySessionCommand)?.Mistaken(failure) is { } mistaken => mistaken,
            ChecklyErrorKind.NotFound => "Check the id or the name, and that it belongs to the account that Get-ChecklySession shows.",
            ChecklyErrorKind.Conflict => Conflict(failure),
            ChecklyErrorKind.RateLimited => (failure.MayHaveBeenCarriedOut ? $"{LookFirst(command, failure)} " : NothingChanged(failure)) + ComeBack(failure),
            ChecklyErrorKind.ServerError when failure is { RetryAfter: not null, MayHaveBeenCarriedOut: false } => NothingChanged(failure) + ComeBack(failure),
            ChecklyErrorKind.ServerError when failure is { StatusCode: 501, MayHaveBeenCarriedOut: false } =>
                !takesPath ? $"This server does not have the operation: check {Address}."
                : ApiOperations.Find(failure.Method!, failure.Path!) is null ? "Check the method and the path; Tab completes the paths of the API."
                : "The API has this operation, and this server, such as the sandbox, does not: connect to an account, or mock the command.",
            ChecklyErrorKind.ServerError => LookFirst(command, failure),
            ChecklyErrorKind.OutcomeUnknown => LookFirst(command, failure) + (failure.RetryAfter is null ? string.Empty : $" {ComeBack(failure)}"),
            ChecklyErrorKind.ConnectionFailed when failure.StatusCode == 407 =>
                $"Give Connect-Checkly the user name and the password of the proxy with -ProxyCredential. {LookFirst(command, failure)}",
            ChecklyErrorKind.ConnectionFailed when ErrorRecords.IsTls(failure) =>
                $"Check the server's certificate, this machine's clock and trusted roots, and whether a proxy decrypts connections (-Proxy of Connect-Checkly). {LookFirst(command, failure)}",
            ChecklyErrorKind.ConnectionFailed => $"Check the network, {Address}, and the proxy (-Proxy of Connect-Checkly). {LookFirst(command, failure)}",
            ChecklyErrorKind.CheckFailed => null,
            ChecklyErrorKind.Timeout => $"{LookFirst(command, failure)} Connect-Checkly -TimeoutSec allows more time.",
            _ => $"Check {Address}, and that no proxy or sign-in page answers in its place. {LookFirst(command, failure)}",
        };
    }

    /// <summary>What to do when there is no session; <see langword="null"/> when the message says it all.</summary>
    public static string? For(ChecklyCommand command, SetupProblem problem) => problem switch
    {
        SetupProblem.NoCredentials when command is StartChecklySandboxCommand => "Run Connect-Checkly -Sandbox first.",
        SetupProblem.Parameter => null,
        SetupProblem.Environment => "Correct or remove the environment variable or the login of the Checkly CLI that the message names; or run Connect-Checkly with -ApiKey, -AccountId and -BaseUri, which take precedence.",
        SetupProblem.GivenSession => "Give -Session what Connect-Checkly -PassThru returns, or leave it out to use the session of this runspace.",
        SetupProblem.LostSession => "Run Connect-Checkly for the account that you mean. Run Disconnect-Checkly instead only if you mean the account of the environment variable CHECKLY_API_KEY.",
        SetupProblem.Worker => "Take $session = Get-ChecklySession before the loop, and give each cmdlet in it -Session $using:session.",
        SetupProblem.NoAccount => "Use an API key whose owner is a member of an account.",
        SetupProblem.SeveralAccounts => "Run Connect-Checkly -AccountId with one of the ids in the message, or set CHECKLY_ACCOUNT_ID to it.",
        _ => "Run Connect-Checkly with an API key, or set CHECKLY_API_KEY, and CHECKLY_ACCOUNT_ID too if the key can use several accounts; Connect-Checkly -Sandbox needs neither.",
    };

    private static bool HasWhatIf(ChecklyCommand command) => command.GetType().GetCustomAttribute<CmdletAttribute>()?.SupportsShouldProcess == true;

    private static string Conflict(ChecklyApiException failure) => failure.Method switch
    {
        "POST" => "Something with this name or id is there already; read it and change that one.",
        "PUT" or "PATCH" => "Something else has this name or id already, or it was changed by somebody else: read both, and choose another value.",
        _ => "Read it again to see what stands in the way.",
    };

    private static string NothingChanged(ChecklyApiException failure) => failure.Method == "GET" ? string.Empty : "Nothing was changed. ";

    private static string LookFirst(ChecklyCommand command, ChecklyApiException failure) => !failure.MayHaveBeenCarriedOut ? "Run the command again."
        : failure.Method is "PUT" or "PATCH" or "DELETE" ? "It may have been carried out. Run the command again: carried out twice, it has the same effect as once."
        : failure.WhereToLook is { } place ? $"It may have been carried out: look at {place}{(Lookup(command, failure) is { } lookup ? $" ({lookup})" : string.Empty)} before you run the command again."
        : "It may have been carried out: look before you run the command again.";

    /// <summary>The command that shows what a POST makes; <see langword="null"/> when there is none.</summary>
    private static string? Lookup(ChecklyCommand command, ChecklyApiException failure)
    {
        string? noun = command.GetType().GetCustomAttribute<CmdletAttribute>()?.NounName;
        string ids = ChangedThing.Of("POST", failure.Path ?? string.Empty)?.Ids ?? string.Empty;
        // The API has no list of the incidents of dashboards.
        return typeof(Recommendation).Assembly.GetType($"Checkly.Commands.Get{noun}Command") is { } get && (get != typeof(GetChecklyIncidentCommand) || ids.Length > 0)
            ? $"Get-{noun} {ids}".TrimEnd()
            : null;
    }

    private static string ComeBack(ChecklyApiException failure) => failure.RetryAfter is { } wait && wait > TimeSpan.Zero
        ? $"Run the command again in {Math.Ceiling(wait.TotalSeconds):0} s, as the server asks."
        : "Run the command again in a minute; the API takes 600 requests in 60 s, and fewer for some operations.";
}
