using System.Net;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Reflection;
using System.Runtime.InteropServices;
using System.Security.Authentication;

namespace Checkly;

/// <summary>
/// Sends a request once over HTTP and reads the complete answer. It throws a <see cref="ChecklyApiException"/> when there is none.
/// </summary>
internal sealed class HttpTransport : IDisposable
{
    // Far larger than any real answer (a page of 100 entries has about 100 KB), and small enough for the memory of an Azure Automation runbook.
    internal const int LargestBody = 32 * 1024 * 1024;
    private const int FirstBlock = 4 * 1024;
    private const int LargestBlock = 64 * 1024;
    private const string Json = "application/json";
    private static readonly string Product = $"Checkly-PowerShell/{Assembly.GetExecutingAssembly().GetName().Version.ToString(3)}";
    // netstandard2.0 has no name for it.
    private const SslProtocols Tls13 = (SslProtocols)12288;
    private readonly HttpClient _http;
    private readonly string _base;
    private readonly ChecklyClientOptions _options;

    public HttpTransport(ChecklyClientOptions options)
    {
        _options = options;
        // SendAsync has its own timeout, which also covers the body and can be distinguished from Ctrl+C.
        _http = new HttpClient(options.Handler ?? CreateHandler(options)) { Timeout = Timeout.InfiniteTimeSpan };
        // Not validated: the framework copies default headers to each request, and copies raw texts faster than parsed values.
        _http.DefaultRequestHeaders.TryAddWithoutValidation("Accept", Json);
        _http.DefaultRequestHeaders.TryAddWithoutValidation("User-Agent", Product);
        if (DesktopHttp.IsDesktop)
        {
            _http.DefaultRequestHeaders.ExpectContinue = false;
        }

        if (options.AccountId is not null)
        {
            _http.DefaultRequestHeaders.Add("x-checkly-account", options.AccountId);
        }

        // Joined as text, since resolving a path against the base address would drop a path in that address.
        _base = options.BaseUri.GetLeftPart(UriPartial.Path).TrimEnd('/');
    }

    /// <summary>Sends a request once.</summary>
    /// <param name="request">The request.</param>
    /// <param name="timeout">How long the attempt may take, from the first byte sent to the last byte received.</param>
    /// <param name="trace">Records whether the request may have reached the server.</param>
    /// <param name="cancellationToken">Cancels the attempt at once.</param>
    public async Task<ApiAnswer> SendAsync(ApiRequest request, TimeSpan timeout, SendTrace trace, CancellationToken cancellationToken)
    {
        using CancellationTokenSource late = _options.Clock.CreateTimeout(timeout);
        using CancellationTokenRegistration stop = cancellationToken.Register(static late => ((CancellationTokenSource)late).Cancel(), late);
        trace.IsOut = false;
        // A GET has no body that could record when it is written. It counts as sent at once; nothing depends on the difference.
        trace.IsOut = request.IsRead;
        try
        {
            using HttpRequestMessage message = CreateMessage(request, trace);
            using HttpResponseMessage response = await _http.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, late.Token).ConfigureAwait(false);
            // On .NET Framework a read in progress ignores the token; closing the response ends it.
            using CancellationTokenRegistration abort = DesktopHttp.IsDesktop ? late.Token.Register(response.Dispose) : default;
            ApiAnswer answer = await ReadAsync(response, late.Token).ConfigureAwait(false);
            trace.IsOut = false;
            return answer;
        }
        // The framework lets a SocketException through when a connection breaks at the moment at which it is made.
        catch (Exception failure) when (failure is OperationCanceledException or HttpRequestException or SocketException or IOException or InvalidDataException or ObjectDisposedException)
        {
            cancellationToken.ThrowIfCancellationRequested();
            throw late.IsCancellationRequested
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
            // Requests to a loopback address may be unencrypted, so a proxy that the environment configures must not see them.
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
            // Excludes the older versions that a machine may still allow. macOS allows none of them, and may reject Tls13.
            handler.SslProtocols = SslProtocols.Tls12 | Tls13;
        }

        return handler;
    }

    private async Task<ApiAnswer> ReadAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        if (response.Content is null)
        {
            return new ApiAnswer(response, default, isCut: false, _options.ApiKey);
        }

        using Stream stream = await response.Content.ReadAsStreamAsync().ConfigureAwait(false);
        // Most answers are small, and need no more than their own length.
        long? length = response.Content.Headers.ContentLength;
        bool isKnown = length is > 0 and <= LargestBlock;
        byte[] body = new byte[isKnown ? length!.Value : FirstBlock];
        int count = 0;
        while (count < body.Length || !isKnown)
        {
            if (count > LargestBody)
            {
                return new ApiAnswer(response, body.AsMemory(0, count), isCut: true, _options.ApiKey);
            }

            if (count == body.Length)
            {
                Array.Resize(ref body, Math.Min(2 * body.Length, LargestBody + 1));
            }

            int read = await stream.ReadAsync(body, count, body.Length - count, cancellationToken).ConfigureAwait(false);
            if (read == 0)
            {
                break;
            }

            count += read;
        }

        return new ApiAnswer(response, body.AsMemory(0, count), isCut: false, _options.ApiKey);
    }

    private HttpRequestMessage CreateMessage(ApiRequest request, SendTrace trace)
    {
        var message = new HttpRequestMessage(request.HttpMethod, new Uri(_base + request.Path)) { Content = request.CreateContent(trace) };
        if (request.TakesAnything)
        {
            message.Headers.TryAddWithoutValidation("Accept", $"{Json}, */*; q=0.5");
        }

        if (request.WantsFreshAnswer)
        {
            message.Headers.CacheControl = new CacheControlHeaderValue { NoCache = true };
        }

        message.Headers.Authorization = _options.ApiKey?.ToHeader();
        return message;
    }
}
