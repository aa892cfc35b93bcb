namespace Checkly;

/// <summary>One line of the <see cref="RetryPolicy"/>.</summary>
/// <param name="What">What happened, in words.</param>
/// <param name="Outcome">The same as a value.</param>
/// <param name="Repeatable">What follows for reading, PUT, PATCH and DELETE: carried out twice, they leave what they leave when carried out once.</param>
/// <param name="Post">What follows for POST, which makes another thing each time it is carried out.</param>
/// <param name="Wait">How long is waited, in words; none for the usual wait.</param>
public sealed record RetryRule(string What, TryOutcome Outcome, NextStep Repeatable, NextStep Post, string? Wait = null);
