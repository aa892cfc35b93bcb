using System.Globalization;
using System.Text;

namespace Checkly.Sandbox;

/// <summary>Reads a request in HTTP/1.1 from a connection.</summary>
/// <param name="stream">The connection.</param>
internal sealed class RequestReader(Stream stream)
{
    /// <summary>The encoding of everything before a body.</summary>
    public static readonly Encoding Latin1 = Encoding.GetEncoding(28591);

    // The official CLI asks here for the account when it signs in; the API proper has the same under /v1.
    private const string SignIn = "/next/accounts";
    private const string Accounts = "/v1/accounts";
    private const int LongestLine = 16 * 1024;
    private const int MostHeaders = 200;
    private const int LargestBody = 16 * 1024 * 1024;
    private static readonly byte[] Continue = Latin1.GetBytes("HTTP/1.1 100 Continue\r\n\r\n");
    private readonly byte[] _buffer = new byte[LongestLine];
    private int _start;
    private int _end;

    /// <summary>Reads the request with its body.</summary>
    /// <exception cref="EndOfStreamException">The connection ended before the request did.</exception>
    /// <exception cref="FormatException">It is not an HTTP request, or one for another host.</exception>
    /// <exception cref="OverflowException">A length in it is too large.</exception>
    /// <exception cref="ArgumentException">Its method is not one.</exception>
    public async Task<HttpRequestMessage> ReadAsync()
    {
        string[] parts = (await ReadLineAsync().ConfigureAwait(false)).Split(' ');
        string path = parts.Length == 3 && parts[1].StartsWith("/", StringComparison.Ordinal) ? parts[1] : throw new FormatException("This is not a request line.");
        path = path.StartsWith(SignIn, StringComparison.Ordinal) ? Accounts + path.Substring(SignIn.Length) : path;
        var request = new HttpRequestMessage(new HttpMethod(parts[0]), "http://127.0.0.1" + path);
        List<(string Name, string Value)> headers = await ReadHeadersAsync().ConfigureAwait(false);
        string? Header(string name) => headers.Find(header => header.Name.Equals(name, StringComparison.OrdinalIgnoreCase)).Value;
        if (Header("Host") is not { } host || !Uri.TryCreate($"http://{host}", UriKind.Absolute, out Uri? asked) || !asked.IsLoopback)
        {
            // A web page must not reach the sandbox through a name that resolves to this machine (DNS rebinding).
            throw new FormatException("The request is for another host.");
        }

        if (Header("Expect") is not null)
        {
            await stream.WriteAsync(Continue, 0, Continue.Length).ConfigureAwait(false);
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

        return request;
    }

    private async Task<List<(string Name, string Value)>> ReadHeadersAsync()
    {
        List<(string Name, string Value)> headers = [];
        while (await ReadLineAsync().ConfigureAwait(false) is { Length: > 0 } line)
        {
            int colon = line.IndexOf(':');
            headers.Add(colon > 0 && headers.Count < MostHeaders ? (line.Substring(0, colon), line.Substring(colon + 1).Trim()) : throw new FormatException("This is not a header, or there are too many."));
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
        _end = await stream.ReadAsync(_buffer, 0, _buffer.Length).ConfigureAwait(false);
        return _end > 0;
    }
}
