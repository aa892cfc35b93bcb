namespace Checkly;

/// <summary>The form of the API's ids of accounts, incidents and updates.</summary>
public static class ApiId
{
    /// <summary>Whether a text is a GUID as the API writes it, with hyphens and without braces.</summary>
    /// <param name="text">Any text.</param>
    /// <returns>Whether it can be an id.</returns>
    public static bool IsGuid(string? text) => text?.Length == 36 && Guid.TryParseExact(text, "D", out _);

    /// <summary>Whether two ids are the same: they are, in upper and lower case.</summary>
    /// <param name="one">An id, or none.</param>
    /// <param name="other">Another one, or none.</param>
    /// <returns>Whether they are the same.</returns>
    public static bool Same(string? one, string? other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}
