using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;

namespace Checkly.Sandbox;

/// <summary>Lets requests meet faults, one after another, until none is left.</summary>
internal sealed class FaultPlayer(Func<DateTimeOffset> clock)
{
    private const int LargeBody = 10_000_000;
    private const string GatewayPage = "<html><head><title>Checkly sandbox</title></head><body>Something in between.</body></html>";
    private static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(1);
    private readonly Queue<SandboxFault> _faults = new();

    /// <summary>Adds faults behind those that are left.</summary>
    public void Add(IEnumerable<SandboxFault> faults)
    {
        lock (_faults)
        {
            foreach (SandboxFault fault in faults)
            {
                _faults.Enqueue(fault);
            }
        }
    }

    /// <summary>Lets a request meet the next fault.</summary>
    /// <param name="request">The request.</param>
    /// <param name="carryOut">Carries out the request and returns its answer.</param>
    /// <param name="cancellationToken">Cancels a wait.</param>
    /// <exception cref="HttpRequestException">There is no answer; the exception is that of the framework.</exception>
    public async Task<HttpResponseMessage> MeetAsync(HttpRequestMessage request, Func<Task<HttpResponseMessage>> carryOut, CancellationToken cancellationToken)
    {
        SandboxFault fault = Next();
        if (fault == SandboxFault.Refuse)
        {
            throw new HttpRequestException("Connection refused", new SocketException((int)SocketError.ConnectionRefused));
        }

        if (request.Content is not null)
        {
            // All other faults affect a request that has arrived.
            await request.Content.LoadIntoBufferAsync().ConfigureAwait(false);
        }

        switch (fault)
        {
            case SandboxFault.None:
                return await carryOut().ConfigureAwait(false);
            case SandboxFault.TooManyRequests:
                return ComeBack(SandboxRefusal.TooManyRequests(), new RetryConditionHeaderValue(RetryAfter));
            case SandboxFault.TooManyRequestsUntil:
                return ComeBack(SandboxRefusal.TooManyRequests(), new RetryConditionHeaderValue(clock() + RetryAfter));
            case SandboxFault.Unavailable:
                return ComeBack(SandboxRefusal.Unavailable(), new RetryConditionHeaderValue(RetryAfter));
            case SandboxFault.UnavailableUntil:
                return ComeBack(SandboxRefusal.Unavailable(), new RetryConditionHeaderValue(clock() + RetryAfter));
            default:
                break;
        }

        HttpResponseMessage answer = IsCarriedOut(fault) ? await carryOut().ConfigureAwait(false) : new HttpResponseMessage();
        switch (fault)
        {
            case SandboxFault.HangBefore or SandboxFault.HangAfter:
                await Task.Delay(Timeout.Infinite, cancellationToken).ConfigureAwait(false);
                break;
            case SandboxFault.ResetBefore or SandboxFault.ResetAfter:
                throw new HttpRequestException("An error occurred while sending the request.", Broken());
            case SandboxFault.NoHttp:
                throw new HttpRequestException("Received an invalid status line.", new IOException("The server returned an invalid or unrecognized response."));
            case SandboxFault.ErrorBefore:
                return SandboxRefusal.ServerError().Answer.ToResponse();
            case SandboxFault.ErrorAfter:
                return Html(HttpStatusCode.GatewayTimeout);
            case SandboxFault.Html:
                return Html(HttpStatusCode.OK);
            case SandboxFault.Garbage:
                answer.Content = new ByteArrayContent([0xFF, 0x00, 0x7B, 0xC3, 0x28, 0x1B, 0x5B, 0x32, 0x4A]);
                break;
            case SandboxFault.LargeBody:
                answer.Content = Json(await BytesOf(answer).ConfigureAwait(false), body => new MemoryStream([.. body, .. Encoding.UTF8.GetBytes(new string(' ', LargeBody))]));
                break;
            case SandboxFault.CutBody:
                answer.Content = Json(await BytesOf(answer).ConfigureAwait(false), body => new UnsteadyStream([.. body.Take(body.Length / 2)], TimeSpan.Zero, Broken()));
                break;
            default:
                answer.Content = Json(await BytesOf(answer).ConfigureAwait(false), body => new UnsteadyStream(body, TimeSpan.FromMilliseconds(5), null));
                break;
        }

        return answer;
    }

    private static bool IsCarriedOut(SandboxFault fault) =>
        fault is not (SandboxFault.HangBefore or SandboxFault.ResetBefore or SandboxFault.ErrorBefore or SandboxFault.Html);

    private static IOException Broken() =>
        new("Unable to read data from the transport connection: Connection reset by peer.", new SocketException((int)SocketError.ConnectionReset));

    private static async Task<byte[]> BytesOf(HttpResponseMessage answer) =>
        answer.Content is null ? [] : await answer.Content.ReadAsByteArrayAsync().ConfigureAwait(false);

    private static StreamContent Json(byte[] body, Func<byte[], Stream> stream)
    {
        var content = new StreamContent(stream(body));
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        return content;
    }

    private static HttpResponseMessage Html(HttpStatusCode status) => new(status) { Content = new StringContent(GatewayPage, Encoding.UTF8, "text/html") };

    private static HttpResponseMessage ComeBack(SandboxRefusal refusal, RetryConditionHeaderValue after)
    {
        HttpResponseMessage answer = refusal.Answer.ToResponse();
        answer.Headers.RetryAfter = after;
        return answer;
    }

    private SandboxFault Next()
    {
        lock (_faults)
        {
            return _faults.Count > 0 ? _faults.Dequeue() : SandboxFault.None;
        }
    }
}
