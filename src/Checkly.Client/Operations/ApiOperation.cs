namespace Checkly;

/// <summary>One operation of the API.</summary>
/// <param name="Method">The HTTP method.</param>
/// <param name="Template">The path, with its placeholders in braces, such as <c>/v1/incidents/{id}</c>.</param>
/// <param name="Style">How its list is paged.</param>
/// <param name="LargestPage">The most entries on a page; 0 where it is not paged.</param>
public sealed record ApiOperation(string Method, string Template, PageStyle Style, int LargestPage)
{
    private readonly string[] _segments = Template.Split('/');

    /// <summary>How many segments are given, and not placeholders: of two templates that match, the plainer one is meant.</summary>
    internal int Plainness => _segments.Count(segment => !IsPlaceholder(segment));

    /// <summary>Method and template.</summary>
    /// <returns>Such as <c>GET /v1/incidents/{id}</c>.</returns>
    public override string ToString() => $"{Method} {Template}";

    /// <summary>Whether a path, without its query, is one of this operation.</summary>
    internal bool Matches(string path)
    {
        string[] segments = path.Split('/');
        return segments.Length == _segments.Length
            && _segments.Zip(segments, (wanted, given) => IsPlaceholder(wanted) ? given.Length > 0 : wanted == given).All(same => same);
    }

    /// <summary>What a path that <see cref="Matches"/> has in the places of the placeholders, unescaped.</summary>
    internal string[] Values(string path) =>
        [.. _segments.Zip(path.Split('?')[0].Split('/'), (wanted, given) => IsPlaceholder(wanted) ? Uri.UnescapeDataString(given) : null).OfType<string>()];

    private static bool IsPlaceholder(string segment) => segment.StartsWith("{", StringComparison.Ordinal);
}
