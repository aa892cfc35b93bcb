namespace Checkly;

/// <summary>
/// The Windows names of the most common time zones. Windows PowerShell cannot translate them itself. Source: windowsZones of the
/// Unicode CLDR.
/// </summary>
internal static class WindowsTimeZones
{
    private static readonly Dictionary<string, string> Names = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Hawaiian Standard Time"] = "Pacific/Honolulu",
        ["Alaskan Standard Time"] = "America/Anchorage",
        ["Pacific Standard Time"] = "America/Los_Angeles",
        ["US Mountain Standard Time"] = "America/Phoenix",
        ["Mountain Standard Time"] = "America/Denver",
        ["Central Standard Time"] = "America/Chicago",
        ["Central Standard Time (Mexico)"] = "America/Mexico_City",
        ["Eastern Standard Time"] = "America/New_York",
        ["SA Pacific Standard Time"] = "America/Bogota",
        ["Atlantic Standard Time"] = "America/Halifax",
        ["Venezuela Standard Time"] = "America/Caracas",
        ["Pacific SA Standard Time"] = "America/Santiago",
        ["Newfoundland Standard Time"] = "America/St_Johns",
        ["E. South America Standard Time"] = "America/Sao_Paulo",
        ["Argentina Standard Time"] = "America/Buenos_Aires",
        ["Azores Standard Time"] = "Atlantic/Azores",
        ["GMT Standard Time"] = "Europe/London",
        ["Morocco Standard Time"] = "Africa/Casablanca",
        ["W. Europe Standard Time"] = "Europe/Berlin",
        ["Central Europe Standard Time"] = "Europe/Budapest",
        ["Romance Standard Time"] = "Europe/Paris",
        ["Central European Standard Time"] = "Europe/Warsaw",
        ["GTB Standard Time"] = "Europe/Bucharest",
        ["FLE Standard Time"] = "Europe/Kiev",
        ["Egypt Standard Time"] = "Africa/Cairo",
        ["South Africa Standard Time"] = "Africa/Johannesburg",
        ["Israel Standard Time"] = "Asia/Jerusalem",
        ["Turkey Standard Time"] = "Europe/Istanbul",
        ["Arabic Standard Time"] = "Asia/Baghdad",
        ["Arab Standard Time"] = "Asia/Riyadh",
        ["Russian Standard Time"] = "Europe/Moscow",
        ["E. Africa Standard Time"] = "Africa/Nairobi",
        ["Iran Standard Time"] = "Asia/Tehran",
        ["Arabian Standard Time"] = "Asia/Dubai",
        ["Pakistan Standard Time"] = "Asia/Karachi",
        ["India Standard Time"] = "Asia/Calcutta",
        ["Nepal Standard Time"] = "Asia/Katmandu",
        ["Bangladesh Standard Time"] = "Asia/Dhaka",
        ["SE Asia Standard Time"] = "Asia/Bangkok",
        ["China Standard Time"] = "Asia/Shanghai",
        ["Singapore Standard Time"] = "Asia/Singapore",
        ["W. Australia Standard Time"] = "Australia/Perth",
        ["Taipei Standard Time"] = "Asia/Taipei",
        ["Tokyo Standard Time"] = "Asia/Tokyo",
        ["Korea Standard Time"] = "Asia/Seoul",
        ["Cen. Australia Standard Time"] = "Australia/Adelaide",
        ["E. Australia Standard Time"] = "Australia/Brisbane",
        ["New Zealand Standard Time"] = "Pacific/Auckland",
    };

    /// <summary>The IANA name of a zone; <see langword="null"/> when it is not in this table.</summary>
    public static string? ToIana(string windows) => Names.TryGetValue(windows, out string? iana) ? iana : null;

    /// <summary>Windows' name of a zone; <see langword="null"/> when it is not in this table.</summary>
    public static string? FromIana(string iana) => Names.FirstOrDefault(name => name.Value == iana).Key;
}
