using System.Net;
using System.Net.Sockets;

namespace Checkly.Sandbox;

/// <summary>One connection of a <see cref="SandboxServer"/>, for one request in HTTP/1.1.</summary>
/// <param name="socket">The connection, which this object owns.</param>
/// <param name="sandbox">Answers the request.</param>
internal sealed class SandboxConnection(Socket socket, HttpMessageInvoker sandbox) : IDisposable
{
    private const int SliceLength = 16 * 1024;

    // A program that has only closed its sending side still waits for its answer; one that has gone looks the same.
    private static readonly TimeSpan HalfClosed = TimeSpan.FromSeconds(1);
    private readonly NetworkStream _stream = new(socket, ownsSocket: true);

    /// <summary>Answers the request, or breaks the connection.</summary>
    /// <param name="cancellationToken">Ends an answer that takes its time.</param>
    public async Task ServeAsync(CancellationToken cancellationToken)
    {
        try
        {
            socket.NoDelay = true;
            await AnswerAsync(cancellationToken).ConfigureAwait(false);
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

    /// <summary>Reads the request, and answers it.</summary>
    private async Task AnswerAsync(CancellationToken cancellationToken)
    {
        using HttpRequestMessage request = await new RequestReader(_stream).ReadAsync().ConfigureAwait(false);
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
            // The program has gone, or this side has closed the connection after its answer.
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
        byte[] slice = new byte[SliceLength];
        int length;
        do
        {
            // Each slice goes out at once, so that a body that trickles in trickles out.
            length = await body.ReadAsync(slice, 0, slice.Length, cancellationToken).ConfigureAwait(false);
            await WriteAsync(FormattableString.Invariant($"{length:x}\r\n")).ConfigureAwait(false);
            await _stream.WriteAsync(slice, 0, length, cancellationToken).ConfigureAwait(false);
            await WriteAsync("\r\n").ConfigureAwait(false);
        }
        while (length > 0);
    }

    private Task WriteAsync(string text)
    {
        byte[] bytes = RequestReader.Latin1.GetBytes(text);
        return _stream.WriteAsync(bytes, 0, bytes.Length);
    }

    /// <summary>Answers 400 to what is not a request.</summary>
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
