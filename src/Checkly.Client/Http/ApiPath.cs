namespace Checkly;

/// <summary>Builds paths in which a value cannot extend beyond its own segment.</summary>
internal static class ApiPath
{
    /// <summary>Formats a path and escapes each value as one segment: <c>ApiPath.Of($"/v1/incidents/{id}")</c>.</summary>
    /// <exception cref="ArgumentException">A value is empty or a dot segment, which would change the path.</exception>
    public static string Of(FormattableString path)
    {
        object[] segments = Array.ConvertAll(path.GetArguments(), value =>
        {
            string text = Convert.ToString(value, System.Globalization.CultureInfo.InvariantCulture) ?? string.Empty;
            return text.Trim() is "" or "." or ".."
                ? throw new ArgumentException($"'{text}' cannot be part of the path '{path.Format}'.", nameof(path))
                : (object)Uri.EscapeDataString(text);
        });
        return string.Format(System.Globalization.CultureInfo.InvariantCulture, path.Format, segments);
    }
}
