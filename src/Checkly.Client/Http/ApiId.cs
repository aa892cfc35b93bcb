namespace Checkly;

/// <summary>The form of the API's ids of accounts, incidents and updates.</summary>
public static class ApiId
{
    /// <summary>Whether a text is a GUID as the API writes it, with hyphens and without braces.</summary>
    /// <param name="text">Any text.</param>
    /// <returns>Whether it can be an id.</returns>
    public static bool IsGuid(string? text) => text?.Length == 36 && Guid.TryParseExact(text, "D", out _);
}
