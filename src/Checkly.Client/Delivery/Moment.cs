namespace Checkly;

/// <summary>A moment in the life of a client.</summary>
/// <param name="Time">On the client's clock.</param>
/// <param name="Order">Which of two moments came first, also where the clock shows the same.</param>
internal readonly record struct Moment(TimeSpan Time, long Order);
