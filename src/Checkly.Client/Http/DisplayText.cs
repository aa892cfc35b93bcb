using System.Text;

namespace Checkly;

/// <summary>
/// Makes text from elsewhere safe for a terminal. Views, messages, questions and completion use <see cref="Clean"/>; texts that are
/// read into properties go through <see cref="WithVisibleControls"/>.
/// </summary>
public static class DisplayText
{
    /// <summary>
    /// Removes characters that could control a terminal, reorder text or hide in it: C0 and C1 controls except tab and line feed, DEL,
    /// bidirectional overrides, and invisible characters such as U+200B, U+FEFF and the tag characters. Invisible characters stay where
    /// emoji, Arabic, Hebrew, Indic or ideographic text needs them.
    /// </summary>
    /// <param name="text">Any text; <see langword="null"/> reads as an empty one.</param>
    /// <returns>The text without them.</returns>
    public static string Clean(string? text) => Replace(text ?? string.Empty, static _ => string.Empty, newLine: "\n");

    /// <summary>
    /// Escapes in a JSON text the characters that <see cref="Clean"/> removes, so that it is the same JSON and can be read. A carriage
    /// return is white space there and is left out.
    /// </summary>
    internal static string WithEscapes(string json) =>
        Replace(json, static hidden => hidden == "\r" ? string.Empty : string.Concat(hidden.Select(unit => FormattableString.Invariant($"\\u{(int)unit:x4}"))), newLine: null);

    private static string Replace(string text, Func<string, string> hidden, string? newLine)
    {
        if (IsPlain(text))
        {
            return text;
        }

        var clean = new StringBuilder(text.Length);
        int before = 0;
        for (int i = 0; i < text.Length; i += char.IsSurrogatePair(text, i) ? 2 : 1)
        {
            int count = char.IsSurrogatePair(text, i) ? 2 : 1;
            int character = count == 2 ? char.ConvertToUtf32(text, i) : text[i];
            if (character is 0x2028 or 0x2029)
            {
                // Separators of lines and paragraphs.
                clean.Append(newLine ?? hidden(text.Substring(i, count)));
                before = '\n';
            }
            else if (HiddenCharacters.MayBeShown(text, i, character, before))
            {
                clean.Append(text, i, count);
                before = character;
            }
            else
            {
                clean.Append(hidden(text.Substring(i, count)));
            }
        }

        return clean.ToString();
    }

    /// <summary>Cleans a text and puts it on one line: every run of white space becomes one space.</summary>
    /// <param name="text">Any text; <see langword="null"/> reads as an empty one.</param>
    /// <returns>One line.</returns>
    public static string OneLine(string? text) => string.Join(" ", Clean(text).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>
    /// Replaces each control character by the picture that Unicode has for it, such as U+241B for ESC, or by U+FFFD where it has none.
    /// Tab, line feed and CR LF stay.
    /// </summary>
    /// <param name="text">Any text.</param>
    /// <returns>A text of the same length.</returns>
    internal static string WithVisibleControls(string text)
    {
        char[]? visible = null;
        for (int i = 0; i < text.Length; i++)
        {
            char shown = text[i] switch
            {
                '\t' or '\n' => text[i],
                '\r' when i + 1 < text.Length && text[i + 1] == '\n' => '\r',
                < ' ' => (char)('\u2400' + text[i]),
                '\u007F' => '\u2421',
                > '\u007F' and <= '\u009F' => '\uFFFD',
                _ => text[i],
            };
            if (shown != text[i])
            {
                (visible ??= text.ToCharArray())[i] = shown;
            }
        }

        return visible is null ? text : new string(visible);
    }

    private static bool IsPlain(string text)
    {
        foreach (char c in text)
        {
            if (c is not ((>= ' ' and < '\u007F') or '\t' or '\n'))
            {
                return false;
            }
        }

        return true;
    }
}
