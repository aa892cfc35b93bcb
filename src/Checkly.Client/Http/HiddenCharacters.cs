using System.Globalization;

namespace Checkly;

/// <summary>
/// Decides which characters may be shown. A terminal shows nothing for characters of the Unicode category "format" (Cf) or with the
/// property "default ignorable", so that two names can look the same and differ, and a text can hide another one.
/// </summary>
internal static class HiddenCharacters
{
    private const int ZeroWidthNonJoiner = 0x200C;
    private const int ZeroWidthJoiner = 0x200D;
    private const int BlackFlag = 0x1F3F4;
    private const int CancelTag = 0xE007F;
    private const int FewestFlagTags = 3;
    private const int MostFlagTags = 6;

    /// <summary>Whether a character may be shown where it stands.</summary>
    /// <param name="text">The text.</param>
    /// <param name="index">Where the character begins in it.</param>
    /// <param name="character">Its code point.</param>
    /// <param name="before">The code point before it that is shown; 0 at the beginning.</param>
    public static bool MayBeShown(string text, int index, int character, int before) => character switch
    {
        '\t' or '\n' => true,
        < 0x20 or (>= 0x7F and <= 0x9F) => false,
        < 0xAD => true,
        // Some scripts and emoji need them between two characters; elsewhere they only hide.
        ZeroWidthNonJoiner or ZeroWidthJoiner => Joins(before) && Joins(After(text, index, character)),
        // Direction marks place punctuation in right-to-left text. Overrides (from U+202A) reorder text and are removed.
        0x200E or 0x200F or 0x061C => text.Any(IsRightToLeft),
        // Visible signs, such as those of Arabic numbers, although their category is "format".
        (>= 0x0600 and <= 0x0605) or 0x06DD or 0x070F or 0x0890 or 0x0891 or 0x08E2 or 0x110BD or 0x110CD => true,
        // A variation selector chooses the form of the character before it.
        >= 0xFE00 and <= 0xFE0F => before is > ' ' and not (>= 0xFE00 and <= 0xFE0F),
        >= 0xE0100 and <= 0xE01EF => IsIdeograph(before),
        (>= 0xE0020 and <= CancelTag) => IsInFlag(text, index),
        >= 0xE0000 and <= 0xE0FFF => false,
        // Invisible fillers and joiners whose category is "letter" or "mark".
        0x034F or 0x115F or 0x1160 or 0x17B4 or 0x17B5 or (>= 0x180B and <= 0x180F) or (>= 0x2060 and <= 0x206F) or 0x3164 or 0xFFA0 => false,
        _ => CharUnicodeInfo.GetUnicodeCategory(text, index) != UnicodeCategory.Format,
    };

    /// <summary>
    /// Whether joiners do something beside a character: in right-to-left and Indic scripts, symbols and emoji, which begin with Hebrew.
    /// Latin, Greek and Cyrillic do not join.
    /// </summary>
    private static bool Joins(int character) => character >= 0x0590 && character is not (0x200B or 0x2060 or 0xFEFF or ZeroWidthJoiner or ZeroWidthNonJoiner);

    private static bool IsRightToLeft(char c) => c is (>= '\u0590' and <= '\u08FF' and not '\u061C') or (>= '\uFB1D' and <= '\uFDFF') or (>= '\uFE70' and <= '\uFEFC');

    private static bool IsIdeograph(int character) => character is (>= 0x3400 and <= 0x9FFF) or (>= 0xF900 and <= 0xFAFF) or (>= 0x20000 and <= 0x3FFFF);

    private static int After(string text, int index, int character)
    {
        int next = index + (character > char.MaxValue ? 2 : 1);
        return next >= text.Length ? 0 : CodePoint(text, next);
    }

    /// <summary>Whether a tag character is part of the flag of a region: a black flag, letters or digits as tags, and an end tag.</summary>
    private static bool IsInFlag(string text, int index)
    {
        int start = index;
        while (start >= 2 && CodePoint(text, start - 2) is >= 0xE0020 and < CancelTag)
        {
            start -= 2;
        }

        int end = start;
        while (end < text.Length && CodePoint(text, end) is (>= 0xE0030 and <= 0xE0039) or (>= 0xE0061 and <= 0xE007A))
        {
            end += 2;
        }

        return start >= 2 && CodePoint(text, start - 2) == BlackFlag
            && (end - start) / 2 is >= FewestFlagTags and <= MostFlagTags
            && end >= index && end < text.Length && CodePoint(text, end) == CancelTag;
    }

    private static int CodePoint(string text, int index) => char.IsSurrogatePair(text, index) ? char.ConvertToUtf32(text, index) : text[index];
}
