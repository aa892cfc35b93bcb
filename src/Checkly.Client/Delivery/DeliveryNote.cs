namespace Checkly;

/// <summary>What a client is doing about a request that did not go through at once. Fit to be shown: it holds no secret.</summary>
/// <param name="Kind">What it is about.</param>
/// <param name="Message">A full sentence.</param>
/// <param name="Wait">How long it will wait; zero where it does not.</param>
public sealed record DeliveryNote(DeliveryNoteKind Kind, string Message, TimeSpan Wait = default);
