using System.Buffers.Text;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace Checkly;

/// <summary>
/// Parses JSON so that every text in it can be read. Bytes that are not UTF-8, and escapes of unpaired surrogates such as
/// <c>\ud800</c>, are read as U+FFFD: one broken text must not cost the object that has it.
/// </summary>
internal static class JsonText
{
    private const int EscapeLength = 6;

    // Four times what the parser allows by default, and little enough for the stack of any thread.
    private static readonly JsonDocumentOptions Options = new() { MaxDepth = 256 };
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Parses a text in UTF-8 without a byte order mark.</summary>
    /// <param name="json">The text.</param>
    /// <exception cref="JsonException">The text is not JSON.</exception>
    public static JsonDocument Parse(ReadOnlyMemory<byte> json) => JsonDocument.Parse(WithPairedEscapes(AsUtf8(json)), Options);

    /// <summary>Returns a text in UTF-8 without its byte order mark, which editors on Windows write and the parser rejects.</summary>
    public static ReadOnlyMemory<byte> WithoutByteOrderMark(ReadOnlyMemory<byte> text) =>
        text.Span.StartsWith(Encoding.UTF8.GetPreamble()) ? text.Slice(3) : text;

    private static ReadOnlyMemory<byte> AsUtf8(ReadOnlyMemory<byte> text)
    {
        ArraySegment<byte> bytes = MemoryMarshal.TryGetArray(text, out ArraySegment<byte> segment) ? segment : new ArraySegment<byte>(text.ToArray());
        try
        {
            Strict.GetCharCount(bytes.Array!, bytes.Offset, bytes.Count);
            return text;
        }
        catch (DecoderFallbackException)
        {
            return Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(bytes.Array!, bytes.Offset, bytes.Count));
        }
    }

    private static ReadOnlyMemory<byte> WithPairedEscapes(ReadOnlyMemory<byte> json)
    {
        byte[]? repaired = null;
        ReadOnlySpan<byte> text = json.Span;
        int at = 0;
        while (text.Slice(at).IndexOf((byte)'\\') is >= 0 and int ahead)
        {
            at += ahead;
            int length = Math.Min(2, text.Length - at);
            if (Escaped(text, at) is { } unit && char.IsSurrogate(unit))
            {
                bool isPair = char.IsHighSurrogate(unit) && Escaped(text, at + EscapeLength) is { } next && char.IsLowSurrogate(next);
                length = isPair ? 2 * EscapeLength : EscapeLength;
                if (!isPair)
                {
                    repaired ??= json.ToArray();
                    "fffd"u8.CopyTo(repaired.AsSpan(at + 2));
                }
            }

            at += length;
        }

        return repaired ?? json;
    }

    /// <summary>The UTF-16 code unit of an escape such as <c>\ud800</c>; <see langword="null"/> for another one.</summary>
    private static char? Escaped(ReadOnlySpan<byte> text, int start)
    {
        if (start + EscapeLength > text.Length || text[start] != '\\' || text[start + 1] != 'u')
        {
            return null;
        }

        return Utf8Parser.TryParse(text.Slice(start + 2, 4), out ushort unit, out int read, 'x') && read == 4 ? (char)unit : null;
    }
}
