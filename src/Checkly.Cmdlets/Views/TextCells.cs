namespace Checkly;

/// <summary>Lays text out by the cells it takes in a terminal, where some characters take two.</summary>
internal static class TextCells
{
    /// <summary>The text in lines of at most so many cells, broken at blanks where there are any, never within a character.</summary>
    public static IEnumerable<string> Wrap(string text, int cells)
    {
        foreach (string paragraph in text.Split('\n'))
        {
            string rest = paragraph.TrimEnd();
            while (Fitting(rest, cells) is var fitting && fitting < rest.Length)
            {
                int blank = rest.LastIndexOf(' ', fitting);
                int end = blank > 0 ? blank : fitting;
                yield return rest.Substring(0, end).TrimEnd();
                rest = rest.Substring(end).TrimStart();
            }

            yield return rest;
        }
    }

    /// <summary>How many characters of a text fit; one at least.</summary>
    private static int Fitting(string text, int cells)
    {
        int used = 0;
        for (int i = 0; i < text.Length; i++)
        {
            used += Width(text[i]);
            if (used > cells)
            {
                // Moves back before a surrogate pair that would be cut.
                int end = char.IsLowSurrogate(text[i]) ? i - 1 : i;
                return Math.Max(1, end);
            }
        }

        return text.Length;
    }

    /// <summary>Two for the wide and full-width blocks of East Asia. A pair of surrogates, mostly emoji, takes one and one.</summary>
    private static int Width(char c) => c is
        (>= '\u1100' and <= '\u115F') or (>= '\u2E80' and <= '\uA4CF') or (>= '\uAC00' and <= '\uD7A3') or (>= '\uF900' and <= '\uFAFF')
        or (>= '\uFE30' and <= '\uFE6F') or (>= '\uFF00' and <= '\uFF60') or (>= '\uFFE0' and <= '\uFFE6') ? 2 : 1;
}
