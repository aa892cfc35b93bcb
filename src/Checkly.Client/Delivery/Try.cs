namespace Checkly;

/// <summary>One try of a request.</summary>
/// <param name="Outcome">How it ended.</param>
/// <param name="Failure">What went wrong; none when there is an answer.</param>
/// <param name="Answer">What was answered.</param>
internal sealed record Try<T>(TryOutcome Outcome, ChecklyApiException? Failure, T? Answer = default)
{
    /// <summary>
    /// Whether it was answered, but in a way that does not show what was made: then it is looked for, and never sent again.
    /// </summary>
    public bool WantsLook { get; init; }

    /// <summary>Whether the request may have been carried out, though nobody can show its answer.</summary>
    public bool LeavesDoubt => WantsLook || Outcome == TryOutcome.Unknown;
}
