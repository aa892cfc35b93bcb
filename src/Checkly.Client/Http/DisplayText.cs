using System.Text;
using System.Text.RegularExpressions;

namespace Checkly;

/// <summary>Makes text that came from elsewhere fit for a terminal.</summary>
public static class DisplayText
{
    private static readonly Regex Whitespace = new(@"\s+", RegexOptions.CultureInvariant);

    /// <summary>
    /// Drops what could drive a terminal or reorder what is read: C0 and C1 controls (all but tab and line feed), DEL,
    /// and the bidirectional overrides.
    /// </summary>
    /// <param name="text">Any text; none reads as an empty one.</param>
    /// <returns>The text without them.</returns>
    public static string Clean(string? text)
    {
        if (text is null)
        {
            return string.Empty;
        }

        if (!text.Any(IsUnfit))
        {
            return text;
        }

        var clean = new StringBuilder(text.Length);
        foreach (char c in text)
        {
            if (!IsUnfit(c))
            {
                clean.Append(c);
            }
        }

        return clean.ToString();
    }

    /// <summary>The same on one line: every run of white space as one blank.</summary>
    /// <param name="text">Any text; none reads as an empty one.</param>
    /// <returns>One line.</returns>
    public static string OneLine(string? text) => Whitespace.Replace(Clean(text), " ").Trim();

    private static bool IsUnfit(char c) =>
        (char.IsControl(c) && c is not ('\t' or '\n')) || c is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');
}
