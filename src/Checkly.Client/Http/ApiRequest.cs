using System.Net.Http;
using System.Text;
using System.Text.Json;

namespace Checkly;

/// <summary>
/// A request to the API. It holds no credentials, so that it is safe to be shown. Request classes such as
/// <see cref="IncidentRequests"/> create it, and <see cref="ChecklyClient"/> sends it.
/// </summary>
public abstract class ApiRequest
{
    private readonly byte[]? _body;
    private readonly byte[]? _shownBody;

    private protected ApiRequest(HttpMethod method, string path, byte[]? body, byte[]? shownBody)
    {
        HttpMethod = method;
        Path = path;
        _body = body;
        _shownBody = shownBody ?? body;
    }

    /// <summary>The HTTP method, such as <c>POST</c>.</summary>
    public string Method => HttpMethod.Method;

    /// <summary>Path and query below the base address, escaped, beginning with a slash.</summary>
    public string Path { get; }

    /// <summary>
    /// The JSON body, safe to be shown; <see langword="null"/> when there is no body. It equals the body that is sent, except that
    /// secrets such as the keys of a dashboard are replaced, and that characters that a terminal does not show are escaped.
    /// </summary>
    public string? Body => _shownBody is null ? null : DisplayText.WithEscapes(Encoding.UTF8.GetString(_shownBody));

    /// <summary>Whether the request only reads, so that it changes nothing.</summary>
    public bool IsRead => Method == "GET";

    /// <summary>Whether the request creates another object each time it is carried out.</summary>
    internal bool IsPost => Method == "POST";

    /// <summary>The HTTP method, as the framework takes it.</summary>
    internal HttpMethod HttpMethod { get; }

    /// <summary>The body as it is sent.</summary>
    internal byte[]? Bytes => _body;

    /// <summary>
    /// The list in which the client looks for the created object when the answer is lost; <see langword="null"/> when the API has no such
    /// list.
    /// </summary>
    internal Confirmation? Confirmation { get; init; }

    /// <summary>
    /// The list and the canonical body of a POST with a <see cref="Confirmation"/>: two requests with the same content are hard to tell
    /// apart in that list.
    /// </summary>
    // The list and not the path of the POST: several paths may create entries of one list. In upper case, since ids ignore case.
    internal string Content => field ??= $"{Confirmation!.Family.ToUpperInvariant()} {JsonMatch.Canonical(Bytes!)}";

    /// <summary>
    /// Where the changed object can be read: the path of a GET, and the field of its answer that lists the object; <see
    /// langword="null"/> where a GET of the request's own path reads it.
    /// </summary>
    internal (string Path, string Field)? ReadAt { get; init; }

    /// <summary>The place where a person can check whether the request was carried out, such as <c>the dashboard</c>.</summary>
    internal string? WhereToLook { get => field ?? Confirmation?.Place; init; }

    /// <summary>The advice for a request whose outcome is unknown, as a full sentence.</summary>
    internal string LookFirst => $"Look {(WhereToLook is null ? string.Empty : $"at {WhereToLook} ")}before you send it again.";

    /// <summary>Method and path, by which messages name the request.</summary>
    internal string Summary => $"{Method} {Path}";

    /// <summary>Whether the request is never sent again, because nothing depends on its answer, or because the caller asks again.</summary>
    internal bool IsSentOnce { get; init; }

    /// <summary>
    /// The status code by which the API says that there is nothing to answer, so that the answer is the default value; <see
    /// langword="null"/> where each error is one.
    /// </summary>
    internal int? NothingStatus { get; init; }

    /// <summary>Whether the answer may be anything, such as an image. All other requests take only JSON.</summary>
    internal bool TakesAnything { get; init; }

    /// <summary>Whether caches between the client and the API must not answer the request.</summary>
    internal bool WantsFreshAnswer { get; init; }

    /// <summary>Formats method, path and body.</summary>
    /// <returns>One line, without credentials.</returns>
    public override string ToString() => _body is null ? Summary : $"{Summary} {Body}";

    internal HttpContent? CreateContent(SendTrace trace) => _body is not null || !IsRead ? new TracedContent(_body, trace) : null;
}

/// <summary>A request together with the reader of its answer.</summary>
/// <typeparam name="T">The type of the answer.</typeparam>
public sealed class ApiRequest<T> : ApiRequest
{
    private readonly Func<JsonElement, ApiAnswer, T>? _read;
    private readonly Func<ApiAnswer, Action<JsonElement, ApiAnswer>, T>? _readAny;

    /// <summary>Creates a request whose answer has no content: it is 204, or 200 with or without a body.</summary>
    internal ApiRequest(HttpMethod method, string path, byte[]? body = null)
        : base(method, path, body, null)
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

    /// <summary>Creates a request whose answer may not be JSON.</summary>
    /// <param name="method">The method.</param>
    /// <param name="path">The path.</param>
    /// <param name="read">Reads an answer, and reports the JSON that it has read.</param>
    /// <param name="readEntry">Reads the created object from the entry of a list.</param>
    /// <param name="body">The body.</param>
    internal ApiRequest(HttpMethod method, string path, Func<ApiAnswer, Action<JsonElement, ApiAnswer>, T> read, Func<JsonElement, ApiAnswer, T> readEntry, byte[]? body)
        : base(method, path, body, null)
    {
        _readAny = read;
        _read = readEntry;
    }

    /// <summary>Reads a successful answer.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="accept">Receives the JSON of an answer that could be read, and throws when the JSON does not answer the request.</param>
    /// <exception cref="JsonException">The body is not JSON.</exception>
    /// <exception cref="UnexpectedShapeException">The JSON does not have the shape that the operation answers.</exception>
    internal T Read(ApiAnswer answer, Action<JsonElement, ApiAnswer> accept)
    {
        if (_readAny is not null)
        {
            return _readAny(answer, accept);
        }

        if (_read is null)
        {
            // The body does not matter, unless it shows that something other than the API has answered.
            if (answer.IsHtml)
            {
                throw new UnexpectedShapeException("the body is HTML, which the API never sends");
            }

            try
            {
                using JsonDocument body = JsonText.Parse(answer.Body);
                accept(body.RootElement, answer);
            }
            catch (JsonException)
            {
                // An empty body, or text.
            }

            return default!;
        }

        using JsonDocument document = JsonText.Parse(answer.Body);
        T made = _read(document.RootElement, answer);
        accept(document.RootElement, answer);
        return made;
    }

    /// <summary>Reads the created object from the entry of a list.</summary>
    /// <param name="entry">The entry.</param>
    /// <param name="page">The answer that has the entry.</param>
    /// <exception cref="UnexpectedShapeException">The JSON does not have the shape that the operation answers.</exception>
    internal T Read(JsonElement entry, ApiAnswer page) => _read!(entry, page);
}
