using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace Checkly.Tests;

/// <summary>
/// A server on loopback that does what no proper server does: it hangs, breaks off or speaks nonsense. It serves few
/// connections and stops with the test.
/// </summary>
public sealed class RawServer : IAsyncDisposable
{
    private const int MostConnections = 20;
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new(TimeSpan.FromSeconds(60));
    private readonly Task _serving;

    /// <param name="serve">Serves one connection on which a whole request has arrived.</param>
    /// <param name="tls">Whether to speak TLS, with a certificate that nobody trusts.</param>
    public RawServer(Func<Stream, CancellationToken, Task> serve, bool tls = false)
    {
        _listener.Start();
        Uri = new Uri($"{(tls ? "https" : "http")}://{_listener.LocalEndpoint}");
        _serving = ServeAsync(serve, tls);
    }

    public Uri Uri { get; }

    /// <summary>Set as soon as a whole request has arrived.</summary>
    public TaskCompletionSource RequestArrived { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Answers nothing, ever.</summary>
    public static Task Hang(Stream stream, CancellationToken stop) => Task.Delay(Timeout.Infinite, stop);

    /// <summary>Closes the connection without an answer.</summary>
    public static Task BreakOff(Stream stream, CancellationToken stop) => Task.CompletedTask;

    /// <summary>Sends a text, then ends the connection.</summary>
    public static Func<Stream, CancellationToken, Task> Say(string text) =>
        (stream, stop) => stream.WriteAsync(Encoding.UTF8.GetBytes(text), stop).AsTask();

    /// <summary>Sends a text, then nothing more.</summary>
    public static Func<Stream, CancellationToken, Task> SayAndHang(string text) => async (stream, stop) =>
    {
        await Say(text)(stream, stop);
        await Hang(stream, stop);
    };

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _serving;
        _listener.Stop();
        _stop.Dispose();
    }

    private async Task ServeAsync(Func<Stream, CancellationToken, Task> serve, bool tls)
    {
        for (int served = 0; served < MostConnections; served++)
        {
            try
            {
                using TcpClient connection = await _listener.AcceptTcpClientAsync(_stop.Token);
                await using Stream stream = tls ? await SpeakTlsAsync(connection) : connection.GetStream();
                await ReadRequestAsync(stream);
                RequestArrived.TrySetResult();
                await serve(stream, _stop.Token);
            }
            catch (Exception ended) when (ended is OperationCanceledException or IOException or SocketException or System.Security.Authentication.AuthenticationException)
            {
                if (_stop.IsCancellationRequested)
                {
                    return;
                }
            }
        }
    }

    private async Task<Stream> SpeakTlsAsync(TcpClient connection)
    {
        using var key = ECDsa.Create();
        var request = new CertificateRequest("CN=nobody", key, HashAlgorithmName.SHA256);
        using X509Certificate2 certificate = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        var stream = new SslStream(connection.GetStream());
        await stream.AuthenticateAsServerAsync(new SslServerAuthenticationOptions { ServerCertificate = certificate }, _stop.Token);
        return stream;
    }

    private async Task ReadRequestAsync(Stream stream)
    {
        var received = new StringBuilder();
        byte[] block = new byte[4096];
        int bodyStart;
        while ((bodyStart = received.ToString().IndexOf("\r\n\r\n", StringComparison.Ordinal)) < 0)
        {
            received.Append(Encoding.Latin1.GetString(block, 0, await ReadSomeAsync(stream, block)));
        }

        string head = received.ToString(0, bodyStart);
        int length = head.Split("\r\n")
            .Where(line => line.StartsWith("Content-Length:", StringComparison.OrdinalIgnoreCase))
            .Select(line => int.Parse(line["Content-Length:".Length..], System.Globalization.CultureInfo.InvariantCulture))
            .FirstOrDefault();
        while (received.Length < bodyStart + 4 + length)
        {
            received.Append(Encoding.Latin1.GetString(block, 0, await ReadSomeAsync(stream, block)));
        }
    }

    private async Task<int> ReadSomeAsync(Stream stream, byte[] block)
    {
        int count = await stream.ReadAsync(block, _stop.Token);
        return count > 0 ? count : throw new IOException("The client went away.");
    }
}
