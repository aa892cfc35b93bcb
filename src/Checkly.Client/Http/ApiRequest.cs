using System.Net.Http;
using System.Text;
using System.Text.Json;

namespace Checkly;

/// <summary>
/// One request to the API, ready to be sent and safe to be shown: it holds no credentials. Made by the request classes
/// of an area, such as <see cref="IncidentRequests"/>, and sent by <see cref="ChecklyClient"/>.
/// </summary>
public abstract class ApiRequest
{
    private readonly byte[]? _body;

    private protected ApiRequest(HttpMethod method, string path, byte[]? body)
    {
        Method = method.Method;
        Path = path;
        _body = body;
    }

    /// <summary>The HTTP method, such as <c>POST</c>.</summary>
    public string Method { get; }

    /// <summary>Path and query below the base address, escaped, beginning with a slash.</summary>
    public string Path { get; }

    /// <summary>The JSON body as it goes over the wire in UTF-8; <see langword="null"/> when there is none.</summary>
    public string? Body => _body is null ? null : Encoding.UTF8.GetString(_body);

    /// <summary>Whether the request only reads, so that sending it changes nothing.</summary>
    public bool IsRead => Method == "GET";

    /// <summary>Method and path: how messages name the request.</summary>
    internal string Summary => $"{Method} {Path}";

    /// <summary>What a message about a write without an answer must add, with a leading blank; empty for a read.</summary>
    internal string UnknownFate => IsRead ? string.Empty : " It is not known whether it was carried out.";

    /// <summary>Method, path and body: what would go out.</summary>
    /// <returns>One line, without credentials.</returns>
    public override string ToString() => _body is null ? Summary : $"{Summary} {Body}";

    internal HttpContent? CreateContent()
    {
        if (_body is null)
        {
            return null;
        }

        var content = new ByteArrayContent(_body);
        content.Headers.ContentType = new("application/json");
        return content;
    }
}

/// <summary>A request together with how its answer is read.</summary>
/// <typeparam name="T">What the answer becomes.</typeparam>
public sealed class ApiRequest<T> : ApiRequest
{
    private readonly Func<JsonElement, T> _read;

    internal ApiRequest(HttpMethod method, string path, Func<JsonElement, T> read, byte[]? body = null)
        : base(method, path, body)
    {
        _read = read;
    }

    /// <summary>Reads the JSON of a successful answer.</summary>
    /// <exception cref="UnexpectedShapeException">The JSON is not what this operation answers.</exception>
    internal T Read(JsonElement json) => _read(json);
}
