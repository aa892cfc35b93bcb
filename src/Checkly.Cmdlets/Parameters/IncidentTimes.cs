namespace Checkly;

/// <summary>The rule for the two times of an incident.</summary>
internal static class IncidentTimes
{
    /// <summary>Why an incident cannot have these times; <see langword="null"/> when it can.</summary>
    public static string? Refusal(DateTimeOffset? startedAt, DateTimeOffset? stoppedAt) => stoppedAt < startedAt
        ? $"-StoppedAt ({TimeText.Iso(stoppedAt)}) is before -StartedAt ({TimeText.Iso(startedAt)}): an incident cannot stop before it starts."
        : null;
}
