using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Checkly.Benchmarks;

/// <summary>
/// A server on loopback that answers at once: every POST with 201 and an update, everything else with 200 and an empty object. Updates of
/// incidents whose ids begin with <see cref="SlowIds"/> are answered after 50 ms, as by a server that is far away. It runs in
/// a process of its own, so that its work and its memory are not measured, and ends when its standard input does.
/// </summary>
internal static class FastServer
{
    /// <summary>How the ids of incidents begin whose updates are answered late.</summary>
    public const string SlowIds = "50000000";

    private const int MostConnections = 64;
    private static readonly TimeSpan Slowness = TimeSpan.FromMilliseconds(50);
    private static readonly byte[] Created = Answer("201 Created", """{"id":"6a1b6a1e-8a53-4a3f-9d1e-0b8f3c1d2e4f","status":"RESOLVED","description":"All is well.","created_at":"2026-01-01T00:00:00.000Z"}""");
    private static readonly byte[] Ok = Answer("200 OK", "{}");

    /// <summary>Serves until standard input ends.</summary>
    /// <returns>The exit code.</returns>
    public static async Task<int> ServeAsync()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start(MostConnections);
        Console.WriteLine(((IPEndPoint)listener.LocalEndpoint).Port);
        using var slots = new SemaphoreSlim(MostConnections);
        using var end = new CancellationTokenSource();
        Task accepting = Task.Run(async () =>
        {
            while (true)
            {
                await slots.WaitAsync(end.Token).ConfigureAwait(false);
                Socket connection = await listener.AcceptSocketAsync(end.Token).ConfigureAwait(false);
                _ = Task.Run(() => AnswerAllAsync(connection, slots, end.Token));
            }
        });
        await Console.In.ReadToEndAsync().ConfigureAwait(false);
        await end.CancelAsync().ConfigureAwait(false);
        await accepting.ContinueWith(static _ => { }, TaskScheduler.Default).ConfigureAwait(false);
        return 0;
    }

    private static async Task AnswerAllAsync(Socket connection, SemaphoreSlim slots, CancellationToken cancel)
    {
        try
        {
            using (connection)
            {
                connection.NoDelay = true;
                byte[] buffer = new byte[64 * 1024];
                int held = 0;
                while (true)
                {
                    int end = buffer.AsSpan(0, held).IndexOf("\r\n\r\n"u8);
                    if (end >= 0)
                    {
                        string head = Encoding.ASCII.GetString(buffer, 0, end);
                        int whole = end + 4 + ContentLength(head);
                        if (held >= whole)
                        {
                            if (head.Contains($"/v1/incidents/{SlowIds}", StringComparison.Ordinal))
                            {
                                await Task.Delay(Slowness, cancel).ConfigureAwait(false);
                            }

                            await connection.SendAsync(head.StartsWith("POST", StringComparison.Ordinal) ? Created : Ok, cancel).ConfigureAwait(false);
                            buffer.AsSpan(whole, held - whole).CopyTo(buffer);
                            held -= whole;
                            continue;
                        }
                    }

                    int read = await connection.ReceiveAsync(buffer.AsMemory(held), cancel).ConfigureAwait(false);
                    if (read == 0)
                    {
                        return;
                    }

                    held += read;
                }
            }
        }
        catch (Exception gone) when (gone is SocketException or OperationCanceledException)
        {
            // The client has closed the connection, or the measurement is over.
        }
        finally
        {
            slots.Release();
        }
    }

    private static int ContentLength(string head)
    {
        const string Name = "content-length:";
        int at = head.IndexOf(Name, StringComparison.OrdinalIgnoreCase);
        return at < 0 ? 0 : int.Parse(head[(at + Name.Length)..].Split('\r')[0], System.Globalization.CultureInfo.InvariantCulture);
    }

    private static byte[] Answer(string status, string body) =>
        Encoding.UTF8.GetBytes($"HTTP/1.1 {status}\r\nContent-Type: application/json\r\nContent-Length: {Encoding.UTF8.GetByteCount(body)}\r\n\r\n{body}");
}
