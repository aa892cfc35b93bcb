using System.Text;
using Checkly.Tests;

namespace Checkly.Client.Tests;

/// <summary>Tests of what a request puts on the wire and of what its answer becomes.</summary>
public abstract class RequestTest(ApiServer server) : ClientTest, IClassFixture<ApiServer>, IDisposable
{
    public void Dispose()
    {
        server.Reset();
        GC.SuppressFinalize(this);
    }

    /// <summary>Sends a request to a server that answers it, and compares what arrived there, byte by byte.</summary>
    /// <param name="request">The request.</param>
    /// <param name="sent">Method, target and, when there is one, the body, parted by blanks.</param>
    /// <param name="answer">The body of the answer; none for an empty one.</param>
    /// <param name="status">Its status code.</param>
    protected async Task<T> ExchangeAsync<T>(ApiRequest<T> request, string sent, string? answer, int status = 200)
    {
        Answer(request, status, answer);
        using ChecklyClient client = Connect(server.Uri);

        T result = await client.SendAsync(request, Cancel);

        SentRequest arrived = Assert.Single(server.Requests);
        byte[] head = Encoding.UTF8.GetBytes($"{arrived.Method} {arrived.Target}");
        byte[] whole = arrived.Body.Length > 0 ? [.. head, (byte)' ', .. arrived.Body] : head;
        Assert.Equal(sent, Encoding.UTF8.GetString(whole));
        Assert.Equal(Encoding.UTF8.GetBytes(sent), whole);
        Assert.Equal(sent, request.ToString());
        return result;
    }

    /// <summary>Sends a request whose answer is not what it should be, and gives the reason that the error says.</summary>
    protected async Task<string> RefusalAsync<T>(ApiRequest<T> request, string answer)
    {
        Answer(request, 200, answer);
        using ChecklyClient client = Connect(server.Uri);

        ChecklyApiException failure = await FailureOf(client, request);

        Assert.Equal(ChecklyErrorKind.UnexpectedResponse, failure.Kind);
        return failure.Message;
    }

    protected static DateTimeOffset Utc(int year, int month, int day, int hour = 0, int minute = 0) =>
        new(year, month, day, hour, minute, 0, TimeSpan.Zero);

    private void Answer(ApiRequest request, int status, string? answer)
    {
        server.Reset();
        server.Answer(request.Method, Uri.UnescapeDataString(request.Path.Split('?')[0]), status, answer);
    }
}
