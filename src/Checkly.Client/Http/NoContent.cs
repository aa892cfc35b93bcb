namespace Checkly;

/// <summary>The answer of an operation without content, such as a DELETE.</summary>
public readonly record struct NoContent;
