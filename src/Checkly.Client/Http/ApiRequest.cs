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
    private readonly byte[]? _shownBody;

    private protected ApiRequest(HttpMethod method, string path, byte[]? body, byte[]? shownBody)
    {
        Method = method.Method;
        Path = path;
        _body = body;
        _shownBody = shownBody ?? body;
    }

    /// <summary>The HTTP method, such as <c>POST</c>.</summary>
    public string Method { get; }

    /// <summary>Path and query below the base address, escaped, beginning with a slash.</summary>
    public string Path { get; }

    /// <summary>
    /// The JSON body, fit to be shown; <see langword="null"/> when there is none. It is what goes over the wire in UTF-8,
    /// except where that holds secrets of its own.
    /// </summary>
    public string? Body => _shownBody is null ? null : Encoding.UTF8.GetString(_shownBody);

    /// <summary>Whether the request only reads, so that sending it changes nothing.</summary>
    public bool IsRead => Method == "GET";

    /// <summary>Whether each time it is carried out makes another thing.</summary>
    internal bool IsPost => Method == "POST";

    /// <summary>The body as it goes over the wire.</summary>
    internal byte[]? Bytes => _body;

    /// <summary>Where to look for what it has made when its answer is lost; <see langword="null"/> where the API has no such list.</summary>
    internal Confirmation? Confirmation { get; init; }

    /// <summary>Where a person can look when the API has no list, such as <c>the dashboard</c>.</summary>
    internal string? WhereToLook { get => field ?? Confirmation?.Place; init; }

    /// <summary>What to do before a write of unknown fate is sent again, as a full sentence.</summary>
    internal string LookFirst => $"Look {(WhereToLook is null ? string.Empty : $"at {WhereToLook} ")}before you send it again.";

    /// <summary>Method and path: how messages name the request.</summary>
    internal string Summary => $"{Method} {Path}";

    /// <summary>Whether it is sent once, whatever comes of it: nothing depends on its answer.</summary>
    internal bool IsSentOnce { get; init; }

    /// <summary>Whether no cache between the client and the API may answer it.</summary>
    internal bool WantsFreshAnswer { get; init; }

    /// <summary>Method, path and body: what would go out.</summary>
    /// <returns>One line, without credentials.</returns>
    public override string ToString() => _body is null ? Summary : $"{Summary} {Body}";

    internal HttpContent? CreateContent(SendTrace trace) => _body is not null || !IsRead ? new TracedContent(_body, trace) : null;
}

/// <summary>A request together with how its answer is read.</summary>
/// <typeparam name="T">What the answer becomes.</typeparam>
public sealed class ApiRequest<T> : ApiRequest
{
    private readonly Func<JsonElement, ApiAnswer, T>? _read;
    private readonly Func<ApiAnswer, Action<JsonElement>, T>? _readAny;

    /// <summary>A request whose answer says nothing: deletes answer 204, or 200 with or without a body.</summary>
    internal ApiRequest(HttpMethod method, string path)
        : base(method, path, null, null)
    {
    }

    internal ApiRequest(HttpMethod method, string path, Func<JsonElement, T> read, byte[]? body = null, byte[]? shownBody = null)
        : this(method, path, (json, _) => read(json), body, shownBody)
    {
    }

    internal ApiRequest(HttpMethod method, string path, Func<JsonElement, ApiAnswer, T> read, byte[]? body = null, byte[]? shownBody = null)
        : base(method, path, body, shownBody)
    {
        _read = read;
    }

    /// <summary>A request whose answer may be anything.</summary>
    /// <param name="method">The method.</param>
    /// <param name="path">The path.</param>
    /// <param name="read">Reads an answer, and says what JSON it has read.</param>
    /// <param name="readEntry">Reads what was made where it is listed.</param>
    /// <param name="body">The body.</param>
    internal ApiRequest(HttpMethod method, string path, Func<ApiAnswer, Action<JsonElement>, T> read, Func<JsonElement, ApiAnswer, T> readEntry, byte[]? body)
        : base(method, path, body, null)
    {
        _readAny = read;
        _read = readEntry;
    }

    /// <summary>Reads a successful answer.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="saw">Gets the JSON of an answer that could be read.</param>
    /// <exception cref="JsonException">The body is not JSON.</exception>
    /// <exception cref="UnexpectedShapeException">The JSON is not what this operation answers.</exception>
    internal T Read(ApiAnswer answer, Action<JsonElement> saw)
    {
        if (_readAny is not null)
        {
            return _readAny(answer, saw);
        }

        if (_read is null)
        {
            // Whatever the body says; but a page is not of the API.
            return answer.IsPage ? throw new UnexpectedShapeException("it is a page, and not of the API") : default!;
        }

        using JsonDocument document = JsonDocument.Parse(answer.Body);
        T made = _read(document.RootElement, answer);
        saw(document.RootElement);
        return made;
    }

    /// <summary>Reads what was made where it is listed.</summary>
    /// <param name="entry">The entry.</param>
    /// <param name="page">The page that it is on.</param>
    /// <exception cref="UnexpectedShapeException">The JSON is not what this operation answers.</exception>
    internal T Read(JsonElement entry, ApiAnswer page) => _read!(entry, page);
}
