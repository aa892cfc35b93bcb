namespace Checkly;

/// <summary>The answer of an operation that answers nothing, such as a delete.</summary>
public readonly record struct NoContent;
