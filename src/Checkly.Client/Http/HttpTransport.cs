using System.Net;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Reflection;
using System.Runtime.InteropServices;
using System.Security.Authentication;

namespace Checkly;

/// <summary>
/// Sends a request once over HTTP and reads the complete answer. It throws a <see cref="ChecklyApiException"/> when there is none.
/// </summary>
internal sealed class HttpTransport : IDisposable
{
    // Far larger than any real answer (100 entries of a list have about 100 KB), and still harmless for the memory of a runbook.
    internal const int LargestBody = 32 * 1024 * 1024;
    private static readonly MediaTypeWithQualityHeaderValue Json = new("application/json");
    private static readonly MediaTypeWithQualityHeaderValue Anything = new("*/*", 0.5);
    private static readonly ProductInfoHeaderValue Product = new("Checkly-PowerShell", Assembly.GetExecutingAssembly().GetName().Version.ToString(3));
    // netstandard2.0 has no name for it.
    private const SslProtocols Tls13 = (SslProtocols)12288;
    private readonly HttpClient _http;
    private readonly ChecklyClientOptions _options;

    public HttpTransport(ChecklyClientOptions options)
    {
        _options = options;
        // SendAsync has its own timeout, which also covers the body and can be distinguished from Ctrl+C.
        _http = new HttpClient(options.Handler ?? CreateHandler(options)) { Timeout = Timeout.InfiniteTimeSpan };
        _http.DefaultRequestHeaders.ExpectContinue = false;
    }

    /// <summary>Sends a request once.</summary>
    /// <param name="request">The request.</param>
    /// <param name="timeout">How long the attempt may take, from the first byte sent to the last byte received.</param>
    /// <param name="trace">Records whether the request may have reached the server.</param>
    /// <param name="cancellationToken">Cancels the attempt at once.</param>
    public async Task<ApiAnswer> SendAsync(ApiRequest request, TimeSpan timeout, SendTrace trace, CancellationToken cancellationToken)
    {
        using CancellationTokenSource late = _options.Clock.CreateTimeout(timeout);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, late.Token);
        // A GET has no content that could record it, and nothing depends on it.
        trace.IsOut = request.IsRead;
        try
        {
            using HttpRequestMessage message = CreateMessage(request, trace);
            using HttpResponseMessage response = await _http.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, either.Token).ConfigureAwait(false);
            // On .NET Framework a read in progress ignores the token; closing the response ends it.
            using CancellationTokenRegistration abort = either.Token.Register(response.Dispose);
            (ReadOnlyMemory<byte> body, bool isCut) = await ReadBodyAsync(response, either.Token).ConfigureAwait(false);
            trace.IsOut = false;
            return new ApiAnswer(response, body, isCut, _options.ApiKey);
        }
        catch (Exception failure) when (failure is OperationCanceledException or HttpRequestException or IOException or InvalidDataException or ObjectDisposedException)
        {
            cancellationToken.ThrowIfCancellationRequested();
            throw either.IsCancellationRequested
                ? TransportFailure.TimedOut(request, _options, timeout, trace.IsOut, failure)
                : TransportFailure.From(request, _options, trace.IsOut, failure);
        }
    }

    public void Dispose() => _http.Dispose();

    private static HttpClientHandler CreateHandler(ChecklyClientOptions options)
    {
        var handler = new HttpClientHandler
        {
            // A redirect would send the key to another address.
            AllowAutoRedirect = false,
            UseCookies = false,
            AutomaticDecompression = DecompressionMethods.GZip | DecompressionMethods.Deflate,
            // Plain http is accepted for loopback addresses, so that a proxy of the environment must not see these requests.
            UseProxy = options.Proxy is not null || !options.BaseUri.IsLoopback,
            DefaultProxyCredentials = options.ProxyCredential,
        };
        if (options.Proxy is not null)
        {
            handler.Proxy = new WebProxy(options.Proxy) { Credentials = options.ProxyCredential };
        }

        if (DesktopHttp.IsDesktop)
        {
            DesktopHttp.Prepare(handler);
        }
        else if (!RuntimeInformation.IsOSPlatform(OSPlatform.OSX))
        {
            // Excludes older versions that a machine may allow. macOS allows none, and rejects the value of TLS 1.3 in places.
            handler.SslProtocols = SslProtocols.Tls12 | Tls13;
        }

        return handler;
    }

    private static async Task<(ReadOnlyMemory<byte> Body, bool IsCut)> ReadBodyAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        if (response.Content is null)
        {
            return default;
        }

        using Stream stream = await response.Content.ReadAsStreamAsync().ConfigureAwait(false);
        using var body = new MemoryStream();
        byte[] block = new byte[16 * 1024];
        int count;
        while ((count = await stream.ReadAsync(block, 0, block.Length, cancellationToken).ConfigureAwait(false)) > 0)
        {
            body.Write(block, 0, count);
            if (body.Length > LargestBody)
            {
                return (body.ToArray(), true);
            }
        }

        return (body.ToArray(), false);
    }

    private HttpRequestMessage CreateMessage(ApiRequest request, SendTrace trace)
    {
        // Joined as text, since resolving the path against the base address would drop a path in that address.
        var uri = new Uri(_options.BaseUri.GetLeftPart(UriPartial.Path).TrimEnd('/') + request.Path);
        var message = new HttpRequestMessage(new HttpMethod(request.Method), uri) { Content = request.CreateContent(trace) };
        message.Headers.Accept.Add(Json);
        if (request.TakesAnything)
        {
            message.Headers.Accept.Add(Anything);
        }

        message.Headers.UserAgent.Add(Product);
        if (request.WantsFreshAnswer)
        {
            message.Headers.CacheControl = new CacheControlHeaderValue { NoCache = true };
        }

        message.Headers.Authorization = _options.ApiKey?.ToHeader();
        if (_options.AccountId is not null)
        {
            message.Headers.Add("x-checkly-account", _options.AccountId);
        }

        return message;
    }
}
