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

    /// <summary>The body as it came; empty when there was none.</summary>
    public string Text { get; }

    /// <summary>
    /// The body as plain .NET values: text, number, truth value, null, array (<c>object[]</c>) and map
    /// (<see cref="IDictionary{TKey, TValue}"/>), under the API's names. A body that is no JSON is a text.
    /// </summary>
    public object? Value { get; }

    /// <summary>The entries, when it is a list or a page of one.</summary>
    public IReadOnlyList<object?>? Entries => Value as object?[] ?? Listed as object?[];

    /// <summary>How many entries the whole list has, when the server says so.</summary>
    public long? Total { get; }

    /// <summary>What to ask for the next page with; <see langword="null"/> on the last one, and in all other lists.</summary>
    public string? NextId => Value is IDictionary<string, object?> map && map.TryGetValue("nextId", out object? next) && next is string { Length: > 0 } id ? id : null;

    /// <summary>What tells an entry from others: its id, or a plain value itself.</summary>
    /// <param name="entry">The entry.</param>
    /// <returns>The text; <see langword="null"/> when there is none.</returns>
    public static string? Identify(object? entry) => entry is not IDictionary<string, object?> map ? Convert.ToString(entry, System.Globalization.CultureInfo.InvariantCulture)
        : map.TryGetValue("id", out object? id) ? Convert.ToString(id, System.Globalization.CultureInfo.InvariantCulture)
        : null;

    private object? Listed => Value is IDictionary<string, object?> map
        ? EntryFields.Select(name => map.TryGetValue(name, out object? entries) ? entries : null).FirstOrDefault(entries => entries is not null)
        : null;

    internal static AnyAnswer Read(ApiAnswer answer, Action<JsonElement> saw)
    {
        // Any operation may say the key back, and what it says is shown as it is.
        string text = answer.WithoutKey(Encoding.UTF8.GetString(answer.Body.ToArray()));
        if (answer.IsPage && answer.MediaType == "text/html")
        {
            throw new UnexpectedShapeException("it is a page, and not of the API");
        }

        bool isJson = answer.MediaType is null || answer.MediaType.EndsWith("json", StringComparison.OrdinalIgnoreCase);
        if (text.Trim().Length == 0 || !isJson)
        {
            return new AnyAnswer(text, text.Trim().Length == 0 ? null : text);
        }

        using JsonDocument document = JsonDocument.Parse(answer.Body);
        var read = new AnyAnswer(text, JsonValues.Plain(document.RootElement, answer.WithoutKey), answer.Total);
        saw(document.RootElement);
        return read;
    }

    internal static AnyAnswer ReadEntry(JsonElement entry, ApiAnswer page) =>
        new(page.WithoutKey(entry.GetRawText()), JsonValues.Plain(entry, page.WithoutKey));
}
