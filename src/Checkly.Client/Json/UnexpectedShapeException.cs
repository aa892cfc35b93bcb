namespace Checkly;

/// <summary>
/// The JSON of an answer does not have the shape that the operation answers. The library turns this exception into a
/// <see cref="ChecklyApiException"/>; callers never see it.
/// </summary>
internal sealed class UnexpectedShapeException : Exception
{
    /// <param name="message">The reason as a clause that follows "but", such as <c>it has no 'id'</c>.</param>
    public UnexpectedShapeException(string message)
        : base(message)
    {
    }
}
