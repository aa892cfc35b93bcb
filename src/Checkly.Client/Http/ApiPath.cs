using System.Globalization;
using System.Runtime.CompilerServices;

namespace Checkly;

/// <summary>Builds paths in which a value cannot extend beyond its own segment.</summary>
internal static class ApiPath
{
    /// <summary>Formats a path and escapes each value as one segment: <c>ApiPath.Of($"/v1/incidents/{id}")</c>.</summary>
    /// <exception cref="ArgumentException">A value is empty or a dot segment, which would change the path.</exception>
    public static string Of(PathBuilder path) => path.ToString();

    /// <summary>Returns a path without its query.</summary>
    public static string WithoutQuery(string path) => path.Split('?')[0];

    /// <summary>Receives the parts of an interpolated string from the compiler.</summary>
    [InterpolatedStringHandler]
    internal struct PathBuilder
    {
        private string _path = string.Empty;

#pragma warning disable IDE0060 // The compiler passes the length of the fixed parts and the number of values.
        public PathBuilder(int literalLength, int formattedCount)
        {
        }
#pragma warning restore IDE0060

        public void AppendLiteral(string text) => _path += text;

        public void AppendFormatted(object? value)
        {
            string text = Convert.ToString(value, CultureInfo.InvariantCulture) ?? string.Empty;
            _path += text.Trim() is "" or "." or ".."
                ? throw new ArgumentException($"'{text}' cannot continue the path '{_path}'.", nameof(value))
                : Uri.EscapeDataString(text);
        }

        public readonly override string ToString() => _path;
    }
}
