using System.Globalization;

namespace Checkly.Sandbox;

/// <summary>Points in time as the API writes them: <c>2022-09-08T19:41:28.658Z</c>.</summary>
internal static class Timestamp
{
    public static string Format(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    /// <summary>Reads what <see cref="Format"/> has written.</summary>
    public static DateTimeOffset Parse(string time) => DateTimeOffset.Parse(time, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
}
