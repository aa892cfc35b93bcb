using System.Net;
using System.Net.Sockets;

namespace Checkly.Sandbox;

/// <summary>
/// Serves a sandbox over HTTP on a port of 127.0.0.1, for programs outside this process. It does not use <see cref="HttpListener"/>,
/// which can neither break a connection, as the faults of a sandbox do, nor find a free port.
/// </summary>
public sealed class SandboxServer : IDisposable
{
    private const int MostConnections = 64;
    private static readonly TimeSpan LongestConnection = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan PauseAfterFailure = TimeSpan.FromMilliseconds(100);
    private readonly HttpMessageInvoker _sandbox;
    private readonly TcpListener _listener;
    private readonly SemaphoreSlim _slots = new(MostConnections);
    private readonly CancellationTokenSource _end = new();

    /// <summary>Begins to serve.</summary>
    /// <param name="sandbox">The sandbox, which its owner disposes of.</param>
    /// <param name="port">The port; 0 for any that is free.</param>
    /// <exception cref="SocketException">The port is taken, or may not be used.</exception>
    public SandboxServer(SandboxHandler sandbox, int port)
    {
        _sandbox = new HttpMessageInvoker(sandbox, disposeHandler: false);
        _listener = new TcpListener(IPAddress.Loopback, port) { ExclusiveAddressUse = true };
        _listener.Start();
        _ = ServeAsync();
    }

    /// <summary>The port.</summary>
    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>The address, without a slash at its end.</summary>
    public string Address => FormattableString.Invariant($"http://127.0.0.1:{Port}");

    /// <summary>Stops, and breaks the connections.</summary>
    public void Dispose()
    {
        // Not disposed of: the connections still use it, and without a timer it holds nothing.
        _end.Cancel();
        _listener.Stop();
    }

    private async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                await _slots.WaitAsync(_end.Token).ConfigureAwait(false);
                try
                {
                    _ = ServeAsync(await _listener.AcceptSocketAsync().ConfigureAwait(false));
                }
                catch (SocketException) when (!_end.IsCancellationRequested)
                {
                    // The program closed the connection before it was accepted, or this process has no file descriptor left.
                    _slots.Release();
                    await Task.Delay(PauseAfterFailure, _end.Token).ConfigureAwait(false);
                }
            }
        }
        catch (Exception ended) when (ended is OperationCanceledException or SocketException or ObjectDisposedException or InvalidOperationException)
        {
            // The server was stopped.
        }
    }

    private async Task ServeAsync(Socket socket)
    {
        try
        {
            using var connection = new SandboxConnection(socket, _sandbox);
            using var end = CancellationTokenSource.CreateLinkedTokenSource(_end.Token);
            end.CancelAfter(LongestConnection);
            using CancellationTokenRegistration late = end.Token.Register(connection.Dispose);
            await connection.ServeAsync(end.Token).ConfigureAwait(false);
        }
        finally
        {
            _slots.Release();
        }
    }
}
