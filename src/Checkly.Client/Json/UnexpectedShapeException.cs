namespace Checkly;

/// <summary>JSON that is not what an operation answers. Never leaves the library: it becomes a <see cref="ChecklyApiException"/>.</summary>
internal sealed class UnexpectedShapeException : Exception
{
    /// <param name="message">The reason as the end of a sentence that begins with "but".</param>
    /// <param name="innerException">The failure underneath, if any.</param>
    public UnexpectedShapeException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
