using System.Net;
using System.Net.Http;

namespace Checkly;

/// <summary>A JSON body, or none, that notes when it goes out: not before there is a connection, and before any of it can arrive.</summary>
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
