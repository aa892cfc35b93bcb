using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Checkly;

/// <summary>The answer of any operation.</summary>
public sealed class AnyAnswer
{
    private static readonly string[] EntryFields = ["entries", "members"];
    private static readonly string[] TextFormats = ["xml", "yaml", "javascript"];

    private readonly Lazy<IReadOnlyDictionary<string, string[]>> _headers;

    private AnyAnswer(string text, object? value, ReadOnlyMemory<byte> bytes, ApiAnswer? answer = null)
    {
        Text = text;
        Value = value;
        Bytes = bytes;
        Total = answer?.Total;
        Start = answer?.Start;
        StatusCode = (int?)answer?.StatusCode;
        _headers = new(() => answer?.Headers() ?? new Dictionary<string, string[]>());
    }

    /// <summary>The body as it was received; empty when there was none, and when it is not text.</summary>
    public string Text { get; }

    /// <summary>
    /// The body as plain .NET values: string, number, Boolean, <see langword="null"/>, array (<c>object[]</c>) and map
    /// (<see cref="IDictionary{TKey, TValue}"/>), under the API's names. A text that is not JSON is a string, and anything else, such
    /// as an image, a <c>byte[]</c>.
    /// </summary>
    public object? Value { get; }

    /// <summary>The body, byte by byte.</summary>
    public ReadOnlyMemory<byte> Bytes { get; }

    /// <summary>The HTTP status code; <see langword="null"/> when the answer was lost, and the created object was found in a list.</summary>
    public int? StatusCode { get; }

    /// <summary>The headers of the answer, without the API key; empty when the answer was lost.</summary>
    public IReadOnlyDictionary<string, string[]> Headers => _headers.Value;

    /// <summary>The entries when the answer is a list or a page of one; otherwise <see langword="null"/>.</summary>
    public IReadOnlyList<object?>? Entries => Value as object?[] ?? Listed as object?[];

    /// <summary>The number of entries in the whole list; <see langword="null"/> when the server does not say.</summary>
    public long? Total { get; }

    /// <summary>How many entries of the list precede the page; <see langword="null"/> when the server does not say.</summary>
    public long? Start { get; }

    /// <summary>The <c>nextId</c> of the next page; <see langword="null"/> on the last page, and in lists without one.</summary>
    public string? NextId => Value is IDictionary<string, object?> map && map.TryGetValue("nextId", out object? next)
        && next is string or long or decimal && Convert.ToString(next, CultureInfo.InvariantCulture) is { Length: > 0 } id ? id : null;

    /// <summary>Returns the id of an entry of a list, as JSON.</summary>
    /// <param name="entry">The entry.</param>
    /// <returns>The id; <see langword="null"/> when the entry has none that is a text or a number.</returns>
    public static string? Identify(object? entry) => entry is IDictionary<string, object?> map && map.TryGetValue("id", out object? id)
        ? id switch
        {
            string text => $"\"{text}\"",
            IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
            _ => null,
        }
        : null;

    private object? Listed => Value is IDictionary<string, object?> map
        ? EntryFields.Select(name => map.TryGetValue(name, out object? entries) ? entries : null).FirstOrDefault(entries => entries is not null)
        : null;

    /// <summary>Reads a successful answer.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="isEntry">Whether the request is known to create an entry of a list, so that the answer is that entry, or a list with it.</param>
    /// <param name="accept">Receives the JSON, and throws when the JSON does not answer the request.</param>
    /// <exception cref="JsonException">The body is not JSON.</exception>
    /// <exception cref="UnexpectedShapeException">The body is HTML, or the JSON does not answer the request.</exception>
    internal static AnyAnswer Read(ApiAnswer answer, bool isEntry, Action<JsonElement, ApiAnswer> accept)
    {
        // The media type counts too: an SVG image also begins with "<".
        if (answer.IsHtml && answer.MediaType is "text/html" or "application/xhtml+xml")
        {
            throw new UnexpectedShapeException("the body is HTML, which the API never sends");
        }

        // What was created is JSON, whatever its media type says.
        bool isJson = isEntry || IsJson(answer.MediaType);
        if (!isJson && !IsText(answer.MediaType))
        {
            return new AnyAnswer(string.Empty, answer.Received.Length == 0 ? null : answer.Received.ToArray(), answer.Received, answer);
        }

        // Any operation may send the key back, and the answer is shown unchanged.
        string received = Encoding.UTF8.GetString(answer.Body.ToArray());
        string text = answer.WithoutKey(received);
        ReadOnlyMemory<byte> bytes = text == received ? answer.Received : Encoding.UTF8.GetBytes(text);
        if (!isJson || (text.Trim().Length == 0 && !isEntry))
        {
            return new AnyAnswer(text, text.Trim().Length == 0 ? null : text, bytes, answer);
        }

        using JsonDocument document = JsonText.Parse(answer.Body);
        var read = new AnyAnswer(text, JsonValues.Plain(document.RootElement, answer.WithoutKey), bytes, answer);
        accept(document.RootElement, answer);
        return read;
    }

    internal static AnyAnswer ReadEntry(JsonElement entry, ApiAnswer page)
    {
        string text = page.WithoutKey(entry.GetRawText());
        return new(text, JsonValues.Plain(entry, page.WithoutKey), Encoding.UTF8.GetBytes(text));
    }

    private static bool IsJson(string? mediaType) => mediaType?.EndsWith("json", StringComparison.OrdinalIgnoreCase) != false;

    private static bool IsText(string? mediaType) => IsJson(mediaType)
        || mediaType!.StartsWith("text/", StringComparison.OrdinalIgnoreCase)
        || TextFormats.Any(format => mediaType.EndsWith(format, StringComparison.OrdinalIgnoreCase));
}
