using System.Net.Http.Headers;
using System.Text;

namespace Checkly;

/// <summary>
/// An API key that cannot be shown by accident: no property returns it, and <see cref="ToString"/> hides it. It can be put into a
/// header and redacted from a text.
/// </summary>
public sealed class ApiKey : IEquatable<ApiKey>
{
    private readonly string _value;

    /// <summary>Creates a key. White space around it, as in files and copied text, is removed.</summary>
    /// <param name="value">The key. User keys begin with <c>cu_</c> and service keys with <c>sv_</c>, but this is not checked.</param>
    /// <exception cref="FormatException">The key is empty, or has characters that an HTTP header cannot carry.</exception>
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

    /// <summary>Returns a placeholder, never the key.</summary>
    /// <returns>A fixed text.</returns>
    public override string ToString() => "(API key, hidden)";

    /// <inheritdoc/>
    public bool Equals(ApiKey? other) => other is not null && other._value == _value;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as ApiKey);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(_value);

    internal AuthenticationHeaderValue ToHeader() => new("Bearer", _value);

    /// <summary>Redacts the key from a text. The comparison ignores case, since host names appear in lower case.</summary>
    /// <param name="text">Any text.</param>
    /// <returns>The text with <c>[API key]</c> in place of the key.</returns>
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

        // Not a regular expression: the runtime caches patterns for the lifetime of the process, and this one would be the key.
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
