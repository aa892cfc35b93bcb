namespace Checkly;

/// <summary>What a maintenance window does, in a few words; for views and completion.</summary>
public static class MaintenanceText
{
    /// <summary>How often it takes place.</summary>
    /// <param name="window">The window.</param>
    /// <returns>Such as <c>every 2 weeks until 2026-08-01, Europe/Berlin</c>, or <c>once</c>.</returns>
    public static string Repeats(MaintenanceWindow window)
    {
        if (window is null)
        {
            throw new ArgumentNullException(nameof(window));
        }

        if (window.RepeatUnit is not { } repeatUnit)
        {
            return "once";
        }

        string unit = repeatUnit.ToLowerInvariant();
        string text = window.RepeatInterval is null or 1 ? $"every {unit}" : FormattableString.Invariant($"every {window.RepeatInterval} {unit}s");
        // A date is written without a time, but may come with one.
        string until = window.RepeatEndsAt is { } last ? $" until {last.Split('T')[0]}" : string.Empty;
        return DisplayText.OneLine($"{text}{until}, {window.Timezone ?? "UTC"}");
    }

    /// <summary>What happens to checks.</summary>
    /// <param name="window">The window.</param>
    /// <returns>Such as <c>pauses web, api; silences all</c>.</returns>
    public static string Effect(MaintenanceWindow window)
    {
        if (window is null)
        {
            throw new ArgumentNullException(nameof(window));
        }

        string[] effects = [Effect("pauses", window.PauseAllChecks, window.Tags), Effect("silences", window.SilenceAllAlerts, window.SilenceAlertsTags)];
        return DisplayText.OneLine(string.Join("; ", effects.Where(effect => effect.Length > 0)));
    }

    /// <summary>How long it takes.</summary>
    /// <param name="window">The window.</param>
    /// <returns>Hours and minutes, such as <c>0:30</c> or <c>25:00</c>; empty when it is not known.</returns>
    public static string Lasts(MaintenanceWindow window) =>
        window?.EndsAt - window?.StartsAt is { } length ? FormattableString.Invariant($"{(long)length.TotalHours}:{length.Minutes:00}") : string.Empty;

    private static string Effect(string verb, bool? all, string[] tags) =>
        all == true ? $"{verb} all" : tags is { Length: > 0 } ? $"{verb} {string.Join(", ", tags)}" : string.Empty;
}
