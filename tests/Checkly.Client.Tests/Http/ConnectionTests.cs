using System.Net;
using System.Net.Sockets;
using System.Text;
using Checkly.Tests;

namespace Checkly.Client.Tests;

/// <summary>No whole answer: what is said, and whether the request can have arrived.</summary>
public sealed class ConnectionTests : ClientTest
{
    [Fact]
    public async Task A_refused_connection_has_sent_nothing()
    {
        // Bound and not listening: the port refuses every connection, and nobody else can take it.
        using var deaf = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        deaf.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        using ChecklyClient client = Connect(new Uri($"http://{deaf.LocalEndPoint}"));

        ChecklyApiException failure = await FailureOf(client, AnUpdate());

        AssertNotSent(failure, "the connection was refused");
        Assert.IsType<HttpRequestException>(failure.InnerException);
    }

    [Theory]
    [InlineData(SocketError.HostNotFound)]
    [InlineData(SocketError.NoData)]
    [InlineData(SocketError.TryAgain)]
    public async Task A_name_that_is_not_found_has_sent_nothing(SocketError error)
    {
        // What the runtime throws for such a name; no resolver is asked in a test.
        using ChecklyClient client = ThatThrows(new HttpRequestException("Name or service not known", new SocketException((int)error)));

        AssertNotSent(await FailureOf(client, AnUpdate()), "the name could not be resolved");
    }

    [Fact]
    public async Task On_windows_powershell_a_name_that_is_not_found_has_sent_nothing_either()
    {
        using ChecklyClient client = ThatThrows(new HttpRequestException("x", new WebException("The remote name could not be resolved", WebExceptionStatus.NameResolutionFailure)));

        AssertNotSent(await FailureOf(client, AnUpdate()), "The remote name could not be resolved");
    }

    [Fact]
    public async Task The_password_of_a_proxy_is_not_shown()
    {
        const string Runtime = "The proxy tunnel request to proxy 'http://user:secret@127.0.0.1:3128/' failed with status code '407'.\".";
        using ChecklyClient client = ThatThrows(new HttpRequestException(HttpRequestError.ProxyTunnelError, Runtime, new IOException(Runtime)));

        ChecklyApiException failure = await FailureOf(client, AnUpdate());

        AssertNotSent(failure, "the proxy refused it. The proxy tunnel request to proxy 'http://***@127.0.0.1:3128/' failed with status code '407'.");
        Assert.DoesNotContain("secret", failure.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_certificate_that_nobody_trusts_has_sent_nothing()
    {
        await using var server = new RawServer(RawServer.BreakOff, tls: true);
        using ChecklyClient client = Connect(server.Uri);

        AssertNotSent(await FailureOf(client, AnUpdate()), "No secure connection to 127.0.0.1:");
        Assert.False(server.RequestArrived.Task.IsCompleted);
    }

    [Fact]
    public async Task A_server_that_speaks_no_tls_has_got_nothing()
    {
        // It waits for a whole request, which a client that wants TLS never sends, then gives up.
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        using ChecklyClient client = Connect(new Uri($"https://{listener.LocalEndpoint}"));

        Task<ChecklyApiException> failing = FailureOf(client, AnUpdate());
        using TcpClient connection = await listener.AcceptTcpClientAsync(Cancel);
        await connection.GetStream().WriteAsync("HTTP/1.1 400 Bad Request\r\n\r\n"u8.ToArray(), Cancel);

        AssertNotSent(await failing, "No secure connection to");
    }

    [Fact]
    public async Task A_connection_that_breaks_after_the_request_leaves_a_write_open()
    {
        await using var server = new RawServer(RawServer.BreakOff);
        using ChecklyClient client = Connect(server.Uri);

        ChecklyApiException failure = await FailureOf(client, AnUpdate());

        Assert.Equal(ChecklyErrorKind.OutcomeUnknown, failure.Kind);
        Assert.Contains("It is not known whether it was carried out.", failure.Message, StringComparison.Ordinal);
        Assert.True(failure.MayHaveBeenCarriedOut);
    }

    [Fact]
    public async Task A_body_that_breaks_off_leaves_a_write_open()
    {
        await using var server = new RawServer(RawServer.Say("HTTP/1.1 201 Created\r\nContent-Type: application/json\r\nContent-Length: 500\r\n\r\n{\"id\":"));
        using ChecklyClient client = Connect(server.Uri);

        ChecklyApiException failure = await FailureOf(client, AnUpdate());

        Assert.Equal(ChecklyErrorKind.OutcomeUnknown, failure.Kind);
        Assert.True(failure.MayHaveBeenCarriedOut);
    }

    [Fact]
    public async Task A_read_that_breaks_off_has_changed_nothing()
    {
        await using var server = new RawServer(RawServer.BreakOff);
        using ChecklyClient client = Connect(server.Uri);

        ChecklyApiException failure = await FailureOf(client, IncidentRequests.Get(IncidentId));

        Assert.Equal(ChecklyErrorKind.ConnectionFailed, failure.Kind);
        Assert.False(failure.MayHaveBeenCarriedOut);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("HTTP/1.1 201 Created\r\nContent-Type: application/json\r\nContent-Length: 500\r\n\r\n{\"id\":")]
    public async Task The_timeout_covers_the_whole_answer(string? beginning)
    {
        var clock = new StandInClock();
        await using var server = new RawServer(async (stream, stop) =>
        {
            await stream.WriteAsync(Encoding.ASCII.GetBytes(beginning ?? string.Empty), stop);
            clock.Expire();
            await RawServer.Hang(stream, stop);
        });
        using var client = new ChecklyClient(Options(server.Uri, TimeSpan.FromSeconds(0.3)) with { Clock = clock });

        ChecklyApiException failure = await FailureOf(client, AnUpdate());

        Assert.Equal(ChecklyErrorKind.OutcomeUnknown, failure.Kind);
        Assert.Equal(ChecklyErrorKind.Timeout, Assert.IsType<ChecklyApiException>(failure.InnerException).Kind);
        Assert.Contains("within 0.3 s", failure.Message, StringComparison.Ordinal);
        Assert.True(failure.MayHaveBeenCarriedOut);
        Assert.Null(failure.StatusCode);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("HTTP/1.1 201 Created\r\nContent-Type: application/json\r\nContent-Length: 500\r\n\r\n{\"id\":")]
    public async Task Cancelling_ends_a_call_that_hangs(string? beginning)
    {
        await using var server = new RawServer(beginning is null ? RawServer.Hang : RawServer.SayAndHang(beginning));
        using ChecklyClient client = Connect(server.Uri);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancel);

        Task<IncidentUpdate[]> call = client.SendAsync(AnUpdate(), stop.Token);
        await server.RequestArrived.Task;
        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
    }

    [Fact]
    public async Task A_closed_client_says_so()
    {
        ChecklyClient client = Connect(new Uri("http://127.0.0.1:1"));
        client.Dispose();

        ChecklyApiException failure = await FailureOf(client, AnUpdate());

        Assert.Equal((ChecklyErrorKind.NotConnected, false), (failure.Kind, failure.MayHaveBeenCarriedOut));
        Assert.Contains("nothing was changed", failure.Message, StringComparison.Ordinal);
    }

    private static void AssertNotSent(ChecklyApiException failure, string reason)
    {
        Assert.Equal(ChecklyErrorKind.ConnectionFailed, failure.Kind);
        Assert.Contains(reason, failure.Message, StringComparison.Ordinal);
        Assert.EndsWith("Nothing was sent.", failure.Message, StringComparison.Ordinal);
        Assert.False(failure.MayHaveBeenCarriedOut);
        Assert.Null(failure.StatusCode);
    }

    private static ChecklyClient ThatThrows(Exception failure) =>
        new(Options(BaseAddress.Default) with { Handler = new ThrowingHandler(failure) });

    private sealed class ThrowingHandler(Exception failure) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromException<HttpResponseMessage>(failure);
    }
}
