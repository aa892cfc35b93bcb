using System.Text.Json;
using System.Text.Json.Nodes;

namespace Checkly.Sandbox;

/// <summary>
/// A Checkly API in memory, as the handler of an <see cref="HttpClient"/>. It parses the bytes of each request, and answers with
/// the status codes and JSON of the API. Its state lives as long as the handler. It is thread-safe.
/// </summary>
public sealed class SandboxHandler : HttpMessageHandler
{
    private readonly Func<DateTimeOffset> _clock;
    private readonly SandboxState _state;
    private readonly FaultPlayer _faults;

    /// <summary>Creates a Checkly with one account, one dashboard, one status page and three checks; see <see cref="SandboxAccount"/>, <see cref="SandboxStatusPage"/> and <see cref="SandboxCheck"/>.</summary>
    /// <param name="clock">The clock of the server; by default that of the system.</param>
    public SandboxHandler(Func<DateTimeOffset>? clock = null)
    {
        _clock = clock ?? (() => DateTimeOffset.UtcNow);
        _state = new SandboxState(_clock);
        _faults = new FaultPlayer(_clock);
    }

    /// <summary>Lets the next requests meet faults, one each, to rehearse for them; after the last one all goes well again.</summary>
    /// <param name="faults">The faults, one for each of the next requests.</param>
    public void Play(IEnumerable<SandboxFault> faults) => _faults.Add(faults ?? throw new ArgumentNullException(nameof(faults)));

    /// <inheritdoc/>
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        HttpResponseMessage response = await _faults.MeetAsync(request, () => AnswerAsync(request), cancellationToken).ConfigureAwait(false);
        response.RequestMessage = request;
        response.Headers.Date = _clock();
        return response;
    }

    private async Task<HttpResponseMessage> AnswerAsync(HttpRequestMessage request)
    {
        byte[] body = request.Content is null ? [] : await request.Content.ReadAsByteArrayAsync().ConfigureAwait(false);
        try
        {
            return Answer(request, body).ToResponse();
        }
        catch (SandboxRefusal refusal)
        {
            return refusal.Answer.ToResponse();
        }
        catch (Exception malformed) when (malformed is ArgumentException or InvalidOperationException)
        {
            // Reading a duplicate field, or a text that is not valid Unicode, throws these.
            return SandboxRefusal.BadRequest("Invalid request payload JSON format").Answer.ToResponse();
        }
    }

    private SandboxAnswer Answer(HttpRequestMessage request, byte[] body)
    {
        CheckCredentials(request);
        if (ApiFacts.Find(request.Method.Method, request.RequestUri.AbsolutePath) is not var (operation, values) || !_state.Operations.Has(operation))
        {
            throw SandboxRefusal.NotImplemented();
        }

        SandboxCall call = operation.Check(values, ReadQuery(request.RequestUri), ReadBody(request, body));
        lock (_state)
        {
            return _state.Operations.Answer(call);
        }
    }

    private static void CheckCredentials(HttpRequestMessage request)
    {
        if (request.Headers.Authorization is not { Scheme: "Bearer", Parameter: SandboxAccount.ApiKey })
        {
            throw SandboxRefusal.Unauthorized();
        }

        if (request.Headers.TryGetValues("x-checkly-account", out IEnumerable<string>? accounts) && accounts.Any(account => account != SandboxAccount.Id))
        {
            throw SandboxRefusal.Forbidden();
        }
    }

    private static ILookup<string, string> ReadQuery(Uri uri) => uri.Query.TrimStart('?')
        .Split(['&'], StringSplitOptions.RemoveEmptyEntries)
        .Select(pair => pair.Split(['='], 2))
        .ToLookup(pair => Uri.UnescapeDataString(pair[0]), pair => pair.Length > 1 ? Uri.UnescapeDataString(pair[1]) : string.Empty, StringComparer.Ordinal);

    private static JsonNode? ReadBody(HttpRequestMessage request, byte[] body)
    {
        if (body.Length == 0)
        {
            return null;
        }

        if (request.Content.Headers.ContentType?.MediaType != "application/json")
        {
            throw SandboxRefusal.BadRequest("The request body must be application/json");
        }

        try
        {
            JsonNode? node = JsonNode.Parse(body);
            // Serialized once, so that a value that cannot be serialized is refused here, and not when it is read later.
            _ = node?.ToJsonString();
            return node;
        }
        catch (JsonException)
        {
            throw SandboxRefusal.BadRequest("Invalid request payload JSON format");
        }
    }
}
