using System.Net.Http;
using System.Text;
using System.Text.Json;

namespace Checkly;

/// <summary>Creates requests for any operation of the API from its method and path.</summary>
public static class AnyRequests
{
    /// <summary>Says why a path cannot be used. This keeps the key from being sent to another host.</summary>
    /// <param name="path">The path, with or without a query.</param>
    /// <returns>The reason as a sentence, or <see langword="null"/> when it can be used.</returns>
    public static string? Refusal(string path)
    {
        if (string.IsNullOrEmpty(path) || path[0] != '/' || path.StartsWith("//", StringComparison.Ordinal) || path.IndexOf('\\') >= 0)
        {
            return "The path must begin with one slash, such as /v1/checks: it is one of this API, and leads to no other host.";
        }

        string plain = ApiPath.WithoutQuery(path);
        if (plain.Split('/').Any(segment => Uri.UnescapeDataString(segment) is "." or ".."))
        {
            return "The path must not have the segments '.' and '..'.";
        }

        int open = plain.IndexOf('{');
        int close = open < 0 ? -1 : plain.IndexOf('}', open);
        return close > open ? $"The path has a placeholder: put a value in the place of {plain.Substring(open, close - open + 1)}."
            : path.Any(c => c is '#' or <= ' ' or '\u007F') ? "The path must be written as in an address, without blanks and '#': escape them as %20 and %23."
            : null;
    }

    /// <summary>Creates a request whose body is a .NET value.</summary>
    /// <param name="method">The HTTP method.</param>
    /// <param name="path">The path, with or without a query; it must pass <see cref="Refusal"/>.</param>
    /// <param name="query">Parameters to append to the query.</param>
    /// <param name="body">The body: a map, a list or a plain value; <see langword="null"/> for no body.</param>
    /// <returns>The request.</returns>
    /// <exception cref="ArgumentException">The path or the body cannot be sent.</exception>
    public static ApiRequest<AnyAnswer> Create(string method, string path, IEnumerable<KeyValuePair<string, string>> query, object? body = null) =>
        Create(method, WithQuery(path, query), body is null ? null : JsonBody.Value(body));

    /// <summary>Creates a request whose body is JSON.</summary>
    /// <param name="method">The HTTP method.</param>
    /// <param name="path">The path, with or without a query; it must pass <see cref="Refusal"/>.</param>
    /// <param name="query">Parameters to append to the query.</param>
    /// <param name="json">The body.</param>
    /// <returns>The request.</returns>
    /// <exception cref="FormatException">The body is not JSON.</exception>
    public static ApiRequest<AnyAnswer> CreateFromJson(string method, string path, IEnumerable<KeyValuePair<string, string>> query, string json)
    {
        byte[] body = new UTF8Encoding(false).GetBytes(json);
        try
        {
            JsonText.Parse(body).Dispose();
        }
        catch (JsonException notJson)
        {
            throw new FormatException($"The body is not JSON: {notJson.Message}", notJson);
        }

        return Create(method, WithQuery(path, query), body);
    }

    private static ApiRequest<AnyAnswer> Create(string method, string path, byte[]? body)
    {
        Confirmation? confirmation = method == "POST" && body is not null && AnyConfirmations.For(path) is { } place && IsObject(body) ? place : null;
        return new(new HttpMethod(method), path, (answer, accept) => AnyAnswer.Read(answer, isEntry: confirmation is not null, accept), AnyAnswer.ReadEntry, body)
        {
            Confirmation = confirmation,
            TakesAnything = true,
            WhereToLook = confirmation?.Place ?? (method == "POST" && ApiOperations.Find("GET", path) is not null ? $"the answer of GET {ApiPath.WithoutQuery(path)}" : null),
        };
    }

    private static bool IsObject(byte[] json)
    {
        using JsonDocument document = JsonText.Parse(json);
        return document.RootElement.ValueKind == JsonValueKind.Object;
    }

    private static string WithQuery(string path, IEnumerable<KeyValuePair<string, string>> query) =>
        Refusal(path) is { } refusal ? throw new ArgumentException(refusal, nameof(path)) : ApiQuery.Append(path, query);
}
