using System.Globalization;
using System.Net;
using System.Net.Http;
using System.Text;
using System.Text.Json;

namespace Checkly;

/// <summary>The parts of an answer that the client needs, read completely and independent of the connection.</summary>
internal sealed class ApiAnswer
{
    private const int ExcerptLength = 200;
    private const int SliceLength = 16 * 1024;
    private const int LongestKey = 1024;
    private const int MostShown = 3;
    private static readonly TimeSpan LongestRetryAfter = TimeSpan.FromDays(365);
    private readonly ApiKey? _key;
    private readonly HttpResponseMessage _response;
    private readonly DateTimeOffset _received = DateTimeOffset.UtcNow;

    public ApiAnswer(HttpResponseMessage response, ReadOnlyMemory<byte> body, bool isCut, ApiKey? key)
    {
        IsCut = isCut;
        _key = key;
        _response = response;
        StatusCode = response.StatusCode;
        Received = body;
        Body = JsonText.WithoutByteOrderMark(body);
    }

    public HttpStatusCode StatusCode { get; }

    /// <summary>Code and reason phrase, such as <c>404 Not Found</c>.</summary>
    public string StatusText => field ??= Safe($"{(int)StatusCode} {_response.ReasonPhrase ?? StatusCode.ToString()}".TrimEnd());

    /// <summary>The body without a byte order mark.</summary>
    public ReadOnlyMemory<byte> Body { get; }

    /// <summary>The body as it was received.</summary>
    public ReadOnlyMemory<byte> Received { get; }

    /// <summary>Whether the body was too large, so that <see cref="Body"/> has only its beginning.</summary>
    public bool IsCut { get; }

    /// <summary>How long the server asks to wait, at most a year; <see langword="null"/> when it does not ask.</summary>
    public TimeSpan? RetryAfter => _response.Headers.RetryAfter switch
    {
        { Delta: { } delta } => Min(delta, LongestRetryAfter),
        // Relative to the server's own clock where it sends its time: the local clock may be wrong.
        { Date: { } date } => Min(Max(TimeSpan.Zero, date - (Date ?? _received)), LongestRetryAfter),
        _ => EndlessRetryAfter(_response),
    };

    /// <summary>The server's time when it answered, in whole seconds; <see langword="null"/> when it does not say.</summary>
    public DateTimeOffset? Date => _response.Headers.Date;

    /// <summary>How long a cache has kept the answer; <see langword="null"/> when it does not come from one.</summary>
    public TimeSpan? Age => _response.Headers.Age;

    /// <summary>
    /// How many entries of the list precede the page (<c>Content-Range: N-...</c>); <see langword="null"/> when the server does not say.
    /// </summary>
    public long? Start => Range is { } range && range.IndexOf('-') is >= 0 and int dash ? Number(range.Substring(0, dash).Split(' ').Last()) : null;

    /// <summary>
    /// The number of entries in the whole list (<c>Content-Range: .../N</c>); <see langword="null"/> when the server does not say.
    /// </summary>
    public long? Total => Range is { } range ? Number(range.Substring(range.LastIndexOf('/') + 1)) : null;

    /// <summary>The host to which the server redirects, safe to be shown; <see langword="null"/> when it does not say.</summary>
    public string? RedirectHost => _response.Headers.Location is { IsAbsoluteUri: true } location ? Safe(location.Host) : null;

    public bool IsSuccess => (int)StatusCode is >= 200 and < 300;

    public bool IsRedirect => (int)StatusCode is >= 300 and < 400 && StatusCode != HttpStatusCode.NotModified;

    /// <summary>The media type of the body, such as <c>application/json</c>; <see langword="null"/> when the server does not say.</summary>
    public string? MediaType => _response.Content?.Headers.ContentType?.MediaType;

    /// <summary>Whether the body is HTML, which a gateway or a proxy sends, but never the API.</summary>
    public bool IsHtml => Encoding.UTF8.GetString(Body.Slice(0, Math.Min(Body.Length, 64)).ToArray()).TrimStart().StartsWith("<", StringComparison.Ordinal);

    /// <summary>A warning about the parts of the answer that could not be read; <see langword="null"/> when all of it was read.</summary>
    public string? Warning { get; private set; }

    /// <summary>Sets the warning about entries that were left out.</summary>
    public void WarnOfUnreadable(List<UnreadableEntry> unreadable)
    {
        IEnumerable<string> shown = unreadable.Take(MostShown).Select(item => $"{item.Why.Message} ({Shown(item.Json)})");
        string more = unreadable.Count > MostShown ? FormattableString.Invariant($"; and {unreadable.Count - MostShown} more") : string.Empty;
        Warning = unreadable.Count == 1
            ? $"An entry of the list was left out, since {shown.First()}."
            : FormattableString.Invariant($"{unreadable.Count} entries of the list were left out: {string.Join("; ", shown)}{more}.");
    }

    /// <summary>The headers, without the API key.</summary>
    public Dictionary<string, string[]> Headers() => _response.Headers.Concat(_response.Content?.Headers ?? Enumerable.Empty<KeyValuePair<string, IEnumerable<string>>>())
        .ToDictionary(header => header.Key, header => header.Value.Select(Safe).ToArray(), StringComparer.OrdinalIgnoreCase);

    /// <summary>Redacts the API key from a text of the server, and changes nothing else.</summary>
    public string WithoutKey(string text) => _key?.Redact(text) ?? text;

    /// <summary>Makes a text of the server safe to be shown: without the API key and without control sequences.</summary>
    // Cleaned before it is redacted: a key with a control character inside would not be recognized.
    public string Safe(string text) => WithoutKey(DisplayText.Clean(text));

    /// <summary>Returns the beginning of the body on one line, safe to be shown.</summary>
    public string Excerpt()
    {
        // Redacted before it is cut, so that no part of a key remains. The slice bounds the work on a large body.
        ReadOnlyMemory<byte> start = Body.Slice(0, Math.Min(Body.Length, SliceLength));
        string text = Safe(Encoding.UTF8.GetString(start.ToArray()));
        if (start.Length < Body.Length)
        {
            // The slice may end within a key.
            text = text.Substring(0, Math.Max(0, text.Length - LongestKey));
        }

        return Cut(DisplayText.OneLine(text));
    }

    /// <summary>Formats a value of the answer on one short line, safe to be shown.</summary>
    public string Shown(JsonElement value) => Cut(DisplayText.OneLine(Safe(value.GetRawText())));

    private static string Cut(string line) => line.Length <= ExcerptLength ? line : line.Substring(0, ExcerptLength) + "...";

    // Read as text: the API leaves out the unit that HTTP requires, and the framework cannot parse such a header.
    private string? Range => _response.Content?.Headers.TryGetValues("Content-Range", out IEnumerable<string>? values) == true ? values.FirstOrDefault() : null;

    private static long? Number(string text) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out long number) ? number : null;

    /// <summary>Returns the longest wait for a number of seconds that is too large for the framework to parse.</summary>
    private static TimeSpan? EndlessRetryAfter(HttpResponseMessage response) =>
        response.Headers.TryGetValues("Retry-After", out IEnumerable<string>? values)
        && values.FirstOrDefault()?.Trim() is { Length: > 0 } text
        && text.All(digit => digit is >= '0' and <= '9')
            ? LongestRetryAfter
            : null;

    private static TimeSpan Min(TimeSpan a, TimeSpan b) => a < b ? a : b;

    private static TimeSpan Max(TimeSpan a, TimeSpan b) => a > b ? a : b;
}
