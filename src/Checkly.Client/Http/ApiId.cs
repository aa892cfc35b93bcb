namespace Checkly;

/// <summary>Checks and compares the API's ids, most of which are GUIDs.</summary>
public static class ApiId
{
    /// <summary>Whether a text is a GUID as the API writes it: with hyphens and without braces.</summary>
    /// <param name="text">Any text.</param>
    /// <returns><see langword="true"/> if it is.</returns>
    public static bool IsGuid(string? text) => text?.Length == 36 && Guid.TryParseExact(text, "D", out _);

    /// <summary>Whether two ids are the same; the comparison ignores case.</summary>
    /// <param name="one">An id, or <see langword="null"/>.</param>
    /// <param name="other">Another id, or <see langword="null"/>.</param>
    /// <returns><see langword="true"/> if they are.</returns>
    public static bool Same(string? one, string? other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}
