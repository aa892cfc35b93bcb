namespace Checkly;

/// <summary>
/// There is no session, or its configuration is invalid. <see cref="ErrorRecords"/> turns this exception into a <see
/// cref="ChecklyApiException"/> of the kind <see cref="ChecklyErrorKind.NotConnected"/>; until then it carries the reason.
/// </summary>
/// <param name="problem">The reason.</param>
/// <param name="message">A full sentence for the person who ran the command.</param>
/// <param name="inner">The failure underneath, if any.</param>
internal sealed class SetupException(SetupProblem problem, string message, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>The reason.</summary>
    public SetupProblem Problem { get; } = problem;

    /// <summary>Reads a part of the configuration.</summary>
    /// <typeparam name="T">What is read.</typeparam>
    /// <param name="problem">The problem to report when the value cannot be used.</param>
    /// <param name="read">Reads it.</param>
    /// <exception cref="SetupException">It cannot be used.</exception>
    public static T Unless<T>(SetupProblem problem, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (FormatException broken)
        {
            throw new SetupException(problem, broken.Message, broken);
        }
    }
}
