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

    /// <summary>Answers every request to a path with the same bytes.</summary>
    public ApiServer Answer(string method, string path, int status, byte[] body, string contentType = "application/json")
    {
        _server.Given(Request.Create().UsingMethod(method).WithPath(path)).RespondWith(Response.Create().WithStatusCode(status).WithHeader("Content-Type", contentType).WithBody(body));
        return this;
    }

    /// <summary>
    /// Answers every request to a path in the same way; the query does not matter. With a list it says how long that is, as the
    /// API does, unless other headers are given.
    /// </summary>
    public ApiServer Answer(string method, string path, int status, string? body = null, string contentType = "application/json", TimeSpan delay = default, params (string Name, string Value)[] headers)
    {
        IResponseBuilder response = Response.Create().WithStatusCode(status);
        if (delay > TimeSpan.Zero)
        {
            response = response.WithDelay(delay);
        }

        if (body is not null)
        {
            response = response.WithHeader("Content-Type", contentType).WithBody(body);
        }

        if (method == "GET" && headers.Length == 0 && CountOf(body) is { } count)
        {
            response = response.WithHeader("Content-Range", $"0-{count}/{count}");
        }

        foreach ((string name, string value) in headers)
        {
            response = response.WithHeader(name, value);
        }

        _server.Given(Request.Create().UsingMethod(method).WithPath(path)).RespondWith(response);
        return this;
    }

    /// <summary>Answers each request to paths that match a pattern with <c>*</c> when a function, which gets path and body, says so.</summary>
    public ApiServer AnswerWhen(string method, string paths, Func<string, string, Task<(int Status, string Body)>> answer)
    {
        _server.Given(Request.Create().UsingMethod(method).WithPath(paths)).RespondWith(Response.Create().WithCallback(async request =>
        {
            (int status, string body) = await answer(request.Path, request.Body ?? string.Empty);
            var response = new WireMock.ResponseMessage
            {
                StatusCode = status,
                BodyData = new WireMock.Util.BodyData { BodyAsString = body, DetectedBodyType = WireMock.Types.BodyType.String },
            };
            response.AddHeader("Content-Type", "application/json");
            return response;
        }));
        return this;
    }

    /// <summary>Answers with a list that is paged by <c>limit</c> and <c>page</c>.</summary>
    /// <param name="path">The path.</param>
    /// <param name="entries">The whole list.</param>
    /// <param name="cap">The most entries that the server puts on a page, whatever it is asked for.</param>
    /// <param name="saysTotal">Whether it says how long the list is.</param>
    /// <param name="ignoresPage">Whether it always answers with the first page.</param>
    /// <param name="least">The fewest entries that the server puts on a page but the last one, whatever it is asked for.</param>
    /// <param name="skipsByLimit">Whether it counts pages in the length that it was asked for, and not in the one that it puts out.</param>
    public ApiServer AnswerPages(string path, IReadOnlyList<string> entries, int cap = 100, bool saysTotal = false, bool ignoresPage = false, bool skipsByLimit = false, int least = 1)
    {
        _server.Given(Request.Create().UsingMethod("GET").WithPath(path)).RespondWith(Response.Create().WithCallback(request =>
        {
            int limit = int.Parse(request.Query!["limit"][0], System.Globalization.CultureInfo.InvariantCulture);
            int page = ignoresPage ? 1 : int.Parse(request.Query["page"][0], System.Globalization.CultureInfo.InvariantCulture);
            int length = Math.Max(Math.Min(limit, cap), least);
            int start = (page - 1) * (skipsByLimit ? limit : length);
            string[] shown = [.. entries.Skip(start).Take(length)];
            var answer = new WireMock.ResponseMessage
            {
                StatusCode = 200,
                BodyData = new WireMock.Util.BodyData { BodyAsString = $"[{string.Join(',', shown)}]", DetectedBodyType = WireMock.Types.BodyType.String },
            };
            answer.AddHeader("Content-Type", "application/json");
            if (saysTotal)
            {
                answer.AddHeader("Content-Range", $"{start}-{start + shown.Length - 1}/{entries.Count}");
            }

            return answer;
        }));
        return this;
    }

    private static int? CountOf(string? body)
    {
        try
        {
            return body is not null && System.Text.Json.Nodes.JsonNode.Parse(body) is System.Text.Json.Nodes.JsonArray list ? list.Count : null;
        }
        catch (System.Text.Json.JsonException)
        {
            return null;
        }
    }

    /// <summary>Forgets answers and requests.</summary>
    public void Reset() => _server.Reset();

    public void Dispose() => _server.Dispose();
}
