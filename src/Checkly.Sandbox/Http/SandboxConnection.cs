using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Checkly.Sandbox;

/// <summary>One connection of a <see cref="SandboxServer"/>, for one request in HTTP/1.1.</summary>
/// <param name="socket">The connection, which this object owns.</param>
/// <param name="sandbox">Answers the request.</param>
internal sealed class SandboxConnection(Socket socket, HttpMessageInvoker sandbox) : IDisposable
{
    // The official CLI asks here for the account when it signs in; the API proper has the same under /v1.
    private const string SignIn = "/next/accounts";
    private const string Accounts = "/v1/accounts";
    private const int LongestLine = 16 * 1024;
    private const int MostHeaders = 200;
    private const int LargestBody = 16 * 1024 * 1024;

    // A program that sends no more may still wait for its answer; one that has gone looks the same.
    private static readonly TimeSpan HalfClosed = TimeSpan.FromSeconds(1);
    private static readonly Encoding Latin1 = Encoding.GetEncoding(28591);
    private readonly NetworkStream _stream = new(socket, ownsSocket: true);
    private readonly byte[] _buffer = new byte[LongestLine];
    private int _start;
    private int _end;

    /// <summary>Answers the request, or breaks the connection.</summary>
    /// <param name="cancellationToken">Ends an answer that takes its time.</param>
    public async Task ServeAsync(CancellationToken cancellationToken)
    {
        try
        {
            socket.NoDelay = true;
            if (await FillAsync().ConfigureAwait(false))
            {
                await AnswerAsync(await ReadLineAsync().ConfigureAwait(false), cancellationToken).ConfigureAwait(false);
            }
        }
        catch (Exception broken) when (broken is FormatException or OverflowException or ArgumentException)
        {
            await RefuseAsync().ConfigureAwait(false);
        }
        catch (Exception broken) when (broken is HttpRequestException or IOException or OperationCanceledException or SocketException or ObjectDisposedException or InvalidOperationException)
        {
            // A fault that the sandbox was told to play, a program that has gone, or the end of the server.
            Break();
        }
    }

    public void Dispose() => _stream.Dispose();

    /// <summary>Reads the rest of a request, and answers it.</summary>
    private async Task AnswerAsync(string line, CancellationToken cancellationToken)
    {
        string[] parts = line.Split(' ');
        string path = parts.Length == 3 && parts[1].StartsWith("/", StringComparison.Ordinal) ? parts[1] : throw new FormatException("This is no request.");
        path = path.StartsWith(SignIn, StringComparison.Ordinal) ? Accounts + path.Substring(SignIn.Length) : path;
        using var request = new HttpRequestMessage(new HttpMethod(parts[0]), "http://127.0.0.1" + path);
        List<(string Name, string Value)> headers = await ReadHeadersAsync().ConfigureAwait(false);
        string? Header(string name) => headers.Find(header => header.Name.Equals(name, StringComparison.OrdinalIgnoreCase)).Value;
        if (Header("Host") is not { } host || !Uri.TryCreate($"http://{host}", UriKind.Absolute, out Uri? asked) || !asked.IsLoopback)
        {
            // A web page whose name leads here is to change nothing.
            throw new FormatException("The request is for another host.");
        }

        if (Header("Expect") is not null)
        {
            await WriteAsync("HTTP/1.1 100 Continue\r\n\r\n").ConfigureAwait(false);
        }

        bool isChunked = Header("Transfer-Encoding")?.EndsWith("chunked", StringComparison.OrdinalIgnoreCase) == true;
        request.Content = new ByteArrayContent(isChunked
            ? await ReadChunksAsync().ConfigureAwait(false)
            : await ReadBytesAsync(int.Parse(Header("Content-Length") ?? "0", NumberStyles.None, CultureInfo.InvariantCulture)).ConfigureAwait(false));
        foreach ((string name, string value) in headers)
        {
            if (!request.Headers.TryAddWithoutValidation(name, value))
            {
                request.Content.Headers.TryAddWithoutValidation(name, value);
            }
        }

        using var gone = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        Task<HttpResponseMessage> answering = sandbox.SendAsync(request, gone.Token);
        if (await Task.WhenAny(answering, WaitUntilGoneAsync()).ConfigureAwait(false) != answering)
        {
            gone.Cancel();
        }

        using HttpResponseMessage answer = await answering.ConfigureAwait(false);
        await WriteAsync(answer, request.Method == HttpMethod.Head, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Waits until the other side sends no more, and then a little longer.</summary>
    private async Task WaitUntilGoneAsync()
    {
        try
        {
            byte[] ignored = new byte[1];
            while (await _stream.ReadAsync(ignored, 0, 1).ConfigureAwait(false) > 0)
            {
            }
        }
        catch (Exception lost) when (lost is IOException or ObjectDisposedException)
        {
            // It is gone, or has got its answer.
        }

        await Task.Delay(HalfClosed).ConfigureAwait(false);
    }

    private async Task WriteAsync(HttpResponseMessage answer, bool isHead, CancellationToken cancellationToken)
    {
        long? length = answer.Content is null ? 0 : answer.Content.Headers.ContentLength;
        IEnumerable<string> headers = answer.Headers.Concat(answer.Content?.Headers ?? Enumerable.Empty<KeyValuePair<string, IEnumerable<string>>>())
            .Where(header => header.Key != "Content-Length")
            .Select(header => $"{header.Key}: {string.Join(", ", header.Value)}\r\n");
        string frame = answer.StatusCode == HttpStatusCode.NoContent ? string.Empty
            : length is null ? "Transfer-Encoding: chunked\r\n"
            : FormattableString.Invariant($"Content-Length: {length}\r\n");
        await WriteAsync(FormattableString.Invariant($"HTTP/1.1 {(int)answer.StatusCode} {answer.ReasonPhrase}\r\n{string.Concat(headers)}{frame}Connection: close\r\n\r\n")).ConfigureAwait(false);
        if (isHead || answer.StatusCode == HttpStatusCode.NoContent)
        {
            return;
        }

        if (length is null)
        {
            await WriteChunksAsync(answer.Content!, cancellationToken).ConfigureAwait(false);
        }
        else if (length > 0)
        {
            await answer.Content!.CopyToAsync(_stream).ConfigureAwait(false);
        }
    }

    private async Task WriteChunksAsync(HttpContent content, CancellationToken cancellationToken)
    {
        using Stream body = await content.ReadAsStreamAsync().ConfigureAwait(false);
        byte[] slice = new byte[LongestLine];
        int length;
        do
        {
            // Each slice goes out at once: a body that trickles is to trickle.
            length = await body.ReadAsync(slice, 0, slice.Length, cancellationToken).ConfigureAwait(false);
            await WriteAsync(FormattableString.Invariant($"{length:x}\r\n")).ConfigureAwait(false);
            await _stream.WriteAsync(slice, 0, length, cancellationToken).ConfigureAwait(false);
            await WriteAsync("\r\n").ConfigureAwait(false);
        }
        while (length > 0);
    }

    private Task WriteAsync(string text)
    {
        byte[] bytes = Latin1.GetBytes(text);
        return _stream.WriteAsync(bytes, 0, bytes.Length);
    }

    private async Task<List<(string Name, string Value)>> ReadHeadersAsync()
    {
        List<(string Name, string Value)> headers = [];
        while (await ReadLineAsync().ConfigureAwait(false) is { Length: > 0 } line)
        {
            int colon = line.IndexOf(':');
            headers.Add(colon > 0 && headers.Count < MostHeaders ? (line.Substring(0, colon), line.Substring(colon + 1).Trim()) : throw new FormatException("This is no header."));
        }

        return headers;
    }

    private async Task<byte[]> ReadChunksAsync()
    {
        var body = new MemoryStream();
        while (int.Parse((await ReadLineAsync().ConfigureAwait(false)).Split(';')[0].Trim(), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture) is not 0 and var length)
        {
            byte[] chunk = await ReadBytesAsync(body.Length + length <= LargestBody ? length : throw new FormatException("This body is too large.")).ConfigureAwait(false);
            body.Write(chunk, 0, chunk.Length);
            _ = await ReadLineAsync().ConfigureAwait(false);
        }

        _ = await ReadHeadersAsync().ConfigureAwait(false);
        return body.ToArray();
    }

    private async Task<byte[]> ReadBytesAsync(int count)
    {
        byte[] bytes = new byte[count <= LargestBody ? count : throw new FormatException("This body is too large.")];
        for (int read = 0; read < count;)
        {
            if (_start == _end && !await FillAsync().ConfigureAwait(false))
            {
                throw new EndOfStreamException();
            }

            int more = Math.Min(count - read, _end - _start);
            Array.Copy(_buffer, _start, bytes, read, more);
            _start += more;
            read += more;
        }

        return bytes;
    }

    /// <summary>Reads up to the next line break.</summary>
    /// <exception cref="EndOfStreamException">The connection ended before it.</exception>
    private async Task<string> ReadLineAsync()
    {
        var line = new StringBuilder();
        while (_start < _end || await FillAsync().ConfigureAwait(false))
        {
            int end = Array.IndexOf(_buffer, (byte)'\n', _start, _end - _start);
            line.Append(Latin1.GetString(_buffer, _start, (end < 0 ? _end : end) - _start));
            _start = end < 0 ? _end : end + 1;
            if (line.Length > LongestLine)
            {
                throw new FormatException("This line is too long.");
            }

            if (end >= 0)
            {
                return line.ToString().TrimEnd('\r');
            }
        }

        throw new EndOfStreamException();
    }

    /// <summary>Waits for more bytes.</summary>
    /// <returns>Whether there are any: not at the end of the connection.</returns>
    private async Task<bool> FillAsync()
    {
        _start = 0;
        _end = await _stream.ReadAsync(_buffer, 0, _buffer.Length).ConfigureAwait(false);
        return _end > 0;
    }

    /// <summary>Answers what is no request.</summary>
    private async Task RefuseAsync()
    {
        try
        {
            await WriteAsync("HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\nConnection: close\r\n\r\n").ConfigureAwait(false);
        }
        catch (Exception gone) when (gone is IOException or ObjectDisposedException)
        {
            // Nobody is there to be told.
        }
    }

    /// <summary>Ends the connection at once, which the other side sees as a reset.</summary>
    private void Break()
    {
        try
        {
            socket.LingerState = new LingerOption(true, 0);
            socket.Close();
        }
        catch (Exception gone) when (gone is SocketException or ObjectDisposedException)
        {
            // It is closed already.
        }
    }
}
