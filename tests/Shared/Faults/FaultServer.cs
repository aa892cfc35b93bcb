using System.Net;
using System.Net.Sockets;

namespace Checkly.Tests;

/// <summary>
/// An API on real sockets on loopback that fails as it is told, and counts what it has really done:
/// <c>POST /v1/incidents/{id}/updates</c> and <c>GET /v1/incidents/{id}</c>. It stops with the test, and by itself after half
/// an hour.
/// </summary>
public sealed class FaultServer : IAsyncDisposable
{
    private readonly CancellationTokenSource _stop = new(TimeSpan.FromMinutes(30));
    private readonly FaultSchedule _schedule;
    private readonly IFaultTime _time;
    private readonly ServerHabits _habits;
    private readonly object _gate = new();
    private readonly List<Task> _serving = [];
    private TcpListener _listener;
    private WireFault _next;

    public FaultServer(FaultSchedule schedule, IFaultTime time, ServerHabits? habits = null)
    {
        _schedule = schedule;
        _time = time;
        _habits = habits ?? new ServerHabits();
        Store = new UpdateStore(time, _habits);
        _listener = Listen(0);
        _next = NextFault();
        Uri = new Uri($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}");
    }

    public Uri Uri { get; }

    public UpdateStore Store { get; }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        Task[] serving;
        lock (_gate)
        {
            _listener.Stop();
            serving = [.. _serving];
        }

        await Task.WhenAll(serving);
        _stop.Dispose();
    }

    private TcpListener Listen(int port)
    {
        var listener = new TcpListener(IPAddress.Loopback, port);
        listener.Server.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ReuseAddress, true);
        listener.Start();
        lock (_gate)
        {
            _serving.Add(AcceptAsync(listener));
        }

        return listener;
    }

    private async Task AcceptAsync(TcpListener listener)
    {
        try
        {
            while (!_stop.IsCancellationRequested)
            {
                Socket socket = await listener.AcceptSocketAsync(_stop.Token);
                lock (_gate)
                {
                    _serving.RemoveAll(task => task.IsCompleted);
                    _serving.Add(Task.Run(() => ServeAsync(socket)));
                }
            }
        }
        catch (Exception ended) when (ended is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // Stopped, or closed for a while.
        }
    }

    private async Task ServeAsync(Socket socket)
    {
        using (socket)
        {
            try
            {
                socket.NoDelay = true;
                var connection = new FaultConnection(socket, _stop.Token);
                while (await connection.ReadRequestAsync() is { } request && await AnswerAsync(connection, request))
                {
                }
            }
            catch (Exception ended) when (ended is OperationCanceledException or SocketException or IOException or ObjectDisposedException)
            {
                // The client went away, or the test is over.
            }
        }
    }

    /// <returns>Whether the connection stays open.</returns>
    private async Task<bool> AnswerAsync(FaultConnection connection, FaultRequest request)
    {
        _time.Pass();
        WireFault fault;
        bool closes;
        lock (_gate)
        {
            fault = _next;
            _next = _schedule.Next();
            closes = _next == WireFault.Refuse;
            if (closes)
            {
                // The next request finds nobody until the client has waited.
                _next = NextFault();
                _listener.Stop();
                _time.After(TimeSpan.FromMilliseconds(50), Reopen);
            }
        }

        return await new FaultAnswer(connection, request, Store, _time, _habits, closes).SendAsync(fault) && !closes;
    }

    /// <summary>The next fault that a request can meet which has found the server.</summary>
    private WireFault NextFault() => _schedule.Next() is var fault && fault == WireFault.Refuse ? WireFault.None : fault;

    private void Reopen()
    {
        lock (_gate)
        {
            if (!_stop.IsCancellationRequested && !_listener.Server.IsBound)
            {
                _listener = Listen(Uri.Port);
            }
        }
    }
}
