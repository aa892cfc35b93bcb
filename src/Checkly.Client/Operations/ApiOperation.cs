namespace Checkly;

/// <summary>One operation of the API.</summary>
/// <param name="Method">The HTTP method.</param>
/// <param name="Template">The path with placeholders in braces, such as <c>/v1/incidents/{id}</c>.</param>
/// <param name="Style">How its list is paged.</param>
/// <param name="LargestPage">The largest <c>limit</c> that it takes; 0 when it is not paged.</param>
public sealed record ApiOperation(string Method, string Template, PageStyle Style, int LargestPage)
{
    private readonly string[] _segments = Template.Split('/');

    // Rules out most paths before they are split.
    private readonly string _beginning = Template.Split('{')[0];

    /// <summary>The number of segments that are not placeholders: of two templates that match a path, the more specific one applies.</summary>
    internal int Specificity => _segments.Count(segment => !IsPlaceholder(segment));

    /// <summary>Formats method and template.</summary>
    /// <returns>A text such as <c>GET /v1/incidents/{id}</c>.</returns>
    public override string ToString() => $"{Method} {Template}";

    /// <summary>Whether a path without a query matches the template.</summary>
    internal bool Matches(string path)
    {
        if (!path.StartsWith(_beginning, StringComparison.Ordinal))
        {
            return false;
        }

        string[] segments = path.Split('/');
        return segments.Length == _segments.Length
            && _segments.Zip(segments, (wanted, given) => IsPlaceholder(wanted) ? given.Length > 0 : wanted == given).All(same => same);
    }

    /// <summary>Returns the unescaped values of the placeholders in a path that <see cref="Matches"/>.</summary>
    internal string[] Values(string path) =>
        [.. _segments.Zip(ApiPath.WithoutQuery(path).Split('/'), (wanted, given) => IsPlaceholder(wanted) ? Uri.UnescapeDataString(given) : null).OfType<string>()];

    private static bool IsPlaceholder(string segment) => segment.StartsWith("{", StringComparison.Ordinal);
}
