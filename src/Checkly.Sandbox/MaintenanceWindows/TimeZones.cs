namespace Checkly.Sandbox;

/// <summary>Time zones under their IANA names.</summary>
internal static class TimeZones
{
    // .NET Framework knows only Windows names: there every name is accepted and treated as UTC.
    private static readonly bool Known = Lookup("Europe/Berlin") is not null;

    /// <summary>Whether the API would take the name; it takes no offsets.</summary>
    public static bool IsName(string name) => name == "UTC" || (name.Contains('/') && (!Known || Lookup(name) is not null));

    /// <summary>The time zone of a name, or UTC.</summary>
    public static TimeZoneInfo Find(string? name) => (name is null ? null : Lookup(name)) ?? TimeZoneInfo.Utc;

    private static TimeZoneInfo? Lookup(string name)
    {
        try
        {
            return TimeZoneInfo.FindSystemTimeZoneById(name);
        }
        catch (Exception unknown) when (unknown is TimeZoneNotFoundException or InvalidTimeZoneException)
        {
            return null;
        }
    }
}
