using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;

namespace Checkly.Client.Tests;

/// <summary>What can happen to a request.</summary>
public static class Steps
{
    /// <summary>No connection: nothing of the request arrives.</summary>
    public static ServerStep Refuse { get; } = (_, _, _) => throw new HttpRequestException("x", new SocketException((int)SocketError.ConnectionRefused));

    /// <summary>The request arrives, and the connection breaks.</summary>
    public static ServerStep Break { get; } = async (server, request, cancellationToken) =>
    {
        await server.Receive(request, cancellationToken);
        throw new HttpRequestException("x", new IOException("x", new SocketException((int)SocketError.ConnectionReset)));
    };

    /// <summary>The request arrives, and no answer comes in time.</summary>
    public static ServerStep Hang { get; } = async (server, request, cancellationToken) =>
    {
        await server.Receive(request, cancellationToken);
        server.Clock.Expire();
        return await Forever(cancellationToken);
    };

    /// <summary>There is no connection in time: nothing of the request arrives.</summary>
    public static ServerStep HangBefore { get; } = async (server, _, cancellationToken) =>
    {
        server.Clock.Expire();
        return await Forever(cancellationToken);
    };

    /// <summary>The answer begins, and the connection breaks in the middle of it.</summary>
    public static ServerStep BreakWithin { get; } = async (server, request, cancellationToken) =>
    {
        await server.Receive(request, cancellationToken);
        return Dated(server, new HttpResponseMessage(HttpStatusCode.Created) { Content = new StreamContent(new BrokenStream()) });
    };

    /// <summary>The incident with all its updates.</summary>
    public static ServerStep History { get; } = Say(200, server => new JsonObject { ["id"] = "i", ["incidentUpdates"] = All(server) }.ToJsonString());

    /// <summary>The incident without any update, as a replica shows it that lags behind.</summary>
    public static ServerStep Hidden { get; } = Answer(200, """{"id":"i","incidentUpdates":[]}""");

    /// <summary>All that was made.</summary>
    public static ServerStep Whole { get; } = Say(200, server => All(server).ToJsonString());

    /// <summary>One page of the dashboards.</summary>
    public static ServerStep Page { get; } = async (server, request, cancellationToken) =>
    {
        string[] query = request.RequestUri!.Query.Split('=', '&');
        int limit = int.Parse(query[1], CultureInfo.InvariantCulture);
        int page = int.Parse(query[3], CultureInfo.InvariantCulture);
        var entries = new JsonArray([.. server.Made.Skip(limit * (page - 1)).Take(limit).Select(made => made.DeepClone())]);
        return await Say(200, _ => entries.ToJsonString())(server, request, cancellationToken);
    };

    /// <summary>An answer.</summary>
    public static ServerStep Answer(int status, string body = "", params (string Name, string Value)[] headers) => Say(status, _ => body, headers);

    /// <summary>An answer of which the body is made when it is sent.</summary>
    public static ServerStep Say(int status, Func<ScriptedServer, string> body, params (string Name, string Value)[] headers) => async (server, request, cancellationToken) =>
    {
        await server.Receive(request, cancellationToken);
        HttpResponseMessage answer = Dated(server, new HttpResponseMessage((HttpStatusCode)status) { Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body(server))) });
        foreach ((string name, string value) in headers)
        {
            answer.Headers.TryAddWithoutValidation(name, value);
        }

        return answer;
    };

    /// <summary>It is carried out and answered.</summary>
    public static ServerStep Create(string id) => (server, request, cancellationToken) =>
        Carry(id, Say(201, current => current.Made.First(made => (string?)made["id"] == id).ToJsonString()))(server, request, cancellationToken);

    /// <summary>It is carried out; what the client gets to know of it is another matter.</summary>
    public static ServerStep Carry(string id, ServerStep then) => async (server, request, cancellationToken) =>
    {
        server.Make(id, await request.Content!.ReadAsStringAsync(cancellationToken));
        return await then(server, request, cancellationToken);
    };

    /// <summary>Something happens first.</summary>
    public static ServerStep After(Action<ScriptedServer> happens, ServerStep then) => (server, request, cancellationToken) =>
    {
        happens(server);
        return then(server, request, cancellationToken);
    };

    /// <summary>The same with another answer.</summary>
    public static ServerStep Changed(ServerStep step, Action<HttpResponseMessage> change) => async (server, request, cancellationToken) =>
    {
        HttpResponseMessage answer = await step(server, request, cancellationToken);
        change(answer);
        return answer;
    };

    /// <summary>The same without the time of the server.</summary>
    public static ServerStep WithoutDate(ServerStep step) => Changed(step, answer => answer.Headers.Date = null);

    /// <summary>All that was made, as the API lists it.</summary>
    private static JsonArray All(ScriptedServer server) => [.. server.Made.Select(made => made.DeepClone())];

    private static HttpResponseMessage Dated(ScriptedServer server, HttpResponseMessage answer)
    {
        answer.Headers.Date = server.Now;
        return answer;
    }

    private static async Task<HttpResponseMessage> Forever(CancellationToken cancellationToken)
    {
        await Task.Delay(Timeout.Infinite, cancellationToken);
        throw new InvalidOperationException("Forever is over.");
    }

    private sealed class BrokenStream : MemoryStream
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => throw new IOException("x");

        public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => throw new IOException("x");
    }
}
