using System.Net;
using System.Net.Http;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Text.RegularExpressions;

namespace Checkly;

/// <summary>
/// Turns the failure of an attempt that got no complete answer into a <see cref="ChecklyApiException"/>, which says whether the
/// request may have reached the server.
/// </summary>
internal static class TransportFailure
{
    private static readonly Regex UserInformation = new(@"//[^/@\s']+@", RegexOptions.CultureInvariant);

    /// <summary>Creates the exception for an attempt that ran out of time.</summary>
    /// <param name="request">The request.</param>
    /// <param name="options">The options of the client.</param>
    /// <param name="timeout">The time that the attempt had.</param>
    /// <param name="isOut">Whether any part of the request may have reached the server.</param>
    /// <param name="inner">The failure.</param>
    public static ChecklyApiException TimedOut(ApiRequest request, ChecklyClientOptions options, TimeSpan timeout, bool isOut, Exception inner)
    {
        string time = FormattableString.Invariant($"within {timeout.TotalSeconds:0.###} s.");
        return isOut
            ? Sent(request, options, ChecklyErrorKind.Timeout, $"There was no whole answer to {request.Summary} {time}", inner)
            : NotSent(request, options, ChecklyErrorKind.Timeout, $"There was no connection to {options.BaseUri.Authority} {time}", inner);
    }

    /// <summary>Creates the exception for any other failure.</summary>
    /// <param name="request">The request.</param>
    /// <param name="options">The options of the client.</param>
    /// <param name="isOut">Whether any part of the request may have reached the server.</param>
    /// <param name="failure">The failure.</param>
    public static ChecklyApiException From(ApiRequest request, ChecklyClientOptions options, bool isOut, Exception failure)
    {
        string host = options.BaseUri.Authority;
        var causes = Causes(failure).ToList();
        string reason = Sentence(causes[causes.Count - 1].Message);
        if (isOut && !request.IsRead)
        {
            // The type of the failure proves nothing: an AuthenticationException may also come after the request was sent.
            return Lost();
        }

        if (causes.OfType<AuthenticationException>().Any()
            || Says(failure, "SecureConnectionError")
            || HasWebStatus(causes, WebExceptionStatus.TrustFailure, WebExceptionStatus.SecureChannelFailure))
        {
            return NotSent(request, options, ChecklyErrorKind.ConnectionFailed, $"No secure connection to {host}: {reason}", failure);
        }

        if (Says(failure, "ProxyTunnelError"))
        {
            return NotSent(request, options, ChecklyErrorKind.ConnectionFailed, $"No connection to {host}: the proxy refused it. {reason}", failure);
        }

        // A SocketException inside an IOException means that an established connection broke; alone, that none was established.
        SocketException? socket = causes.OfType<SocketException>().FirstOrDefault();
        bool neverConnected = socket is not null && !causes.OfType<IOException>().Any();
        if (neverConnected || Says(failure, "NameResolutionError") || Says(failure, "ConnectionError")
            || HasWebStatus(causes, WebExceptionStatus.NameResolutionFailure, WebExceptionStatus.ConnectFailure))
        {
            reason = socket?.SocketErrorCode switch
            {
                SocketError.HostNotFound or SocketError.NoData or SocketError.TryAgain => "the name could not be resolved.",
                SocketError.ConnectionRefused => "the connection was refused.",
                _ => reason,
            };
            return NotSent(request, options, ChecklyErrorKind.ConnectionFailed, $"No connection to {host}: {reason}", failure);
        }

        return isOut
            ? Lost()
            : NotSent(request, options, ChecklyErrorKind.ConnectionFailed, $"The connection to {host} broke before {request.Summary} went out: {reason}", failure);

        ChecklyApiException Lost() => Sent(request, options, ChecklyErrorKind.ConnectionFailed, $"The connection to {host} broke before {request.Summary} was answered: {reason}", failure);
    }

    /// <summary>Compares the property HttpRequestError, which .NET 8 and later have but netstandard2.0 does not.</summary>
    private static bool Says(Exception failure, string error) =>
        failure.GetType().GetProperty("HttpRequestError")?.GetValue(failure)?.ToString() == error;

    private static string Sentence(string message) => message.TrimEnd('.', '"', ' ') + ".";

    private static ChecklyApiException NotSent(ApiRequest request, ChecklyClientOptions options, ChecklyErrorKind kind, string reason, Exception inner) =>
        Create(request, options, kind, reason, wasSent: false, inner);

    private static ChecklyApiException Sent(ApiRequest request, ChecklyClientOptions options, ChecklyErrorKind kind, string reason, Exception inner) =>
        Create(request, options, kind, reason, wasSent: true, inner);

    private static ChecklyApiException Create(ApiRequest request, ChecklyClientOptions options, ChecklyErrorKind kind, string reason, bool wasSent, Exception inner)
    {
        bool isInDoubt = wasSent && !request.IsRead;
        return new ChecklyApiException(kind, Shown(reason, options.ApiKey), WithoutSecret(inner, options.ApiKey))
        {
            Method = request.Method,
            Path = request.Path,
            WasSent = wasSent,
            CouldNotConnect = !wasSent,
            WhereToLook = request.IsRead ? null : request.WhereToLook,
        }.After(1, isInDoubt);
    }

    private static string Shown(string text, ApiKey? key)
    {
        string clean = UserInformation.Replace(DisplayText.Clean(text), "//***@");
        return key?.Redact(clean) ?? clean;
    }

    /// <summary>
    /// Replaces an exception whose message holds a secret: the runtime quotes the address of a proxy with its user name and password,
    /// and the header line of an answer that it cannot parse.
    /// </summary>
    private static Exception WithoutSecret(Exception failure, ApiKey? key) =>
        Causes(failure).Any(cause => Shown(cause.Message, key) != cause.Message) ? new HttpRequestException(Shown(failure.Message, key)) : failure;

    private static bool HasWebStatus(IEnumerable<Exception> causes, params WebExceptionStatus[] statuses) =>
        causes.OfType<WebException>().Any(web => statuses.Contains(web.Status));

    private static IEnumerable<Exception> Causes(Exception failure)
    {
        for (Exception? cause = failure; cause is not null; cause = cause.InnerException)
        {
            yield return cause;
        }
    }
}
