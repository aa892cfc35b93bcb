using WireMock.RequestBuilders;
using WireMock.ResponseBuilders;
using WireMock.Server;
using WireMock.Settings;

namespace Checkly.Tests;

/// <summary>A real HTTP server on loopback that answers as told and remembers what it was sent.</summary>
public sealed class ApiServer : IDisposable
{
    private readonly WireMockServer _server = WireMockServer.Start(new WireMockServerSettings { Urls = ["http://127.0.0.1:0"] });

    public Uri Uri => new(_server.Url!);

    public IReadOnlyList<SentRequest> Requests =>
        [.. _server.LogEntries.Select(entry => new SentRequest(entry.RequestMessage!))];

    /// <summary>Answers every request to a path in the same way; the query does not matter.</summary>
    public ApiServer Answer(string method, string path, int status, string? body = null, string contentType = "application/json", params (string Name, string Value)[] headers)
    {
        IResponseBuilder response = Response.Create().WithStatusCode(status);
        if (body is not null)
        {
            response = response.WithHeader("Content-Type", contentType).WithBody(body);
        }

        foreach ((string name, string value) in headers)
        {
            response = response.WithHeader(name, value);
        }

        _server.Given(Request.Create().UsingMethod(method).WithPath(path)).RespondWith(response);
        return this;
    }

    /// <summary>Forgets answers and requests.</summary>
    public void Reset() => _server.Reset();

    public void Dispose() => _server.Dispose();
}
