using System.Net;
using System.Net.Sockets;
using System.Security.Authentication;

namespace Checkly;

/// <summary>Turns a failure to get any whole answer into the one exception, saying whether the request can have arrived.</summary>
internal static class TransportFailure
{
    public static ChecklyApiException TimedOut(ApiRequest request, TimeSpan timeout, Exception inner) =>
        Sent(request, ChecklyErrorKind.Timeout, $"There was no whole answer to {request.Summary} within {timeout.TotalSeconds:0.###} s.", inner);

    public static ChecklyApiException From(ApiRequest request, Uri baseUri, Exception failure)
    {
        string host = baseUri.Authority;
        var causes = Causes(failure).ToList();
        Exception innermost = causes[causes.Count - 1];

        if (causes.OfType<AuthenticationException>().Any() || HasWebStatus(causes, WebExceptionStatus.TrustFailure, WebExceptionStatus.SecureChannelFailure))
        {
            return NotSent(request, $"No secure connection to {host}: {innermost.Message.TrimEnd('.')}.", failure);
        }

        // A socket error under an IOException broke a connection that stood; without one it prevented the connection.
        SocketException? socket = causes.OfType<SocketException>().FirstOrDefault();
        bool neverConnected = socket is not null && !causes.OfType<IOException>().Any();
        if (neverConnected || HasWebStatus(causes, WebExceptionStatus.NameResolutionFailure, WebExceptionStatus.ConnectFailure))
        {
            string reason = socket?.SocketErrorCode switch
            {
                SocketError.HostNotFound or SocketError.NoData or SocketError.TryAgain => "the name could not be resolved",
                SocketError.ConnectionRefused => "the connection was refused",
                _ => innermost.Message.TrimEnd('.'),
            };
            return NotSent(request, $"No connection to {host}: {reason}.", failure);
        }

        return Sent(request, ChecklyErrorKind.ConnectionFailed, $"The connection to {host} broke before {request.Summary} was answered: {innermost.Message.TrimEnd('.')}.", failure);
    }

    private static ChecklyApiException NotSent(ApiRequest request, string message, Exception inner) =>
        new(ChecklyErrorKind.ConnectionFailed, DisplayText.Clean(message + " Nothing was sent."), inner) { Method = request.Method, Path = request.Path };

    private static ChecklyApiException Sent(ApiRequest request, ChecklyErrorKind kind, string message, Exception inner) =>
        new(kind, DisplayText.Clean(message + request.UnknownFate), inner)
        {
            Method = request.Method,
            Path = request.Path,
            MayHaveBeenCarriedOut = !request.IsRead,
        };

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
