using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace Checkly.Tests;

/// <summary>A connection of the fault server, as bytes.</summary>
public sealed class FaultConnection(Socket socket, CancellationToken stop)
{
    private const int LargestRequest = 100_000;
    private readonly byte[] _buffer = new byte[LargestRequest];
    private int _length;

    /// <summary>The next request; none when the client has closed the connection.</summary>
    public async Task<FaultRequest?> ReadRequestAsync()
    {
        int head;
        while ((head = _buffer.AsSpan(0, _length).IndexOf("\r\n\r\n"u8)) < 0)
        {
            if (!await ReadSomeAsync())
            {
                return null;
            }
        }

        string[] lines = Encoding.ASCII.GetString(_buffer, 0, head).Split("\r\n");
        int size = lines
            .Where(line => line.StartsWith("Content-Length:", StringComparison.OrdinalIgnoreCase))
            .Select(line => int.Parse(line["Content-Length:".Length..], CultureInfo.InvariantCulture))
            .FirstOrDefault();
        int end = head + 4 + size;
        while (_length < end)
        {
            if (!await ReadSomeAsync())
            {
                return null;
            }
        }

        byte[] body = _buffer[(head + 4)..end];
        Array.Copy(_buffer, end, _buffer, 0, _length -= end);
        string[] first = lines[0].Split(' ');
        return new FaultRequest(first[0], first[1], body);
    }

    public async Task WriteAsync(ReadOnlyMemory<byte> bytes)
    {
        while (bytes.Length > 0)
        {
            bytes = bytes[await socket.SendAsync(bytes, stop)..];
        }
    }

    /// <summary>Waits until the client gives up.</summary>
    public async Task WaitForTheEndAsync()
    {
        while (await ReadSomeAsync())
        {
        }
    }

    /// <summary>Breaks the connection so that the other side is told with a reset.</summary>
    public void Reset()
    {
        socket.LingerState = new LingerOption(true, 0);
        socket.Close();
    }

    private async Task<bool> ReadSomeAsync()
    {
        int count = await socket.ReceiveAsync(_buffer.AsMemory(_length), stop);
        _length += count;
        return count > 0;
    }
}
