using System.Net;
using System.Net.Http;

namespace Checkly;

/// <summary>
/// The JSON body of a request, which may be empty. It records in the trace when it is written: after the connection is established, and
/// before any byte can reach the server.
/// </summary>
internal sealed class TracedContent : HttpContent
{
    private readonly byte[] _body;
    private readonly SendTrace _trace;

    public TracedContent(byte[]? body, SendTrace trace)
    {
        _body = body ?? [];
        _trace = trace;
        if (body is not null)
        {
            Headers.ContentType = new("application/json");
        }
    }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext context)
    {
        _trace.IsOut = true;
        return stream.WriteAsync(_body, 0, _body.Length);
    }

    protected override bool TryComputeLength(out long length)
    {
        length = _body.Length;
        return true;
    }
}
