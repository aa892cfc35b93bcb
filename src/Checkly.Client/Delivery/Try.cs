namespace Checkly;

/// <summary>One try of a request.</summary>
/// <param name="Outcome">How it ended.</param>
/// <param name="Failure">What went wrong; none when there is an answer.</param>
/// <param name="Answer">What was answered.</param>
internal sealed record Try<T>(TryOutcome Outcome, ChecklyApiException? Failure, T? Answer = default)
{
    /// <summary>Whether it was answered with success, in a way that cannot be read.</summary>
    public bool IsUnreadable { get; init; }

    /// <summary>Whether the request may have been carried out, though nobody can show its answer.</summary>
    public bool LeavesDoubt => IsUnreadable || Outcome == TryOutcome.Unknown;
}
