using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Checkly;

/// <summary>The answer of any operation.</summary>
public sealed class AnyAnswer
{
    private static readonly string[] EntryFields = ["entries", "members"];

    private AnyAnswer(string text, object? value, long? total = null)
    {
        Text = text;
        Value = value;
        Total = total;
    }

    /// <summary>The body as it was received; empty when there was none.</summary>
    public string Text { get; }

    /// <summary>
    /// The body as plain .NET values: string, number, Boolean, <see langword="null"/>, array (<c>object[]</c>) and map
    /// (<see cref="IDictionary{TKey, TValue}"/>), under the API's names. A body that is not JSON is a string.
    /// </summary>
    public object? Value { get; }

    /// <summary>The entries when the answer is a list or a page of one; otherwise <see langword="null"/>.</summary>
    public IReadOnlyList<object?>? Entries => Value as object?[] ?? Listed as object?[];

    /// <summary>The number of entries in the whole list; <see langword="null"/> when the server does not say.</summary>
    public long? Total { get; }

    /// <summary>The <c>nextId</c> of the next page; <see langword="null"/> on the last page, and in lists without one.</summary>
    public string? NextId => Value is IDictionary<string, object?> map && map.TryGetValue("nextId", out object? next) && next is string { Length: > 0 } id ? id : null;

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

    internal static AnyAnswer Read(ApiAnswer answer, Action<JsonElement> saw)
    {
        // Any operation may send the key back, and the answer is shown unchanged.
        string text = answer.WithoutKey(Encoding.UTF8.GetString(answer.Body.ToArray()));
        if (answer.IsHtml && answer.MediaType == "text/html")
        {
            throw new UnexpectedShapeException("the body is HTML, which the API never sends");
        }

        bool isJson = answer.MediaType is null || answer.MediaType.EndsWith("json", StringComparison.OrdinalIgnoreCase);
        if (text.Trim().Length == 0 || !isJson)
        {
            return new AnyAnswer(text, text.Trim().Length == 0 ? null : text);
        }

        using JsonDocument document = JsonText.Parse(answer.Body);
        var read = new AnyAnswer(text, JsonValues.Plain(document.RootElement, answer.WithoutKey), answer.Total);
        saw(document.RootElement);
        return read;
    }

    internal static AnyAnswer ReadEntry(JsonElement entry, ApiAnswer page) =>
        new(page.WithoutKey(entry.GetRawText()), JsonValues.Plain(entry, page.WithoutKey));
}
