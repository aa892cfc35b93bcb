namespace Checkly;

/// <summary>
/// Converts the times of maintenance cmdlets: a time without an offset is in the window's time zone, or in that of this machine
/// when the window has none.
/// </summary>
internal static class WindowClock
{
    /// <summary>Finds the moment that is meant, or refuses it as a non-terminating error.</summary>
    /// <param name="command">The command; its verbose stream says which time zone was used.</param>
    /// <param name="time">The time; <see langword="null"/> when the parameter is not used.</param>
    /// <param name="timeZone">The IANA name of the window's time zone; <see langword="null"/> when it has none.</param>
    /// <param name="now">The present time, which gives the date where the user typed none.</param>
    /// <param name="target">What the user gave, for the error record.</param>
    /// <param name="moment">The point in time; <see langword="null"/> when the parameter is not used.</param>
    /// <returns>Whether the time is valid; otherwise an error was written.</returns>
    public static bool TryFind(this ChecklySessionCommand command, ClockTime? time, string? timeZone, DateTimeOffset now, object target, out DateTimeOffset? moment)
    {
        moment = null;
        if (time is null)
        {
            return true;
        }

        TimeZoneInfo? zone = string.IsNullOrEmpty(timeZone) ? TimeZoneInfo.Local : TimeZoneNames.Find(timeZone!);
        if (zone is null && time.Offset is null)
        {
            command.Refuse($"This machine does not know the clocks of {timeZone}: give times with an offset, such as 2026-05-01T22:00:00+02:00.", target);
            return false;
        }

        try
        {
            moment = time.At(zone ?? TimeZoneInfo.Utc, now);
        }
        catch (FormatException refusal)
        {
            command.Refuse(refusal.Message, target);
            return false;
        }

        if (time.Offset is null)
        {
            command.WriteVerbose($"{time} on the clock of {zone!.Id} is {TimeText.WithOffset(moment.Value)}.");
        }

        return true;
    }
}
