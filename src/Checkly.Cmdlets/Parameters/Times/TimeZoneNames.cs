using System.Reflection;
using System.Security;

namespace Checkly;

/// <summary>Time zones under their IANA names, which are the API's, and under those of Windows.</summary>
internal static class TimeZoneNames
{
    /// <summary>The translation of .NET, which .NET Framework lacks.</summary>
    private static readonly MethodInfo? Translation =
        typeof(TimeZoneInfo).GetMethod("TryConvertWindowsIdToIanaId", [typeof(string), typeof(string).MakeByRefType()]);

    /// <summary>Whether this machine has zones under IANA names; .NET Framework does not, nor does a container without tzdata.</summary>
    private static readonly bool KnowsIana = Lookup("Europe/Berlin") is not null;

    /// <summary>The IANA name of a time zone; <see langword="null"/> when the zone does not exist or has no known IANA name.</summary>
    public static string? ToIana(string name)
    {
        if (name.Equals("UTC", StringComparison.OrdinalIgnoreCase))
        {
            return "UTC";
        }

        if (name.Contains('/'))
        {
            return KnowsIana ? Known(name) : name;
        }

        // Any other name without a slash that this machine knows, such as Japan or CET, is an old IANA name.
        return Translate(name) ?? WindowsTimeZones.ToIana(name) ?? (KnowsIana ? Lookup(name)?.Id : null);
    }

    /// <summary>The time zone of an IANA name; <see langword="null"/> when this machine does not know it.</summary>
    public static TimeZoneInfo? Find(string name) => name.Equals("UTC", StringComparison.OrdinalIgnoreCase) ? TimeZoneInfo.Utc
        : Lookup(name)
            ?? (WindowsTimeZones.FromIana(name) is { } windows ? Lookup(windows) : null)
            ?? (Known(name) is { } official ? Lookup(official) : null);

    /// <summary>
    /// The name in its official case, whatever case was given; <see langword="null"/> when this machine does not know it. On a
    /// case-sensitive file system .NET finds only a name in its official case or one that is cached already. For any other
    /// spelling all zones are read first.
    /// </summary>
    private static string? Known(string name)
    {
        // Uses the id of the zone found, because a cached zone is found in any case.
        string? found = Lookup(name)?.Id;
        return found is not null && LooksWritten(found) ? found
            : TimeZoneInfo.GetSystemTimeZones().FirstOrDefault(zone => zone.Id.Equals(name, StringComparison.OrdinalIgnoreCase))?.Id ?? found;
    }

    private static bool LooksWritten(string name) =>
        !name.Split('/').Any(part => part.Length > 0 && char.IsLower(part[0])) && name.Any(char.IsLower);

    private static string? Translate(string name)
    {
        object?[] arguments = [name, null];
        return Translation?.Invoke(null, arguments) is true ? (string?)arguments[1] : null;
    }

    private static TimeZoneInfo? Lookup(string name)
    {
        try
        {
            return TimeZoneInfo.FindSystemTimeZoneById(name);
        }
        catch (Exception unknown) when (unknown is TimeZoneNotFoundException or InvalidTimeZoneException or SecurityException or ArgumentException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
