using System.Net;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Reflection;
using System.Runtime.InteropServices;
using System.Security.Authentication;

namespace Checkly;

/// <summary>
/// The one way out and in: sends a request once and brings back a whole answer, or throws the one exception.
/// </summary>
internal sealed class HttpTransport : IDisposable
{
    // Far above any real answer (100 entries of a list are some 100 KB), far below what hurts a runbook's memory.
    internal const int LargestBody = 32 * 1024 * 1024;
    private static readonly MediaTypeWithQualityHeaderValue Json = new("application/json");
    private static readonly ProductInfoHeaderValue Product = new("Checkly-PowerShell", Assembly.GetExecutingAssembly().GetName().Version.ToString(3));
    // Which the contract of this build does not name.
    private const SslProtocols Tls13 = (SslProtocols)12288;
    private readonly HttpClient _http;
    private readonly ChecklyClientOptions _options;

    public HttpTransport(ChecklyClientOptions options)
    {
        _options = options;
        // Our own timeout covers reading the body as well, and can be told from Ctrl+C.
        _http = new HttpClient(options.Handler ?? CreateHandler(options)) { Timeout = Timeout.InfiniteTimeSpan };
        _http.DefaultRequestHeaders.ExpectContinue = false;
    }

    /// <summary>Sends a request once.</summary>
    /// <param name="request">The request.</param>
    /// <param name="timeout">How long it may take, from the first byte out to the last byte in.</param>
    /// <param name="trace">Follows how far it has got.</param>
    /// <param name="cancellationToken">Ends it at once.</param>
    public async Task<ApiAnswer> SendAsync(ApiRequest request, TimeSpan timeout, SendTrace trace, CancellationToken cancellationToken)
    {
        using CancellationTokenSource late = _options.Clock.CreateTimeout(timeout);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, late.Token);
        // A read has no content that would tell; nothing depends on it.
        trace.IsOut = request.IsRead;
        try
        {
            using HttpRequestMessage message = CreateMessage(request, trace);
            using HttpResponseMessage response = await _http.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, either.Token).ConfigureAwait(false);
            // A read that is under way does not look at the token on .NET Framework; closing the connection ends it.
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
            // The key would go along to wherever a redirect points.
            AllowAutoRedirect = false,
            UseCookies = false,
            AutomaticDecompression = DecompressionMethods.GZip | DecompressionMethods.Deflate,
            // Loopback is where plain http is accepted: a proxy of the environment must not get the key in clear.
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
            // A machine may allow older ones. macOS does not, and does not take the number of TLS 1.3 everywhere.
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
        // Joined as text: resolving against the base would drop a path in it.
        var uri = new Uri(_options.BaseUri.GetLeftPart(UriPartial.Path).TrimEnd('/') + request.Path);
        var message = new HttpRequestMessage(new HttpMethod(request.Method), uri) { Content = request.CreateContent(trace) };
        message.Headers.Accept.Add(Json);
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
