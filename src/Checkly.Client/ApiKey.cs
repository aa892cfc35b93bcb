using System.Net.Http.Headers;
using System.Text;

namespace Checkly;

/// <summary>
/// An API key that does not show itself: it has no property and no text form. It can be put in a header, and taken out
/// of a text.
/// </summary>
public sealed class ApiKey : IEquatable<ApiKey>
{
    private readonly string _value;

    /// <summary>Wraps a key; blanks and line ends around it, as files and copied text have them, are dropped.</summary>
    /// <param name="value">The key. User keys begin with <c>cu_</c>, service keys with <c>sv_</c>; this is not relied on.</param>
    /// <exception cref="FormatException">The key is empty or has characters that no HTTP header can carry.</exception>
    public ApiKey(string value)
    {
        _value = (value ?? throw new ArgumentNullException(nameof(value))).Trim();
        if (_value.Length == 0)
        {
            throw new FormatException("The API key is empty.");
        }

        if (_value.Any(c => c is <= ' ' or >= '\u007F'))
        {
            throw new FormatException("The API key has characters that a key cannot have: blanks, control characters or letters outside ASCII.");
        }
    }

    /// <summary>Never the key.</summary>
    /// <returns>A fixed text.</returns>
    public override string ToString() => "(API key, hidden)";

    /// <inheritdoc/>
    public bool Equals(ApiKey? other) => other is not null && other._value == _value;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as ApiKey);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(_value);

    internal AuthenticationHeaderValue ToHeader() => new("Bearer", _value);

    /// <summary>Takes the key out of a text, in whatever letters: host names come in lower case.</summary>
    /// <param name="text">Any text.</param>
    /// <returns>The text with <c>[API key]</c> in its place.</returns>
    public string Redact(string text)
    {
        if (text is null)
        {
            return string.Empty;
        }

        int found = text.IndexOf(_value, StringComparison.OrdinalIgnoreCase);
        if (found < 0)
        {
            return text;
        }

        // No regular expression: those that were used are kept for as long as the process lives, and this one would be the key.
        var clean = new StringBuilder();
        int start = 0;
        for (; found >= 0; found = text.IndexOf(_value, start, StringComparison.OrdinalIgnoreCase))
        {
            clean.Append(text, start, found - start).Append("[API key]");
            start = found + _value.Length;
        }

        return clean.Append(text, start, text.Length - start).ToString();
    }
}
